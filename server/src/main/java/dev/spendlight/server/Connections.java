package dev.spendlight.server;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.task.InterruptableTask;
import io.helidon.http.HttpPrologue;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionListener;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Cuts connections that take too long over anything: Helidon ends those that rest, and leaves
/// alone the ones that send or take a byte now and then.
///
/// Every connection always has a [Deadline]: for its next request while it rests, for the headers
/// once the request line is there, then for the answer, sending included. [#cut] ends those that
/// are past theirs.
final class Connections implements ServerConnectionSelector {
  private static final ScopedValue<Watched> CURRENT = ScopedValue.newInstance();

  private final ServerConnectionSelector http1;
  private final Set<Watched> open = ConcurrentHashMap.newKeySet();
  private final Duration idle;

  /// @param http1 how requests are read
  Connections(Http1Config.Builder http1, ServerOptions.Times times) {
    this.idle = times.idle();
    this.http1 =
        Http1ConnectionSelector.builder()
            .config(http1.addReceiveListener(new HeadListener(times.head())).buildPrototype())
            .build();
  }

  /// Ends all connections that are past their deadline.
  void cut() {
    for (Watched each : open) {
      if (each.deadline.hasPassed()) {
        each.close(true);
      }
    }
  }

  /// For the request that this thread answers.
  static void allow(Deadline deadline) {
    CURRENT.get().deadline = deadline;
  }

  /// The answer was sent.
  void rest() {
    allow(Deadline.in(idle));
  }

  @Override
  public int bytesToIdentifyConnection() {
    return http1.bytesToIdentifyConnection();
  }

  @Override
  public Support supports(BufferData data) {
    return http1.supports(data);
  }

  @Override
  public Set<String> supportedApplicationProtocols() {
    return http1.supportedApplicationProtocols();
  }

  @Override
  public ServerConnection connection(ConnectionContext context) {
    return new Watched(http1.connection(context), Deadline.in(idle));
  }

  /// Told on the connection's own thread.
  private record HeadListener(Duration time) implements Http1ConnectionListener {
    @Override
    public void prologue(ConnectionContext context, HttpPrologue prologue) {
      allow(Deadline.in(time));
    }
  }

  private final class Watched implements ServerConnection, InterruptableTask<Void> {
    private final ServerConnection connection;
    private volatile Deadline deadline;

    Watched(ServerConnection connection, Deadline deadline) {
      this.connection = connection;
      this.deadline = deadline;
    }

    @Override
    public void handle(Limit limit) throws InterruptedException {
      open.add(this);
      try {
        ScopedValue.where(CURRENT, this)
            .<Void, InterruptedException>call(() -> {
              connection.handle(limit);
              return null;
            });
      } finally {
        open.remove(this);
      }
    }

    @Override
    public Duration idleTime() {
      return connection.idleTime();
    }

    @Override
    public void close(boolean interrupt) {
      connection.close(interrupt);
    }

    @Override
    public boolean canInterrupt() {
      return connection instanceof InterruptableTask<?> task && task.canInterrupt();
    }
  }
}
