package processes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import redis.embedded.core.ExecutableProvider;

/// A real Redis that keeps nothing on disk: killed, it has forgotten everything.
final class Redis implements AutoCloseable {
  private final Path folder;
  private final String executable;
  private final int port;
  private Process process;

  Redis(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    this.executable = ExecutableProvider.newJarResourceProvider().get().getAbsolutePath();
    this.port = freePort();
    start();
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  String url() {
    return "redis://127.0.0.1:" + port;
  }

  void start() throws IOException, InterruptedException {
    process =
        new ProcessBuilder(
                executable, "--port", "" + port, "--bind", "127.0.0.1", "--save", "", "--dir", folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("redis.log").toFile())
            .start();
    while (!says("PING", "+PONG")) {
      Thread.sleep(Duration.ofMillis(20));
    }
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  void flushAll() {
    if (!says("FLUSHALL", "+OK")) {
      throw new IllegalStateException("Redis did not take FLUSHALL.");
    }
  }

  private boolean says(String command, String answer) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
      socket.setSoTimeout(2_000);
      socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
      byte[] said = socket.getInputStream().readNBytes(answer.length());
      return new String(said, StandardCharsets.US_ASCII).equals(answer);
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
