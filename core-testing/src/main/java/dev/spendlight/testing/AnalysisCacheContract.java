package dev.spendlight.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.AccountId;
import dev.spendlight.cache.AnalysisCache;
import dev.spendlight.cache.AnswerKey;
import dev.spendlight.cache.CachedAnswer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every `AnalysisCache` promises. An adapter's test extends this and says how to open one
/// that is empty.
public abstract class AnalysisCacheContract {
  private static final AccountId ACME = new AccountId("acme");
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  /// Opens an empty cache.
  protected abstract AnalysisCache open();

  private static Optional<CachedAnswer> latest(AnalysisCache cache) {
    return cache.latest(ACME, Optional.empty());
  }

  @Test
  void whatIsNotKeptIsNotFound() {
    AnalysisCache cache = open();
    assertThat(cache.find(SampleAnswer.of("acme", "one").key())).isEmpty();
    assertThat(latest(cache)).isEmpty();
    cache.forget(ACME);
  }

  @Test
  void anAnswerIsFoundUnderItsKeyAndNoOther() {
    AnalysisCache cache = open();
    List<CachedAnswer> answers =
        List.of(
            SampleAnswer.of("acme", "one").make(),
            SampleAnswer.of("acme", "two").make(),
            SampleAnswer.of("acme", "one").asked(MONDAY).make(),
            SampleAnswer.of("Acme", "one").make(),
            SampleAnswer.of("acme:-", "one").make(),
            SampleAnswer.of("acme}{:*", "-:one").make(),
            SampleAnswer.of("Ärzte \uD83D\uDE00 'x'", "\u0000").make());
    answers.forEach(cache::keep);
    for (CachedAnswer each : answers) {
      assertThat(cache.find(each.key())).contains(each);
    }
    assertThat(cache.find(new AnswerKey(ACME, Optional.of(MONDAY), "two"))).isEmpty();
    assertThat(cache.find(new AnswerKey(ACME, Optional.of(MONDAY.plusDays(1)), "one"))).isEmpty();
    assertThat(cache.find(new AnswerKey(new AccountId("acm"), Optional.empty(), "one"))).isEmpty();
  }

  @Test
  void whateverIsInAnAnswerComesBackWhole() {
    long seed = System.nanoTime();
    System.out.println("seed of the answers: " + seed);
    RandomAnswer random = new RandomAnswer(new Random(seed));
    AnalysisCache cache = open();
    for (int i = 0; i < 50; i++) {
      CachedAnswer answer = random.next();
      cache.keep(answer);
      assertThat(cache.find(answer.key())).contains(answer);
    }
  }

  @Test
  void aLaterAnswerUnderTheSameKeyTakesThePlaceOfTheEarlier() {
    AnalysisCache cache = open();
    CachedAnswer second = SampleAnswer.of("acme", "one").summary("Second.").make();
    cache.keep(SampleAnswer.of("acme", "one").summary("First.").make());
    cache.keep(second);
    assertThat(cache.find(second.key())).contains(second);
    assertThat(latest(cache)).as("of the same data and time, the last that came").contains(second);
  }

  @Test
  void theLatestIsThatOfTheNewestDataAndThenTheLastMade() {
    AnalysisCache cache = open();
    CachedAnswer ninth = SampleAnswer.of("acme", "9").dataVersion(9).later(5).make();
    CachedAnswer tenth = SampleAnswer.of("acme", "10").dataVersion(10).make();
    CachedAnswer afterwards = SampleAnswer.of("acme", "10b").dataVersion(10).later(1).make();
    cache.keep(ninth);
    assertThat(latest(cache)).contains(ninth);
    cache.keep(afterwards);
    cache.keep(tenth);
    cache.keep(ninth);
    assertThat(latest(cache)).contains(afterwards);
    assertThat(cache.find(ninth.key())).contains(ninth);
    assertThat(cache.find(tenth.key())).contains(tenth);
  }

  @Test
  void everyAskedDayHasItsOwnLatest() {
    AnalysisCache cache = open();
    CachedAnswer today = SampleAnswer.of("acme", "one").make();
    CachedAnswer monday = SampleAnswer.of("acme", "one").asked(MONDAY).dataVersion(2).make();
    cache.keep(today);
    cache.keep(monday);
    assertThat(latest(cache)).contains(today);
    assertThat(cache.latest(ACME, Optional.of(MONDAY))).contains(monday);
    assertThat(cache.latest(ACME, Optional.of(MONDAY.plusDays(1)))).isEmpty();
  }

  @Test
  void anAccountIsForgottenWholeAndNoOtherIs() {
    AnalysisCache cache = open();
    CachedAnswer one = SampleAnswer.of("acme", "one").make();
    CachedAnswer other = SampleAnswer.of("acme2", "one").make();
    CachedAnswer monday = SampleAnswer.of("acme", "one").asked(MONDAY).make();
    List.of(one, monday, other).forEach(cache::keep);
    cache.forget(ACME);
    assertThat(cache.find(one.key())).isEmpty();
    assertThat(cache.find(monday.key())).isEmpty();
    assertThat(latest(cache)).isEmpty();
    assertThat(cache.latest(ACME, Optional.of(MONDAY))).isEmpty();
    assertThat(cache.find(other.key())).contains(other);
    cache.keep(one);
    assertThat(latest(cache)).as("it may come again").contains(one);
  }

  @Test
  void whoeverKeepsAtTheSameTimeTheNewestIsTheLatest() throws Exception {
    AnalysisCache cache = open();
    List<CachedAnswer> answers =
        new ArrayList<>(
            IntStream.rangeClosed(1, 60)
                .mapToObj(i -> SampleAnswer.of("acme", "f" + i % 7).dataVersion(i).make())
                .toList());
    CachedAnswer newest = answers.getLast();
    Collections.shuffle(answers, new Random(1));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> kept = new ArrayList<>();
      answers.forEach(each -> kept.add(threads.submit(() -> cache.keep(each))));
      for (Future<?> each : kept) {
        each.get();
      }
    }
    assertThat(latest(cache)).contains(newest);
  }
}
