package dev.spendlight.finding;

import dev.spendlight.account.Entity;
import dev.spendlight.history.AccountView;
import dev.spendlight.history.NameResolution;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Metrics;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.summary.AccountSummary;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/// All that detectors look at, read from the store once.
public final class CaseFile {
  /// Days of evidence on levels that hold still, ending with the as-of day.
  public static final int DAYS = 60;

  /// Days in which changes are looked for: what the platform hands out.
  public static final int HISTORY_DAYS = 95;

  /// A finding is worth a person's time from this share of the account's weekly spend on.
  private static final double MATERIAL_SHARE = 0.004;

  private final AccountView view;
  private final AccountSummary summary;
  private final Map<Level, Tallies> tallies;
  private final Optional<TargetAcos> target;
  private final Metrics account;
  private final double weeks;
  private final Optional<Changes> changes;
  private final Shifts shifts;
  private Optional<Launches> launches = Optional.empty();
  private Optional<List<Tally>> targets = Optional.empty();

  private CaseFile(
      AccountView view,
      AccountSummary summary,
      Map<Level, Tallies> tallies,
      Optional<Changes> changes) {
    this.view = view;
    this.summary = summary;
    this.tallies = tallies;
    this.changes = changes;
    this.shifts = changes.map(Shifts::of).orElse(Shifts.NONE);
    Tallies campaigns = tallies.get(Level.CAMPAIGN);
    if (campaigns == null) {
      this.account = Metrics.ZERO;
      this.weeks = 1;
    } else {
      DateRange longest = campaigns.windows().getLast();
      this.account =
          campaigns.over(longest).stream().map(Tally::metrics).reduce(Metrics.ZERO, Metrics::plus);
      this.weeks = weeks(campaigns, longest);
    }
    this.target = TargetAcos.of(view.settings(), account);
  }

  public static CaseFile open(
      PerformanceStore store, AccountView view, NameResolution names, AccountSummary summary) {
    return new CaseFileReader(store, view, names).read(summary);
  }

  static CaseFile of(
      AccountView view,
      AccountSummary summary,
      Map<Level, Tallies> tallies,
      Optional<Changes> changes) {
    return new CaseFile(view, summary, tallies, changes);
  }

  /// Weeks that were delivered within a window of a level.
  static double weeks(Tallies tallies, DateRange window) {
    long days = window.stream().filter(tallies.coverage().pulls()::containsKey).count();
    return Math.max(1, days) / 7.0;
  }

  /// What changed within the account's own history; empty where no report tells days apart.
  Optional<Changes> changes() {
    return changes;
  }

  /// The words by which brand-like targets and terms are known.
  public BrandWords brandWords() {
    return changes.map(Changes::brandWords).orElseGet(BrandWords::none);
  }

  /// ASINs that the account advertises, as far as a report tells.
  public Set<String> productIds() {
    return changes
        .map(each -> each.products().groups().stream().map(Entity::id).collect(Collectors.toSet()))
        .orElseGet(Set::of);
  }

  Shifts shifts() {
    return shifts;
  }

  /// The campaigns by age; worked out when first asked for.
  Optional<Launches> launches() {
    if (launches.isEmpty()) {
      launches = changes.map(each -> Launches.of(each, Basis.CLICKS));
    }
    return launches;
  }

  /// The targets of a campaign with a row in the longest window, by their ids.
  List<String> targetIds(String campaignId) {
    return targets().stream()
        .filter(each -> each.key().campaignId().equals(campaignId))
        .map(each -> each.entity().id())
        .sorted()
        .toList();
  }

  /// All targets over their longest window; none where no report tells. Added up when first asked
  /// for.
  List<Tally> targets() {
    if (targets.isEmpty()) {
      targets =
          Optional.of(
              tallies(Level.TARGET)
                  .map(each -> List.copyOf(each.over(each.windows().getLast())))
                  .orElse(List.of()));
    }
    return targets.get();
  }

  /// While orders are not counted, nothing is known of conversion.
  boolean isTrackingBroken() {
    return changes.flatMap(Changes::trackingBreak).isPresent();
  }

  public AccountView view() {
    return view;
  }

  public AccountSummary summary() {
    return summary;
  }

  public Optional<Tallies> tallies(Level level) {
    return Optional.ofNullable(tallies.get(level));
  }

  public Optional<TargetAcos> target() {
    return target;
  }

  /// The whole account over the longest window of the campaign level.
  public Metrics account() {
    return account;
  }

  /// The conversion rate at which a unit's clicks cost what they may: cost per click over (ACOS
  /// limit times order value). Empty where there is no yardstick.
  OptionalDouble payingRate(Tally tally) {
    if (target.isEmpty() || account.aov().isEmpty() || tally.clicks() == 0) {
      return OptionalDouble.empty();
    }
    double cpc = tally.spend() / tally.clicks();
    return OptionalDouble.of(cpc / (target.get().limit() * account.aov().get().doubleValue()));
  }

  /// Least weekly impact that is worth a person's time, account currency.
  public double material() {
    return MATERIAL_SHARE * account.spend().map(BigDecimal::doubleValue).orElse(0.0) / weeks;
  }
}
