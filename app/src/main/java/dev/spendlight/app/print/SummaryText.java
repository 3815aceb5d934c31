package dev.spendlight.app.print;

import dev.spendlight.account.Entity;
import dev.spendlight.grounding.MoneyFormat;
import dev.spendlight.grounding.Wording;
import dev.spendlight.metric.Metric;
import dev.spendlight.metric.Metrics;
import dev.spendlight.metric.Unit;
import dev.spendlight.summary.AccountSummary;
import dev.spendlight.summary.AccountSummary.CampaignTotals;
import dev.spendlight.summary.AccountSummary.Outlier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A summary as a person reads it.
public final class SummaryText {
  private static final String ABSENT = "-";

  private static final List<Metric> COLUMNS =
      List.of(
          Metric.SPEND,
          Metric.SALES,
          Metric.ACOS,
          Metric.ORDERS,
          Metric.CLICKS,
          Metric.CPC,
          Metric.CVR,
          Metric.IMPRESSIONS,
          Metric.CTR,
          Metric.UNITS,
          Metric.ROAS);

  private final Terminal terminal;
  private final MoneyFormat money;

  public SummaryText(Terminal terminal, MoneyFormat money) {
    this.terminal = terminal;
    this.money = money;
  }

  public void print(AccountSummary summary) {
    terminal.paragraph(
        "",
        terminal.toned(
            Terminal.Tone.STRONG,
            "%s, %s to %s (%d days), from the %s report"
                .formatted(
                    Wording.plain(summary.account().value()),
                    summary.window().from(),
                    summary.window().to(),
                    summary.window().days(),
                    summary.coverage().kind().words())));
    terminal.line();
    TextTable table = TextTable.ofFigures(header());
    table.row(row("All campaigns", summary.totals()));
    for (CampaignTotals campaign : summary.campaigns()) {
      table.row(row(campaign.campaign().name(), campaign.metrics()));
    }
    table.print(terminal);
    omitted(summary);
    outliers(summary.outliers());
    summary.caveats().forEach(caveat -> terminal.paragraph("Note: ", caveat));
  }

  private void omitted(AccountSummary summary) {
    if (summary.omitted().campaigns() > 0) {
      terminal.paragraph(
          "",
          "and %d more with %s of spend"
              .formatted(
                  summary.omitted().campaigns(),
                  summary.omitted().spend().map(money::format).orElse("unknown")));
    }
    terminal.line();
  }

  /// One line a campaign: `ACOS 98.7% (34.2%), conversion rate 3.8% (12.5%)`, the account's in
  /// brackets.
  private void outliers(List<Outlier> outliers) {
    Map<Entity.Campaign, List<String>> byCampaign = new LinkedHashMap<>();
    outliers.forEach(each ->
        byCampaign
            .computeIfAbsent(each.campaign(), any -> new ArrayList<>())
            .add(
                "%s %s (%s)"
                    .formatted(
                        each.metric().words(),
                        value(each.metric(), each.value()),
                        value(each.metric(), each.account()))));
    if (!byCampaign.isEmpty()) {
      terminal.paragraph("", "Far from the account, whose figures stand in brackets:");
    }
    byCampaign.forEach((campaign, figures) ->
        terminal.paragraph(
            "  - ", Wording.name(campaign.name(), 60) + ": " + String.join(", ", figures)));
  }

  private static List<String> header() {
    List<String> header = new ArrayList<>(List.of("Campaign"));
    COLUMNS.forEach(metric ->
        header.add(
            metric.words().length() > 6 && metric.key().length() <= 4
                ? metric.key().toUpperCase(Locale.ROOT)
                : capital(metric.words())));
    return header;
  }

  private static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private List<String> row(String name, Metrics metrics) {
    List<String> row = new ArrayList<>(List.of(name));
    COLUMNS.forEach(
        metric -> row.add(metrics.get(metric).map(each -> cell(metric, each)).orElse(ABSENT)));
    return row;
  }

  /// In a table every share of a column has as many places, so that they can be compared at a
  /// glance.
  private String cell(Metric metric, BigDecimal value) {
    return metric.unit() == Unit.FRACTION
        ? places(value, metric == Metric.CTR ? 2 : 1)
        : value(metric, value);
  }

  private String value(Metric metric, BigDecimal value) {
    return switch (metric.unit()) {
      case MONEY -> money.format(value);
      case FRACTION -> metric == Metric.CTR ? places(value, 2) : Wording.percent(value);
      case RATIO -> value.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
      case COUNT, DAYS, POINTS -> String.format(Locale.ENGLISH, "%,d", value.toBigInteger());
    };
  }

  private static String places(BigDecimal fraction, int places) {
    return fraction.movePointRight(2).setScale(places, RoundingMode.HALF_EVEN).toPlainString()
        + "%";
  }
}
