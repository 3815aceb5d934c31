package dev.spendlight.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import redis.embedded.core.ExecutableProvider;

/// A real server on a free port of this machine, which tests may kill, stop and start again. It
/// keeps nothing on disk.
final class RedisServer implements AutoCloseable {
  private final int port = freePort();
  private final List<String> options;
  private final Path folder;
  private Process process;

  RedisServer(String... options) {
    this.options = List.of(options);
    try {
      folder = Files.createTempDirectory("redis");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    start();
  }

  String url() {
    return "redis://127.0.0.1:" + port;
  }

  int port() {
    return port;
  }

  /// Starts it, empty, and waits until it answers.
  void start() {
    List<String> command =
        new ArrayList<>(
            List.of(
                executable(),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--dir",
                folder.toString()));
    command.addAll(options);
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("log").toFile())
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      awaitAnswer();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// As `kill -9` does.
  void kill() {
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// It takes connections and commands, and answers none.
  void hang() {
    signal("-STOP");
  }

  void goOn() {
    signal("-CONT");
  }

  @Override
  public void close() {
    kill();
  }

  private void signal(String name) {
    try {
      int exit = new ProcessBuilder("kill", name, Long.toString(process.pid())).start().waitFor();
      if (exit != 0) {
        throw new IllegalStateException("kill " + name + " failed.");
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void awaitAnswer() throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!answers()) {
      if (System.nanoTime() > end || !process.isAlive()) {
        throw new IllegalStateException(Files.readString(folder.resolve("log")));
      }
      Thread.onSpinWait();
    }
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
      socket.setSoTimeout(1000);
      socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
      return socket.getInputStream().read() > 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static String executable() {
    return Executable.PATH;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Unpacked once.
  private static final class Executable {
    static final String PATH;

    static {
      try {
        PATH = ExecutableProvider.newJarResourceProvider().get().getAbsolutePath();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
