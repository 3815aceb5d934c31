package dev.spendlight.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.AccountId;
import dev.spendlight.log.CostLine;
import dev.spendlight.log.CostSums;
import dev.spendlight.log.Exchange;
import dev.spendlight.log.ExchangeId;
import dev.spendlight.log.LogLimits;
import dev.spendlight.log.LogQuery;
import dev.spendlight.log.LogSize;
import dev.spendlight.log.PromptLog;
import dev.spendlight.log.Verdict;
import dev.spendlight.metric.DateRange;
import dev.spendlight.model.Charge;
import dev.spendlight.model.ContentBlock;
import dev.spendlight.model.ModelReply;
import dev.spendlight.model.NanoDollars;
import dev.spendlight.model.Usage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What every `PromptLog` promises. An adapter's test extends this and says how to open one: each
/// call opens the same log anew, and the first call of a test finds it empty.
public abstract class PromptLogContract {
  private static final String NOON = "2026-03-08T12:00:00Z";
  private static final AccountId ACME = new AccountId("acme");
  private static final LogLimits WIDE =
      new LogLimits(Duration.ofDays(999), Long.MAX_VALUE, Duration.ofDays(999), Long.MAX_VALUE);

  /// Opens the log.
  protected abstract PromptLog open();

  private static SampleExchange at(String time, int number) {
    return SampleExchange.at(time, number);
  }

  private static SampleExchange noon(int number) {
    return at(NOON, number);
  }

  @Test
  void anEmptyLogAnswersWithNothing() {
    try (PromptLog log = open()) {
      assertThat(log.find(noon(1).id())).isEmpty();
      assertThat(log.find(Set.of(noon(1).id()))).isEmpty();
      assertThat(log.query(LogQuery.newest(10))).isEmpty();
      assertThat(log.costs(Optional.empty(), Optional.empty())).isEmpty();
      assertThat(log.size()).isEqualTo(LogSize.EMPTY);
      assertThat(log.delete(ACME)).isFalse();
      log.append(List.of());
      log.rotate(WIDE, Instant.parse(NOON));
      assertThat(log.size()).isEqualTo(LogSize.EMPTY);
    }
  }

  /// Every kind of reply, whatever is in it.
  @Test
  void whatWasAppendedIsFoundWhole() {
    String odd = "'; DROP TABLE x -- \" \\ \u0000 \n \uD83D\uDE00 half \uD83D {c1} {f12}";
    List<ContentBlock> content =
        List.of(
            new ContentBlock.Thinking(),
            new ContentBlock.Text(odd),
            new ContentBlock.Other("tool_use"),
            new ContentBlock.Text(""));
    List<ModelReply> replies =
        List.of(
            new ModelReply.Complete(content),
            new ModelReply.Complete(List.of()),
            new ModelReply.Truncated(content, "max_tokens"),
            new ModelReply.Refused(),
            new ModelReply.Interrupted("pause_turn"),
            new ModelReply.Busy(Optional.of(Duration.ofMillis(1_500))),
            new ModelReply.Busy(Optional.empty()),
            new ModelReply.Unavailable("It is down."),
            new ModelReply.Late(),
            new ModelReply.TooDear(),
            new ModelReply.Misconfigured("No key."),
            new ModelReply.Garbled("No JSON."),
            new ModelReply.Cancelled());
    List<Exchange> all = new ArrayList<>();
    for (ModelReply reply : replies) {
      all.add(noon(all.size()).reply(reply).verdict(Verdict.FELL_BACK).make());
    }
    all.add(
        noon(100)
            .attempts(
                SampleExchange.attempt("busy", Optional.empty()),
                SampleExchange.attempt("complete", Optional.of(new Usage(1, 2, 3, 4, 5))))
            .charge(
                new Charge(Optional.empty(), Optional.of(new NanoDollars(-7)), NanoDollars.ZERO))
            .account("Ärzte ☀ 'x'")
            .make());
    all.add(noon(101).reusedReply().make());
    all.add(noon(102).charge(SampleExchange.cost(1, 2, 3)).make());
    try (PromptLog log = open()) {
      log.append(all);
    }
    try (PromptLog log = open()) {
      for (Exchange each : all) {
        assertThat(log.find(each.id())).contains(each);
      }
      Set<ExchangeId> ids = all.stream().map(Exchange::id).collect(Collectors.toSet());
      ids.add(noon(500).id());
      assertThat(log.find(ids))
          .containsExactlyInAnyOrderElementsOf(all.stream().map(Exchange::withoutTexts).toList());
      assertThat(log.query(LogQuery.newest(1000))).isEqualTo(all.reversed());
    }
  }

