package dev.spendlight.claude;

import com.anthropic.models.messages.MessageCreateParams;
import dev.spendlight.claude.Outcome.Charge;
import dev.spendlight.claude.Outcome.Health;
import dev.spendlight.model.ModelReply;
import dev.spendlight.model.ModelReply.Garbled;
import dev.spendlight.model.ModelReply.Late;
import dev.spendlight.model.ModelReply.Unavailable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// One request and what became of it.
///
/// It runs in a virtual thread of its own: whoever waits can leave at the deadline or on an
/// interrupt, whatever the network does, and interrupting a virtual thread closes its socket.
final class SingleAttempt {
  private final Transport transport;
  private final InstantSource clock;

  SingleAttempt(Transport transport, InstantSource clock) {
    this.transport = transport;
    this.clock = clock;
  }

  /// @param limit after which nobody waits any longer
  /// @throws InterruptedException when the caller was interrupted; the request is then abandoned
  Outcome send(MessageCreateParams message, Duration limit) throws InterruptedException {
    FutureTask<Outcome> attempt = new FutureTask<>(() -> exchange(message, limit));
    Thread.ofVirtual().name("claude").start(attempt);
    try {
      return attempt.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return Outcome.none(new Late(), Charge.USAGE, true, Health.BAD);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      return broken(
          new Garbled("The answer could not be read (" + kind(e.getCause()) + ")."), false);
    } finally {
      attempt.cancel(true);
    }
  }

  private Outcome exchange(MessageCreateParams message, Duration limit) {
    try {
      Answer answer = transport.send(message, limit);
      return answer.success()
          ? MessageReader.read(answer)
          : ErrorReplies.read(answer, clock.instant());
    } catch (BoundedExchange.TooLarge e) {
      return broken(new Garbled("The answer is larger than 4 MB."), false);
    } catch (IOException e) {
      if (neverConnected(e)) {
        return Outcome.none(
            new Unavailable("There is no connection to the provider."),
            Charge.NOTHING,
            true,
            Health.BAD);
      }
      if (e instanceof InterruptedIOException) {
        return broken(new Late(), true);
      }
      return broken(new Unavailable("The connection to the provider broke."), true);
    }
  }

  private static String kind(@Nullable Throwable cause) {
    return cause == null ? "for no reason" : cause.getClass().getSimpleName();
  }

  private static boolean neverConnected(IOException e) {
    return e instanceof ConnectException
        || e instanceof UnknownHostException
        || e instanceof NoRouteToHostException
        || (e instanceof SocketTimeoutException
            && String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).startsWith("connect"));
  }

  private static Outcome broken(ModelReply reply, boolean again) {
    return Outcome.none(reply, Charge.USAGE, again, Health.BAD);
  }
}
