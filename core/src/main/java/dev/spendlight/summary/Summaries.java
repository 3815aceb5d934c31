package dev.spendlight.summary;

import dev.spendlight.account.Entity;
import dev.spendlight.history.AccountView;
import dev.spendlight.history.Coverage;
import dev.spendlight.history.EntityRows;
import dev.spendlight.history.NameResolution;
import dev.spendlight.history.UnanswerableException;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Metrics;
import dev.spendlight.report.Detail;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.report.RowKey;
import dev.spendlight.report.Selection;
import dev.spendlight.summary.AccountSummary.CampaignTotals;
import dev.spendlight.summary.AccountSummary.Omitted;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes an [AccountSummary] from what a store holds.
public final class Summaries {
  /// Days of a summary unless asked otherwise.
  public static final int DAYS = 7;

  /// Campaigns listed; the others are counted in `omitted`.
  public static final int CAMPAIGNS = 50;

  private final PerformanceStore store;

  public Summaries(PerformanceStore store) {
    this.store = store;
  }

  /// The week that ends with the view's as-of day.
  public AccountSummary week(AccountView view, NameResolution names) {
    return over(view, names, DateRange.ending(view.asOf().day(), DAYS));
  }

  /// @throws UnanswerableException when nothing was delivered for the window
  public AccountSummary over(AccountView view, NameResolution names, DateRange window) {
    List<Coverage> coverages = view.coverages(window);
    if (coverages.isEmpty()) {
      throw new UnanswerableException(
          "Nothing was imported for %s to %s of account %s."
              .formatted(window.from(), window.to(), view.account()));
    }
    Coverage answering = coverages.getFirst();
    EntityRows rows = read(view, names, answering.selection(), answering.period());
    List<CampaignTotals> campaigns = campaigns(view, answering, rows);
    Metrics totals = sum(campaigns, answering, view);
    List<CampaignTotals> top = campaigns.stream().limit(CAMPAIGNS).toList();
    List<String> caveats = new ArrayList<>(Caveats.of(view, answering));
    rows.ambiguous().forEach(name -> caveats.add(Caveats.ambiguous(name)));
    coverages.stream()
        .skip(1)
        .flatMap(other -> new Disagreements(store, view).between(answering, other).stream())
        .forEach(caveats::add);
    return new AccountSummary(
        view.account(),
        view.asOf().day(),
        view.settings().effectiveCurrency(),
        answering.period(),
        answering,
        totals,
        top,
        omitted(campaigns),
        Outliers.among(top, totals),
        List.copyOf(caveats));
  }

  private EntityRows read(
      AccountView view, NameResolution names, Selection selection, DateRange period) {
    return EntityRows.resolve(
        store.read(view.account(), selection, view.attribution(), Detail.CAMPAIGN, false),
        names,
        period,
        false);
  }

  /// Most spend first; ties by id, never by name.
  private static List<CampaignTotals> campaigns(
      AccountView view, Coverage answering, EntityRows rows) {
    List<Metrics> totals = rows.totals(answering, view.attribution(), row -> true);
    Map<String, CampaignTotals> byId = new LinkedHashMap<>();
    for (int i = 0; i < totals.size(); i++) {
      RowKey key = rows.entities().get(i);
      byId.merge(
          key.campaignId(),
          new CampaignTotals(
              new Entity.Campaign(key.campaignId(), key.campaignName()), totals.get(i)),
          (one, other) -> new CampaignTotals(one.campaign(), one.metrics().plus(other.metrics())));
    }
    return byId.values().stream()
        .sorted(
            Comparator.comparing(
                    (CampaignTotals each) -> each.metrics().spend().orElse(BigDecimal.ZERO))
                .reversed()
                .thenComparing(each -> each.campaign().id()))
        .toList();
  }

  /// A report without any row still says which columns it has; sums of those are 0.
  private static Metrics sum(List<CampaignTotals> campaigns, Coverage answering, AccountView view) {
    return campaigns.stream()
        .map(CampaignTotals::metrics)
        .reduce(answering.metrics(view.attribution(), 0, 0, 0, 0, 0, 0), Metrics::plus);
  }

  private static Omitted omitted(List<CampaignTotals> campaigns) {
    List<CampaignTotals> beyond = campaigns.stream().skip(CAMPAIGNS).toList();
    Optional<BigDecimal> spend =
        beyond.stream()
            .map(each -> each.metrics().spend())
            .reduce(
                Optional.of(new BigDecimal("0.00")),
                (sum, each) -> sum.flatMap(s -> each.map(s::add)));
    return new Omitted(beyond.size(), spend);
  }
}
