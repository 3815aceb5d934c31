package dev.spendlight.summary;

import dev.spendlight.account.AccountId;
import dev.spendlight.account.Entity;
import dev.spendlight.history.AccountView;
import dev.spendlight.history.Coverage;
import dev.spendlight.history.EntityRows;
import dev.spendlight.history.NameResolution;
import dev.spendlight.history.UnanswerableException;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Metric;
import dev.spendlight.metric.Metrics;
import dev.spendlight.report.Detail;
import dev.spendlight.report.Grain;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.report.RowKey;
import dev.spendlight.summary.AccountSummary.CampaignTotals;
import dev.spendlight.summary.AccountSummary.Omitted;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes an [AccountSummary] from what a store holds.
public final class Summaries {
  /// Days of a summary unless asked otherwise.
  public static final int DAYS = 7;

  /// Campaigns listed; the others are counted in `omitted`.
  public static final int CAMPAIGNS = 50;

  private static final Comparator<CampaignTotals> BY_SPEND =
      Stream.of(
              Metric.SPEND,
              Metric.CLICKS,
              Metric.IMPRESSIONS,
              Metric.SALES,
              Metric.ORDERS,
              Metric.UNITS)
          .map(Summaries::by)
          .reduce(Comparator::thenComparing)
          .orElseThrow()
          .reversed()
          .thenComparing(each -> each.campaign().id());

  private final PerformanceStore store;

  public Summaries(PerformanceStore store) {
    this.store = store;
  }

  /// Of the week that ends with a day, the last with data unless given, or of any window.
  ///
  /// @throws UnanswerableException when nothing was imported that could answer
  public AccountSummary of(AccountId account, Optional<LocalDate> day, Optional<DateRange> window) {
    AccountView view = AccountView.open(store, account, day);
    NameResolution names = new NameResolution(store.identities(account));
    return window.map(range -> over(view, names, range)).orElseGet(() -> week(view, names));
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
          "Nothing was imported for %s to %s of account %s; its last day with data is %s."
              .formatted(window.from(), window.to(), view.account(), view.asOf().day()));
    }
    Coverage answering = coverages.getFirst();
    EntityRows rows = read(view, names, answering);
    List<CampaignTotals> campaigns = campaigns(view, answering, rows);
    Metrics totals = sum(campaigns, answering, view);
    List<CampaignTotals> top = campaigns.stream().limit(CAMPAIGNS).toList();
    List<String> caveats = new ArrayList<>(Caveats.of(view, answering));
    rows.ambiguous().forEach(name -> caveats.add(Caveats.ambiguous(name)));
    Disagreements disagreements = new Disagreements(store, view);
    coverages.stream()
        .skip(1)
        .flatMap(other -> disagreements.between(answering, other).stream())
        .forEach(caveats::add);
    return new AccountSummary(
        view.account(),
        view.asOf().day(),
        view.settings().effectiveCurrency(),
        answering.period(),
        answering,
        totals,
        top,
        omitted(campaigns, answering, view),
        Outliers.among(top, totals),
        List.copyOf(caveats));
  }

  /// Days are told apart, for a name may belong to another campaign from one day to the next.
  private EntityRows read(AccountView view, NameResolution names, Coverage answering) {
    boolean byDay = answering.grain() == Grain.DAILY;
    return EntityRows.resolve(
        store.read(
            view.account(), answering.selection(), view.attribution(), Detail.CAMPAIGN, byDay),
        names,
        answering.period(),
        byDay);
  }

  /// Most spend first; ties by the other sums, then by id, never by name.
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
    return byId.values().stream().sorted(BY_SPEND).toList();
  }

  private static Comparator<CampaignTotals> by(Metric metric) {
    return Comparator.comparing(each -> each.metrics().get(metric).orElse(BigDecimal.ZERO));
  }

  /// A report without any row still says which columns it has; sums of those are 0.
  private static Metrics sum(List<CampaignTotals> campaigns, Coverage answering, AccountView view) {
    return campaigns.stream()
        .map(CampaignTotals::metrics)
        .reduce(answering.metrics(view.attribution(), 0, 0, 0, 0, 0, 0), Metrics::plus);
  }

  private static Omitted omitted(
      List<CampaignTotals> campaigns, Coverage answering, AccountView view) {
    List<CampaignTotals> beyond = campaigns.stream().skip(CAMPAIGNS).toList();
    return new Omitted(beyond.size(), sum(beyond, answering, view).spend());
  }
}
