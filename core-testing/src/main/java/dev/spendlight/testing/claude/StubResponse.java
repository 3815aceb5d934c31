package dev.spendlight.testing.claude;

import dev.spendlight.model.Usage;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/// The answer to one request, as raw as a behaviour wants it.
public final class StubResponse {
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final String requestId;
  private final StubBooks books;
  private boolean reusable = true;

  StubResponse(Socket socket, InputStream in, OutputStream out, String requestId, StubBooks books) {
    this.socket = socket;
    this.in = in;
    this.out = out;
    this.requestId = requestId;
    this.books = books;
  }

  public void json(int status, Map<String, String> headers, String body) throws IOException {
    Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.put("content-type", "application/json");
    all.putAll(headers);
    whole(status, all, body.getBytes(StandardCharsets.UTF_8));
  }

  public void whole(int status, Map<String, String> headers, byte[] body) throws IOException {
    head(status, headers, body.length);
    write(body);
  }

  /// Sends the status and the headers, and promises a body of that length.
  public void head(int status, Map<String, String> headers, long length) throws IOException {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Stub\r\n");
    head.append("request-id: ").append(requestId).append("\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append("content-length: ").append(length).append("\r\n\r\n");
    out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  public void write(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  /// Says nothing more until the client goes away.
  public void waitForTheClientToLeave() throws IOException {
    out.flush();
    reusable = false;
    in.skipNBytes(Long.MAX_VALUE);
  }

  /// Waits that long.
  ///
  /// @throws IOException when the client goes away meanwhile
  public void pause(Duration time) throws IOException {
    out.flush();
    int usual = socket.getSoTimeout();
    socket.setSoTimeout(Math.toIntExact(time.toMillis()));
    try {
      if (in.read() < 0) {
        throw new EOFException("The client is gone.");
      }
      // A byte of the next request is lost.
      reusable = false;
    } catch (SocketTimeoutException e) {
      // It is still there. Nobody may end a connection that is kept, unannounced.
      socket.setSoTimeout(usual);
    }
  }

  /// Says nothing more until a test opens the gate.
  public void waitFor(CountDownLatch gate) throws IOException {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("The stub stops.", e);
    }
  }

  /// Ends the connection after what was sent, whatever was promised.
  public void hangUp() throws IOException {
    out.flush();
    reusable = false;
  }

  /// Breaks the connection (a TCP reset).
  public void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
    reusable = false;
  }

  /// Notes that a model ran: this has to be paid, whether or not the client learns of it.
  public void bill(String model, Usage usage) {
    books.bill(model, usage);
  }

  /// The usage of a prompt of this size, with its stable part read from the cache if it was there.
  Usage usage(StubRequest request, String reply) {
    return books.usage(request, reply);
  }

  String requestId() {
    return requestId;
  }

  boolean reusable() {
    return reusable;
  }
}