  @Test
  void aBatchThatIsAppendedAgainChangesNothing() {
    Exchange first = noon(1).texts(10).make();
    Exchange second = noon(2).make();
    try (PromptLog log = open()) {
      log.append(List.of(first));
      log.append(List.of(noon(1).texts(99).verdict(Verdict.FELL_BACK).make(), second, second));
      log.append(List.of(first, second));
      assertThat(log.query(LogQuery.newest(10))).containsExactly(second, first);
      assertThat(log.size().exchanges()).isEqualTo(2);
      assertThat(log.size().texts()).isEqualTo(1);
    }
  }

  @Test
  void theNewestComeFirstWhateverTheOrderInWhichTheyCame() {
    try (PromptLog log = open()) {
      Exchange early = at("2026-03-08T11:59:59.999Z", 9).make();
      Exchange first = noon(1).make();
      Exchange second = noon(2).make();
      log.append(List.of(second));
      log.append(List.of(early, first));
      assertThat(log.query(LogQuery.newest(2))).containsExactly(second, first);
      assertThat(log.query(LogQuery.newest(2).before(first.id()))).containsExactly(early);
      assertThat(log.query(LogQuery.newest(2).before(early.id()))).isEmpty();
    }
  }

  @Test
  void aQueryChoosesByAccountModelVerdictAndTexts() {
    Exchange plain = noon(1).make();
    Exchange other = noon(2).account("other").texts(9).make();
    Exchange haiku = noon(3).model("claude-haiku-5-5").make();
    Exchange fell = noon(4).verdict(Verdict.FELL_BACK).texts(9).make();
    Exchange back = noon(5).verdict(Verdict.SENT_BACK).make();
    try (PromptLog log = open()) {
      log.append(List.of(plain, other, haiku, fell, back));
      LogQuery all = LogQuery.newest(10);
      assertThat(log.query(all.of(new AccountId("other")))).containsExactly(other);
      assertThat(log.query(all.of("claude-haiku-5-5"))).containsExactly(haiku);
      assertThat(log.query(all.of(Verdict.FELL_BACK, Verdict.SENT_BACK)))
          .containsExactly(back, fell);
      assertThat(log.query(all.onlyWithTexts())).containsExactly(fell, other);
      assertThat(log.query(all.onlyWithTexts().of(ACME))).containsExactly(fell);
      assertThat(log.query(all.of(new AccountId("nobody")))).isEmpty();
    }
  }

  @Test
  void costsAreSumsByDayAccountAndModel() {
    Usage usage = new Usage(10, 20, 30, 40, 50);
    try (PromptLog log = open()) {
      log.append(
          List.of(
              at("2026-03-08T00:00:00Z", 1).make(),
              at("2026-03-08T23:59:59.999Z", 2).charge(SampleExchange.cost(1_000, 100, 50)).make(),
              at("2026-03-08T23:59:59.999Z", 3).charge(Charge.UNKNOWN).make(),
              at("2026-03-08T23:59:59.999Z", 4).reusedReply().make(),
              at("2026-03-09T00:00:00Z", 5).make(),
              noon(6).account("abc").make(),
              noon(7).model("a-model").charge(SampleExchange.cost(5, -3, 7)).make()));
      LocalDate sunday = LocalDate.of(2026, 3, 8);
      CostLine abc =
          new CostLine(
              new AccountId("abc"),
              "claude-sonnet-5-5",
              sunday,
              new CostSums(
                  1,
                  0,
                  1,
                  0,
                  usage,
                  new NanoDollars(1_000),
                  new NanoDollars(100),
                  NanoDollars.ZERO));
      CostLine small =
          new CostLine(
              ACME,
              "a-model",
              sunday,
              new CostSums(
                  1, 0, 1, 0, usage, new NanoDollars(5), new NanoDollars(-3), new NanoDollars(7)));
      CostLine large =
          new CostLine(
              ACME,
              "claude-sonnet-5-5",
              sunday,
              new CostSums(
                  4,
                  1,
                  3,
                  1,
                  usage.plus(usage).plus(usage),
                  new NanoDollars(2_000),
                  new NanoDollars(200),
                  new NanoDollars(50)));
      CostLine monday =
          new CostLine(
              ACME,
              "claude-sonnet-5-5",
              sunday.plusDays(1),
              new CostSums(
                  1,
                  0,
                  1,
                  0,
                  usage,
                  new NanoDollars(1_000),
                  new NanoDollars(100),
                  NanoDollars.ZERO));
      assertThat(log.costs(Optional.empty(), Optional.empty()))
          .containsExactly(abc, small, large, monday);
      assertThat(log.costs(Optional.of(ACME), Optional.empty()))
          .containsExactly(small, large, monday);
      assertThat(log.costs(Optional.empty(), Optional.of(DateRange.day(sunday))))
          .containsExactly(abc, small, large);
      assertThat(log.costs(Optional.of(ACME), Optional.of(DateRange.day(sunday.plusDays(1)))))
          .containsExactly(monday);
      assertThat(log.costs(Optional.of(new AccountId("nobody")), Optional.empty())).isEmpty();
    }
  }

