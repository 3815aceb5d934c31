package dev.spendlight.document;

import dev.spendlight.account.AccountSettings;
import dev.spendlight.account.AccountType;
import dev.spendlight.account.Marketplace;
import dev.spendlight.account.MatchType;
import dev.spendlight.analysis.AnalysisResult;
import dev.spendlight.fact.FactSheet;
import dev.spendlight.finding.Findings;
import dev.spendlight.finding.SampleFindings;
import dev.spendlight.metric.Metric;
import dev.spendlight.report.ReportKind;
import dev.spendlight.service.IntelligenceService.Demand;
import dev.spendlight.service.IntelligenceService.Question;
import dev.spendlight.testing.Amount;
import dev.spendlight.testing.SampleAccount;
import dev.spendlight.testing.Shop;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Documents of each kind, as the code writes them for small accounts.
final class RealDocuments {
  private RealDocuments() {}

  static List<String> of(DocumentKind kind) {
    return switch (kind) {
      case SUMMARY -> List.of(summary(usual()), summary(bare()));
      case FINDINGS ->
          List.of(findings(troubled()), findings(wasteful()), findings(quiet()), everyKind());
      case EXPLAIN ->
          List.of(
              ExplainDocumentTest.everyClass(Metric.ACOS),
              ExplainDocumentTest.everyClass(Metric.SALES),
              ExplainDocumentTest.everyClass(Metric.CTR),
              ExplainDocumentTest.located(),
              ExplainDocumentTest.unsold());
      case ANALYSIS ->
          List.of(
              AnalysisDocument.of(analysis(troubled()), true),
              AnalysisDocument.of(analysis(troubled()), false),
              AnalysisDocument.of(analysis(wasteful()), false),
              AnalysisDocument.of(analysis(quiet()), true));
      case IMPORT -> List.of(ImportDocumentTest.everyResult());
      case ACCOUNT -> List.of(show(usual()), show(bare()));
      case ACCOUNTS ->
          List.of(AccountDocument.list(List.of()), AccountDocument.list(List.of(usual().id())));
      case COSTS -> List.of(CostsDocumentTest.some(), CostsDocumentTest.none());
      case FACT -> troubled().judge().sheet().facts().stream().map(FactDocument::of).toList();
      case REPLAY -> List.of(ReplayDocumentTest.some(), ReplayDocumentTest.none());
    };
  }

  /// A keyword without orders, a campaign that is too dear, and a day that was never delivered.
  static Shop troubled() {
    Shop shop = quietTargets();
    return shop.target("1", "200", MatchType.EXACT, 20, 0)
        .target("2", "300", MatchType.PHRASE, 30, 0.02)
        .without(LocalDate.of(2026, 3, 20));
  }

  /// Search terms without orders.
  static Shop wasteful() {
    Shop shop = Shop.of(ReportKind.SEARCH_TERM, 30).targetAcos("0.60");
    IntStream.range(0, 8).forEach(i -> shop.term("1", "100", "term " + i, 10, 0.1));
    return shop.term("1", "100", "free shoes", 20, 0);
  }

  static Shop quiet() {
    return quietTargets();
  }

  private static Shop quietTargets() {
    Shop shop = Shop.of(ReportKind.TARGETING, 30).targetAcos("0.60");
    IntStream.range(0, 8).forEach(i -> shop.target("1", "10" + i, MatchType.BROAD, 10, 0.1));
    return shop;
  }

  private static SampleAccount usual() {
    SampleAccount shop = SampleAccount.shop();
    shop.set(
        AccountSettings.unset()
            .withMarketplace(Marketplace.US)
            .withMargin(new BigDecimal("0.38"))
            .withTargetAcos(new BigDecimal("0.3"))
            .withType(AccountType.SELLER));
    shop.daily(ReportKind.CAMPAIGN)
        .day("2026-03-07")
        .row(
            "Shoes",
            Amount.impressions(900),
            Amount.clicks(9),
            Amount.spend("9"),
            Amount.sales("90"),
            Amount.orders(2))
        .row(
            "Hats",
            Amount.impressions(900),
            Amount.clicks(9),
            Amount.spend("9"),
            Amount.sales("9"),
            Amount.orders(1))
        .pulled("2026-03-08");
    shop.range(ReportKind.CAMPAIGN, "2026-02-01", "2026-02-28")
        .row("Shoes", Amount.clicks(1))
        .pulled("2026-03-08");
    return shop;
  }

  /// Nothing set, and a report that carries nothing.
  private static SampleAccount bare() {
    SampleAccount shop = SampleAccount.shop();
    shop.set(AccountSettings.unset());
    shop.daily(ReportKind.BUDGET).carrying().day("2026-03-07").row("").pulled("2026-03-08");
    return shop;
  }

  private static String summary(SampleAccount shop) {
    return SummaryDocument.of(shop.summary());
  }

  private static String show(SampleAccount shop) {
    return AccountDocument.show(
        shop.id(),
        shop.store().settings(shop.id()).orElseThrow(),
        shop.store().deliveries(shop.id()));
  }

  /// A finding of each kind, made by hand.
  static String everyKind() {
    return FindingsDocument.of(
        FactSheet.of(
            quiet().judge().summary(),
            new Findings(SampleFindings.usual().all(), List.of(), List.of()),
            List.of()));
  }

  static String findings(Shop shop) {
    return FindingsDocument.of(shop.judge().sheet());
  }

  private static AnalysisResult analysis(Shop shop) {
    return shop.service().analyse(new Question(Shop.ID, Optional.empty(), Demand.FRESH));
  }
}
