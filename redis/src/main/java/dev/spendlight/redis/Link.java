package dev.spendlight.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a connection, and makes another in the background whenever there is none.
///
/// Lettuce's own way of reconnecting is off: it makes no first connection, keeps one whose other
/// end has gone without a word, and sends commands again whose caller was told that they failed.
final class Link implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Link.class);
  private static final Duration GREETING = Duration.ofSeconds(1);
  private static final int MOST_WAITING_COMMANDS = 10_000;
  private static final RedisCodec<String, byte[]> CODEC =
      RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

  private final RedisURI uri;
  private final String address;
  private final Duration pause;
  private final ClientResources resources =
      ClientResources.builder().ioThreadPoolSize(2).computationThreadPoolSize(2).build();
  private final RedisClient client = RedisClient.create(resources);
  private final AtomicReference<Optional<StatefulRedisConnection<String, byte[]>>> current =
      new AtomicReference<>(Optional.empty());
  private final AtomicBoolean toldThatItIsDown = new AtomicBoolean();
  private volatile CompletableFuture<?> attempt = CompletableFuture.completedFuture("none yet");
  private volatile boolean closed;

  Link(RedisOptions options) {
    uri = options.uri();
    uri.setTimeout(GREETING);
    address = options.address();
    pause = options.pause();
    client.setOptions(
        ClientOptions.builder()
            .autoReconnect(false)
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .requestQueueSize(MOST_WAITING_COMMANDS)
            .socketOptions(SocketOptions.builder().connectTimeout(GREETING).keepAlive(true).build())
            .build());
    connect();
  }

  Optional<StatefulRedisConnection<String, byte[]>> current() {
    return current.get();
  }

  /// Gives up a connection whose other end is silent, or not the one that it was.
  void giveUp(StatefulRedisConnection<String, byte[]> connection) {
    LOG.warn("The connection to Redis at {} is of no use; another is made.", address);
    lost(connection);
  }

  @Override
  public void close() {
    closed = true;
    // One that is cut off says so loudly in the log.
    attempt
        .handle((any, failure) -> "over")
        .completeOnTimeout("late", GREETING.toMillis(), TimeUnit.MILLISECONDS)
        .join();
    client.shutdown(Duration.ZERO, GREETING);
    resources.shutdown(0, GREETING.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly();
  }

  private void connect() {
    if (closed) {
      return;
    }
    try {
      attempt =
          client
              .connectAsync(CODEC, uri)
              .whenComplete((connection, failure) -> {
                if (failure == null) {
                  connected(connection);
                } else {
                  down(reason(failure));
                }
              })
              .toCompletableFuture();
    } catch (RuntimeException e) {
      // Whatever it is: without a next attempt this process would be alone for ever.
      down(reason(e));
    }
  }

  private void connected(StatefulRedisConnection<String, byte[]> connection) {
    Optional<StatefulRedisConnection<String, byte[]>> fresh = Optional.of(connection);
    current.set(fresh);
    connection.addListener(
        new RedisConnectionStateListener() {
          @Override
          public void onRedisDisconnected(RedisChannelHandler<?, ?> any) {
            lost(connection);
          }
        });
    toldThatItIsDown.set(false);
    LOG.info("Redis at {} is connected.", address);
    if (closed || !connection.isOpen()) {
      lost(connection);
    }
  }

  private void lost(StatefulRedisConnection<String, byte[]> connection) {
    Optional<StatefulRedisConnection<String, byte[]>> known = current.get();
    if (known.equals(Optional.of(connection)) && current.compareAndSet(known, Optional.empty())) {
      if (connection.isOpen()) {
        var _ = connection.closeAsync();
      }
      down("the connection was lost");
    }
  }

  private void down(String reason) {
    if (closed) {
      return;
    }
    if (!toldThatItIsDown.getAndSet(true)) {
      LOG.warn("Redis at {} cannot be reached ({}); it is called until it can.", address, reason);
    }
    var _ =
        resources
            .eventExecutorGroup()
            .schedule(this::connect, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// What the server or the network said, such as that the password is wrong.
  private static String reason(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null ? String.valueOf(failure.getMessage()) : reason(cause);
  }
}
