package dev.spendlight.testing;

import dev.spendlight.account.AccountId;
import dev.spendlight.account.Entity;
import dev.spendlight.account.MatchType;
import dev.spendlight.analysis.AccountAnalysis;
import dev.spendlight.analysis.AccountAnalysis.Opportunity;
import dev.spendlight.analysis.AnalysisDraft;
import dev.spendlight.analysis.AnalysisDraft.DraftOpportunity;
import dev.spendlight.analysis.AnalysisResult;
import dev.spendlight.analysis.AnalysisResult.Audit;
import dev.spendlight.analysis.AnalysisResult.Degradation;
import dev.spendlight.analysis.AnalysisResult.Freshness;
import dev.spendlight.analysis.AnalysisResult.Source;
import dev.spendlight.analysis.OverallHealth;
import dev.spendlight.cache.AnswerKey;
import dev.spendlight.cache.CachedAnswer;
import dev.spendlight.cache.PortableDraft;
import dev.spendlight.fact.Fact;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Figure;
import dev.spendlight.metric.Metric;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Makes answers of every shape that the types allow, sensible or not.
public final class RandomAnswer {
  private static final List<String> ODD =
      List.of("", "\u0000", "\"\\/\n", "\uD83D\uDE00", "\uD83D", "Ärzte ☀", "{f12}", "null", "é");

  private final Random random;

  public RandomAnswer(Random random) {
    this.random = random;
  }

  public CachedAnswer next() {
    return next(new AnswerKey(account(), optional(this::day), text()));
  }

  public CachedAnswer next(AnswerKey key) {
    return new CachedAnswer(
        key, random.nextLong(), result(), optional(this::words), optional(this::instant));
  }

  private AnalysisResult result() {
    return new AnalysisResult(
        account(),
        day(),
        instant(),
        any(Source.values()),
        any(Freshness.values()),
        list(() -> any(Degradation.values())),
        list(this::text),
        new AccountAnalysis(
            any(OverallHealth.values()),
            list(this::text),
            list(() -> new Opportunity(text(), text(), text(), text())),
            text()),
        list(this::text),
        list(() -> new Fact(text(), figure(), optional(this::text))),
        optional(this::audit));
  }

  private Audit audit() {
    return new Audit(
        optional(this::text),
        text(),
        text(),
        random.nextInt(),
        decimal(),
        random.nextLong(),
        random.nextLong());
  }

  private PortableDraft words() {
    return new PortableDraft(
        new AnalysisDraft(
            any(OverallHealth.values()),
            list(this::text),
            list(() -> new DraftOpportunity(text(), text(), text(), text())),
            list(this::text)),
        map(),
        list(this::text),
        text(),
        instant());
  }

  private Figure figure() {
    LocalDate from = day();
    return new Figure(
        entity(),
        any(Metric.values()),
        new DateRange(from, from.plusDays(random.nextInt(100))),
        decimal(),
        any(Figure.Nature.values()),
        text());
  }

  private Entity entity() {
    return switch (random.nextInt(8)) {
      case 0 -> new Entity.Account(account());
      case 1 -> new Entity.Product(text(), text());
      case 2 -> campaign();
      case 3 -> new Entity.CampaignMatch(campaign(), any(MatchType.values()));
      case 4 -> adGroup();
      case 5 -> keyword();
      case 6 -> new Entity.SearchTerm(text(), text(), keyword());
      default -> new Entity.Placement(text(), campaign());
    };
  }

  private Entity.Campaign campaign() {
    return new Entity.Campaign(text(), text());
  }

  private Entity.AdGroup adGroup() {
    return new Entity.AdGroup(text(), text(), campaign());
  }

  private Entity.Keyword keyword() {
    return new Entity.Keyword(text(), text(), any(MatchType.values()), adGroup());
  }

  private AccountId account() {
    return new AccountId("account " + random.nextInt(1000));
  }

  /// Of any sign, up to some hundred digits, and with zeros at its end.
  private BigDecimal decimal() {
    BigInteger digits = new BigInteger(random.nextInt(400), random);
    return new BigDecimal(
        random.nextBoolean() ? digits : digits.negate(), random.nextInt(-400, 400));
  }

  private LocalDate day() {
    return LocalDate.ofEpochDay(random.nextInt(-800_000, 800_000));
  }

  private Instant instant() {
    return Instant.ofEpochSecond(
        random.nextLong(-60_000_000_000L, 250_000_000_000L), random.nextInt(1_000_000_000));
  }

  private String text() {
    return any(ODD.toArray(String[]::new)) + random.nextInt(1000) + any(ODD.toArray(String[]::new));
  }

  private Map<String, String> map() {
    Map<String, String> map = new HashMap<>();
    list(this::text).forEach(each -> map.put("f" + random.nextInt(1000), each));
    return map;
  }

  private <T> Optional<T> optional(Supplier<T> value) {
    return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
  }

  private <T> List<T> list(Supplier<T> value) {
    return Stream.generate(value).limit(random.nextInt(4)).toList();
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
