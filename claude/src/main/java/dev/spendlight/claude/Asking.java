package dev.spendlight.claude;

import com.anthropic.models.messages.MessageCreateParams;
import dev.spendlight.claude.Outcome.Charge;
import dev.spendlight.claude.Outcome.Health;
import dev.spendlight.model.Allowance;
import dev.spendlight.model.Attempt;
import dev.spendlight.model.ModelCall;
import dev.spendlight.model.ModelReply;
import dev.spendlight.model.ModelReply.Cancelled;
import dev.spendlight.model.ModelReply.Late;
import dev.spendlight.model.ModelReply.TooDear;
import dev.spendlight.model.ModelReply.Unavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// One question: attempts until one settles it, or until time, attempts or money would not do for
/// another. Nothing is waited for that cannot lead to an attempt any more.
final class Asking {
  private static final Duration FIRST_WAIT = Duration.ofMillis(500);

  /// 0.5 s, 1 s, 2 s, 4 s, 8 s, 8 s ...
  private static final int DOUBLINGS = 4;

  private final SingleAttempt attempt;
  private final Guard guard;
  private final Spending spending;
  private final ClaudeOptions options;
  private final Timing timing;
  private final Allowance allowance;
  private final long start;
  private final List<Attempt> attempts = new ArrayList<>();

  /// @param start by [Timing#nanos], from which on the time allowed runs
  Asking(
      SingleAttempt attempt,
      Guard guard,
      Spending spending,
      ClaudeOptions options,
      Timing timing,
      Allowance allowance,
      long start) {
    this.attempt = attempt;
    this.guard = guard;
    this.spending = spending;
    this.options = options;
    this.timing = timing;
    this.allowance = allowance;
    this.start = start;
  }

  ModelCall ask(MessageCreateParams message) {
    try {
      return call(reply(message));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return call(new Cancelled());
    }
  }

  private ModelCall call(ModelReply reply) {
    return new ModelCall(reply, attempts, spending.most());
  }

  private ModelReply reply(MessageCreateParams message) throws InterruptedException {
    while (true) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (!left().isPositive()) {
        return new Late();
      }
      if (!spending.allowsAnother()) {
        return new TooDear();
      }
      if (!guard.allowsAttempt()) {
        return new Unavailable("Most of the last attempts failed: it is not asked for a while.");
      }
      Outcome outcome = send(message);
      if (!outcome.again() || attempts.size() >= allowance.attempts()) {
        return outcome.reply();
      }
      Duration wait = outcome.pause().orElseGet(this::backoff);
      if (wait.compareTo(options.longestWait()) > 0 || wait.compareTo(left()) >= 0) {
        return outcome.reply();
      }
      timing.pause(wait);
    }
  }

  private Outcome send(MessageCreateParams message) throws InterruptedException {
    Duration left = left();
    Duration limit = left.compareTo(options.attemptTimeout()) < 0 ? left : options.attemptTimeout();
    long sent = timing.nanos();
    try {
      return counted(attempt.send(message, limit), sent);
    } catch (InterruptedException | Error e) {
      // Counted all the same: the breaker waits for its judgement of every attempt it allowed.
      counted(Outcome.none(new Cancelled(), Charge.USAGE, false, Health.NEITHER), sent);
      throw e;
    }
  }

  private Outcome counted(Outcome outcome, long sent) {
    Duration took = Duration.ofNanos(timing.nanos() - sent);
    guard.judge(outcome.health(), took);
    spending.count(outcome);
    attempts.add(
        new Attempt(
            outcome.reply().key(), outcome.usage(), outcome.requestId(), outcome.servedBy(), took));
    return outcome;
  }

  /// Half a second, then twice as long each time, of which chance takes away up to a half, so that
  /// many callers do not come back together.
  private Duration backoff() {
    long whole = FIRST_WAIT.toNanos() << Math.min(attempts.size() - 1, DOUBLINGS);
    return Duration.ofNanos((long) (whole * (1 - timing.chance() / 2)));
  }

  private Duration left() {
    return allowance.time().minusNanos(timing.nanos() - start);
  }
}
