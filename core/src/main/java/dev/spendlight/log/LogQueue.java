package dev.spendlight.log;

import dev.spendlight.report.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes exchanges to a log behind the answer. Adding one never waits and never fails: what has no
/// room is dropped and counted. While the log cannot be written, exchanges are kept as far as there
/// is room, and tried again.
///
/// One thread writes. It belongs to the system, not to the scheduler of virtual threads: an
/// embedded database holds on to its thread while it writes, and would keep others from theirs.
public final class LogQueue implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LogQueue.class);

  /// Lets time pass.
  interface Pause {
    void pause(Duration time) throws InterruptedException;
  }

  private final PromptLog log;
  private final LogSampling sampling;
  private final LogQueueOptions options;
  private final InstantSource clock;
  private final LogBuffer buffer;
  private final AtomicLong failedWrites = new AtomicLong();
  private final Semaphore hurry = new Semaphore(0);
  private final Pause pause;
  private final Thread writer;
  private volatile Optional<Instant> closeBy = Optional.empty();
  private Instant rotated = Instant.MIN;

  /// @param log is left open when the queue is closed
  public LogQueue(
      PromptLog log, LogSampling sampling, LogQueueOptions options, InstantSource clock) {
    this(log, sampling, options, clock, Optional.empty());
  }

  /// @param pause instead of real time
  LogQueue(
      PromptLog log,
      LogSampling sampling,
      LogQueueOptions options,
      InstantSource clock,
      Optional<Pause> pause) {
    this.log = log;
    this.sampling = sampling;
    this.options = options;
    this.clock = clock;
    this.pause = pause.orElse(this::waitUnlessHurried);
    this.buffer = new LogBuffer(options.exchanges(), options.textCharacters());
    this.writer = Thread.ofPlatform().name("prompt-log").daemon().unstarted(this::run);
    this.writer.start();
  }

  /// Its texts are kept if they are to be, see [LogSampling].
  public void add(Exchange exchange) {
    buffer.offer(sampling.of(exchange));
  }

  public LogCounters counters() {
    return buffer.counters(failedWrites.get());
  }

  /// Writes what is left, for as long as the options say, and counts the rest as dropped.
  @Override
  public void close() {
    closeBy = Optional.of(clock.instant().plus(options.closing()));
    buffer.close();
    hurry.release();
    try {
      if (!writer.join(options.closing())) {
        LOG.warn("The prompt log did not take what was left in {}.", options.closing());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    buffer.abandon();
  }

  private void run() {
    try {
      List<Exchange> batch = buffer.next(options.batch());
      while (!batch.isEmpty()) {
        write(batch);
        batch = buffer.next(options.batch());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      buffer.close();
    }
  }

  /// Until it is written, or too late.
  private void write(List<Exchange> batch) throws InterruptedException {
    Duration wait = options.firstWait();
    while (!isWritten(batch)) {
      Duration longest = closeBy.isPresent() ? options.firstWait() : options.longestWait();
      wait = wait.compareTo(longest) < 0 ? wait : longest;
      if (closeBy.isPresent() && !clock.instant().plus(wait).isBefore(closeBy.get())) {
        buffer.abandon();
        return;
      }
      pause.pause(wait);
      wait = wait.multipliedBy(2);
    }
  }

  /// @return false when it may be written later
  private boolean isWritten(List<Exchange> batch) {
    try {
      log.append(batch);
      buffer.written(batch.size());
    } catch (StoreException e) {
      if (failedWrites.getAndIncrement() == 0) {
        LOG.warn("Logged prompts are kept until the log can be written: {}", e.getMessage());
      }
      return false;
    } catch (RuntimeException e) {
      failedWrites.getAndIncrement();
      LOG.warn("A log does not take what it is given: {} prompts are dropped.", batch.size(), e);
      buffer.lost(batch.size());
      return true;
    }
    rotate();
    return true;
  }

  private void rotate() {
    Instant now = clock.instant();
    if (rotated.isBefore(now.minus(options.rotation()))) {
      rotated = now;
      try {
        log.rotate(options.limits(), now);
      } catch (RuntimeException e) {
        LOG.warn("The prompt log could not be brought back to its limits: {}", e.getMessage());
      }
    }
  }

  private void waitUnlessHurried(Duration time) throws InterruptedException {
    boolean hurried = hurry.tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS);
    if (hurried) {
      LOG.debug("The prompt log is closing.");
    }
  }
}
