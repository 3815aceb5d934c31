package dev.spendlight.storage;

import dev.spendlight.log.PaidReply;
import dev.spendlight.model.ModelReply;
import dev.spendlight.testing.SampleExchange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Another process that keeps the same entry over and over: starts it, and is its main class.
final class PaidReplyProcess implements AutoCloseable {
  static final String HASH = "ab".repeat(32);
  private static final int LENGTH = 50_000;

  private final Process process;

  private PaidReplyProcess(Process process) {
    this.process = process;
  }

  /// @param author a name of three letters
  static PaidReplyProcess start(Path folder, String author) throws IOException {
    return new PaidReplyProcess(
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx64m",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    PaidReplyProcess.class.getName(),
                    folder.toString(),
                    author))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /// Until it has kept the entry once.
  void awaitKept() throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    if (lines.readLine() == null) {
      throw new IllegalStateException("The process ended before it kept anything.");
    }
  }

  /// Ends it like `kill -9`.
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }

  /// Who wrote a reply, all of it.
  static String author(PaidReply paid) {
    String text = ((ModelReply.Complete) paid.reply()).text();
    String author = text.substring(0, 3);
    return text.equals(author.repeat(LENGTH)) ? author : "nobody: " + text.length();
  }

  public static void main(String[] arguments) {
    PaidReplyFiles replies = new PaidReplyFiles(Path.of(arguments[0]));
    PaidReply reply =
        new PaidReply(
            SampleExchange.complete(arguments[1].repeat(LENGTH)),
            Optional.empty(),
            Optional.empty(),
            Instant.EPOCH);
    boolean told = false;
    while (replies.keep(HASH, reply)) {
      if (!told) {
        System.out.println("kept");
        told = true;
      }
    }
  }
}
