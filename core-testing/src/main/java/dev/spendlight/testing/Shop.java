package dev.spendlight.testing;

import dev.spendlight.account.AccountId;
import dev.spendlight.account.AccountSettings;
import dev.spendlight.account.MatchType;
import dev.spendlight.finding.Detectors;
import dev.spendlight.metric.DateRange;
import dev.spendlight.report.Measure;
import dev.spendlight.report.Measures;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.RowKey;
import dev.spendlight.rules.RulesAnalyst;
import dev.spendlight.service.IntelligenceService;
import dev.spendlight.service.IntelligenceService.Judgement;
import dev.spendlight.service.ModelAnalyst;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;

/// A small account for tests of judgement: targets with steady clicks and orders, as a targeting
/// report of some days tells them.
public final class Shop {
  public static final AccountId ID = new AccountId("shop");
  public static final LocalDate LAST = LocalDate.parse("2026-03-31");

  private final InMemoryPerformanceStore store = new InMemoryPerformanceStore();
  private final DateRange days;
  private final SampleReport report;
  private final ReportKind kind;
  private AccountSettings settings =
      AccountSettings.unset().withCurrency(Currency.getInstance("USD"));
  private LocalDate pulled = LAST.plusDays(30);

  private Shop(ReportKind kind, int days) {
    this.kind = kind;
    this.days = DateRange.ending(LAST, days);
    this.report = SampleReport.daily(kind);
  }

  public static Shop of(ReportKind kind, int days) {
    return new Shop(kind, days);
  }

  public Shop targetAcos(String fraction) {
    settings = settings.withTargetAcos(new BigDecimal(fraction));
    return this;
  }

  public Shop pulled(LocalDate day) {
    pulled = day;
    return this;
  }

  /// A target that gets clicks each day at a dollar, and orders of 20 dollars, spread evenly.
  public Shop target(
      String campaign, String target, MatchType match, int clicksADay, double conversion) {
    return row(key(campaign, target, match), clicksADay, 1.0, conversion, 20);
  }

  /// The same of a search term.
  public Shop term(String campaign, String target, String term, int clicksADay, double conversion) {
    return row(
        key(campaign, target, MatchType.BROAD).withSearchTerm(term),
        clicksADay,
        1.0,
        conversion,
        20);
  }

  public Shop campaign(
      String campaign, int clicksADay, double cpc, double conversion, double orderValue) {
    return row(
        RowKey.campaign(campaign, "Campaign " + campaign), clicksADay, cpc, conversion, orderValue);
  }

  private static RowKey key(String campaign, String target, MatchType match) {
    return RowKey.target(
        campaign,
        "Campaign " + campaign,
        campaign + "-group",
        "Group",
        target,
        "keyword " + target,
        match);
  }

  private Shop row(RowKey key, int clicksADay, double cpc, double conversion, double orderValue) {
    double due = 0;
    for (LocalDate day : days.stream().toList()) {
      due += clicksADay * conversion;
      long orders = (long) (due + 1e-9);
      due -= orders;
      report.row(
          day,
          key,
          Measures.ZERO
              .with(Measure.IMPRESSIONS, 100L * clicksADay)
              .with(Measure.CLICKS, clicksADay)
              .with(Measure.SPEND, Math.round(clicksADay * cpc * 1_000_000))
              .with(Measure.ORDERS_7, orders)
              .with(Measure.UNITS_7, orders)
              .with(Measure.SALES_7, Math.round(orders * orderValue * 1_000_000)));
    }
    return this;
  }

  /// A day that was never delivered.
  public Shop without(LocalDate day) {
    Shop rest = new Shop(kind, days.days());
    rest.settings = settings;
    rest.pulled = pulled;
    report.rowsOutside(day).forEach(row -> rest.report.row(row.from(), row.key(), row.measures()));
    return rest;
  }

  public IntelligenceService service() {
    return service(Optional.empty());
  }

  /// @param model writes the answer, under the eyes of the rules
  public IntelligenceService service(Optional<ModelAnalyst> model) {
    if (store.deliveries(ID).isEmpty()) {
      store.save(ID, settings);
      report.importInto(store, ID, pulled);
    }
    return new IntelligenceService(
        store,
        Detectors.standard(),
        new RulesAnalyst(),
        model,
        InstantSource.fixed(Instant.parse("2026-04-01T06:00:00Z")));
  }

  /// Imports the same figures under another id too.
  public Shop twin(AccountId id) {
    store.save(id, settings);
    report.importInto(store, id, pulled);
    return this;
  }

  /// Where it is kept, once [#service] was asked for.
  public InMemoryPerformanceStore store() {
    return store;
  }

  public Judgement judge() {
    return service().judge(ID, Optional.empty());
  }
}
