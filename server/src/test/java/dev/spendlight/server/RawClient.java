package dev.spendlight.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// A client that says exactly what it is told to, right or wrong.
final class RawClient implements AutoCloseable {
  private final Socket socket;
  private final InputStream in;

  RawClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(20_000);
    in = new BufferedInputStream(socket.getInputStream());
  }

  record Response(int status, Map<String, String> headers, String body) {}

  void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /// The next response; it has to have a `Content-Length`.
  Response response() throws IOException {
    String line = line();
    Map<String, String> headers = new TreeMap<>();
    for (String header = line(); !header.isEmpty(); header = line()) {
      String[] parts = header.split(":", 2);
      headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new Response(Integer.parseInt(line.split(" ")[1]), headers, body);
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("the server ended the connection after: " + line);
      }
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  /// The next response, with more sent until it comes: a piece every few milliseconds.
  Response responseThoughSending(String piece) throws IOException {
    return sendUntilRead(piece) ? response() : new Response(0, Map.of(), "");
  }

  /// Whether the server ends the connection, without another byte, though there is always more.
  boolean isEndedThoughSending(String piece) {
    try {
      return !sendUntilRead(piece);
    } catch (IOException reset) {
      return true;
    }
  }

  /// Whether there is something to read, rather than the end.
  private boolean sendUntilRead(String piece) throws IOException {
    socket.setSoTimeout(10);
    while (true) {
      try {
        in.mark(1);
        int next = in.read();
        in.reset();
        socket.setSoTimeout(20_000);
        return next >= 0;
      } catch (SocketTimeoutException nothingYet) {
        send(piece);
      }
    }
  }

  /// Whether the server ends the connection, without another byte.
  boolean isEnded() {
    try {
      return in.read() < 0;
    } catch (IOException reset) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