  @Test
  void costsOfManyAreThoseThatAddingThemGives() {
    long seed = 20260308;
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    List<Exchange> all = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      SampleExchange sample =
          at("2026-03-0%dT%02d:00:00Z".formatted(1 + random.nextInt(3), random.nextInt(24)), i)
              .account("account " + random.nextInt(3))
              .model("model " + random.nextInt(2))
              .attempts(
                  SampleExchange.attempt("busy", Optional.empty()),
                  SampleExchange.attempt(
                      "complete",
                      Optional.of(new Usage(random.nextInt(1 << 20), i, 2L * i, 3L * i, 4L * i))))
              .charge(
                  random.nextInt(10) == 0
                      ? Charge.UNKNOWN
                      : SampleExchange.cost(
                          random.nextLong(1L << 40), random.nextInt(), random.nextLong(1L << 40)));
      all.add((random.nextInt(10) == 0 ? sample.reusedReply() : sample).make());
    }
    try (PromptLog log = open();
        PromptLog reference = new InMemoryPromptLog()) {
      for (int from = 0; from < all.size(); from += 50) {
        log.append(all.subList(from, from + 50));
      }
      reference.append(all);
      assertThat(log.costs(Optional.empty(), Optional.empty()))
          .isEqualTo(reference.costs(Optional.empty(), Optional.empty()))
          .hasSize(18);
    }
  }

  @Test
  void textsBeyondTheirBytesGoTheOldestFirstAndTheirCostsStay() {
    List<Exchange> all = IntStream.range(0, 10).mapToObj(i -> noon(i).texts(1_000).make()).toList();
    try (PromptLog log = open()) {
      log.append(all);
      LogSize full = log.size();
      assertThat(full.exchanges()).isEqualTo(10);
      assertThat(full.texts()).isEqualTo(10);
      assertThat(full.textBytes()).isGreaterThan(10_000);
      log.rotate(
          new LogLimits(
              Duration.ofDays(1), full.textBytes() * 4 / 10, Duration.ofDays(1), Long.MAX_VALUE),
          Instant.parse(NOON));
      List<Exchange> left = new ArrayList<>(all.subList(6, 10));
      assertThat(log.query(LogQuery.newest(20).onlyWithTexts())).isEqualTo(left.reversed());
      assertThat(log.find(all.getFirst().id())).contains(all.getFirst().withoutTexts());
      assertThat(log.size()).isEqualTo(new LogSize(10, 4, full.textBytes() * 4 / 10));
      assertThat(log.costs(Optional.empty(), Optional.empty()).getFirst().sums().calls())
          .isEqualTo(10);
    }
  }

  @Test
  void whatIsTooOldGoesTextsBeforeCosts() {
    Exchange old = at("2026-01-01T00:00:00Z", 1).texts(9).make();
    Exchange middle = at("2026-02-01T00:00:00Z", 1).texts(9).make();
    Exchange young = at("2026-03-01T00:00:00Z", 1).texts(9).make();
    try (PromptLog log = open()) {
      log.append(List.of(old, middle, young));
      log.rotate(WIDE, Instant.parse(NOON));
      assertThat(log.query(LogQuery.newest(9))).containsExactly(young, middle, old);
      log.rotate(
          new LogLimits(Duration.ofDays(20), Long.MAX_VALUE, Duration.ofDays(50), Long.MAX_VALUE),
          Instant.parse(NOON));
      assertThat(log.query(LogQuery.newest(9))).containsExactly(young, middle.withoutTexts());
      log.rotate(
          new LogLimits(Duration.ofDays(20), Long.MAX_VALUE, Duration.ofDays(50), 1),
          Instant.parse(NOON));
      assertThat(log.query(LogQuery.newest(9))).containsExactly(young);
    }
  }

  @Test
  void whatIsDeletedIsAllOfOneAccountAndNothingElse() {
    Exchange stays = noon(2).account("stays").texts(9).make();
    try (PromptLog log = open()) {
      log.append(List.of(noon(1).texts(9).make(), stays, noon(3).make()));
      assertThat(log.delete(ACME)).isTrue();
      assertThat(log.delete(ACME)).isFalse();
      assertThat(log.find(noon(1).id())).isEmpty();
      assertThat(log.query(LogQuery.newest(9))).containsExactly(stays);
      assertThat(log.costs(Optional.empty(), Optional.empty())).hasSize(1);
      assertThat(log.size().texts()).isEqualTo(1);
      log.append(List.of(noon(1).make()));
      assertThat(log.find(noon(1).id()).flatMap(Exchange::texts)).isEmpty();
    }
  }
}
