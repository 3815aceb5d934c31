package dev.spendlight.server;

import java.time.Duration;

/// How the server listens, and what it bears. Every limit is on what comes from outside.
///
/// @param bind the address to listen on; a loopback one as long as there are no keys
/// @param port 0 for any that is free
/// @param times how long things may take
/// @param uploadBytes of one upload, unpacked where it came as `Content-Encoding: gzip`
/// @param keptBytes of finished answers that are kept in memory
/// @param unlooked how long a kept answer is sent again before it is looked whether its data
///   changed: at once by this server, and only so late by another process; looking costs more than
///   sending
/// @param longAtOnce imports at once; whoever comes beyond is told to come again
/// @param connections at once; who comes beyond waits to be accepted
public record ServerOptions(
    String bind,
    int port,
    Times times,
    long uploadBytes,
    long keptBytes,
    Duration unlooked,
    int longAtOnce,
    int connections) {

  /// All longer than nothing.
  ///
  /// @param idle between two requests of a connection, and until the first request line is there
  /// @param head from the request line to the end of the headers
  /// @param answer of an ordinary request, from its headers to the last byte of its answer
  /// @param freshAnswer the same where a model is waited for
  /// @param upload the same of an upload, with its import
  /// @param sending for a client to take an answer that came at the last moment
  /// @param grace for requests in flight when the server stops
  public record Times(
      Duration idle,
      Duration head,
      Duration answer,
      Duration freshAnswer,
      Duration upload,
      Duration sending,
      Duration grace) {

    public static Times defaults() {
      return new Times(
          Duration.ofSeconds(60),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofMinutes(3),
          Duration.ofMinutes(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(20));
    }

    public Times withIdle(Duration value) {
      return new Times(value, head, answer, freshAnswer, upload, sending, grace);
    }

    public Times withHead(Duration value) {
      return new Times(idle, value, answer, freshAnswer, upload, sending, grace);
    }

    public Times withAnswer(Duration value) {
      return new Times(idle, head, value, freshAnswer, upload, sending, grace);
    }

    public Times withFreshAnswer(Duration value) {
      return new Times(idle, head, answer, value, upload, sending, grace);
    }

    public Times withUpload(Duration value) {
      return new Times(idle, head, answer, freshAnswer, value, sending, grace);
    }

    public Times withSending(Duration value) {
      return new Times(idle, head, answer, freshAnswer, upload, value, grace);
    }

    public Times withGrace(Duration value) {
      return new Times(idle, head, answer, freshAnswer, upload, sending, value);
    }
  }

  /// `127.0.0.1:8080`, uploads up to 256 MB, 64 MB of kept answers.
  public static ServerOptions defaults() {
    return new ServerOptions(
        "127.0.0.1",
        8080,
        Times.defaults(),
        256L << 20,
        64L << 20,
        Duration.ofMillis(20),
        16,
        2048);
  }

  public ServerOptions withBind(String value) {
    return new ServerOptions(
        value, port, times, uploadBytes, keptBytes, unlooked, longAtOnce, connections);
  }

  public ServerOptions withPort(int value) {
    return new ServerOptions(
        bind, value, times, uploadBytes, keptBytes, unlooked, longAtOnce, connections);
  }

  public ServerOptions withTimes(Times value) {
    return new ServerOptions(
        bind, port, value, uploadBytes, keptBytes, unlooked, longAtOnce, connections);
  }

  public ServerOptions withUploadBytes(long value) {
    return new ServerOptions(
        bind, port, times, value, keptBytes, unlooked, longAtOnce, connections);
  }

  public ServerOptions withKeptBytes(long value) {
    return new ServerOptions(
        bind, port, times, uploadBytes, value, unlooked, longAtOnce, connections);
  }

  public ServerOptions withUnlooked(Duration value) {
    return new ServerOptions(
        bind, port, times, uploadBytes, keptBytes, value, longAtOnce, connections);
  }

  public ServerOptions withLongAtOnce(int value) {
    return new ServerOptions(
        bind, port, times, uploadBytes, keptBytes, unlooked, value, connections);
  }

  public ServerOptions withConnections(int value) {
    return new ServerOptions(
        bind, port, times, uploadBytes, keptBytes, unlooked, longAtOnce, value);
  }
}
