package dev.spendlight.evaluation.score;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// How good one method is over many accounts.
///
/// @param scores of all accounts
/// @param accounts with incidents
/// @param cleanAccounts those without
/// @param counts of the last morning of accounts with incidents, as everything below up to the
///   impact
/// @param top of the first three claims
/// @param hitAtOne share of accounts with truths whose first claim is right
/// @param gain mean nDCG of the first ten claims, gain = true impact
/// @param impact of right claims
/// @param daysToDetect of truths that began while mornings were judged
/// @param alarmsAWeek false alarms a week of a clean account, each thing once
/// @param context findings of context, of all accounts
/// @param f1Interval 95%, over accounts
/// @param alarmsInterval 95%, over clean accounts
public record MethodScore(
    String method,
    List<AccountScore> scores,
    int accounts,
    int cleanAccounts,
    Counts counts,
    TopRanks top,
    OptionalDouble hitAtOne,
    OptionalDouble gain,
    ImpactFit impact,
    List<Long> daysToDetect,
    OptionalDouble alarmsAWeek,
    ContextCount context,
    List<KindScore> kinds,
    Optional<Bootstrap.Interval> f1Interval,
    Optional<Bootstrap.Interval> alarmsInterval) {

  public static MethodScore of(String method, List<AccountScore> scores) {
    List<AccountScore> incidents = scores.stream().filter(each -> !each.account().clean()).toList();
    List<AccountScore> clean = scores.stream().filter(each -> each.account().clean()).toList();
    List<Verdicts> last = incidents.stream().map(AccountScore::last).toList();
    List<Verdicts> withTruths = last.stream().filter(each -> Counts.of(each).truths() > 0).toList();
    List<Counts> counts = last.stream().map(Counts::of).toList();
    return new MethodScore(
        method,
        scores,
        incidents.size(),
        clean.size(),
        sum(counts),
        last.stream().map(TopRanks::of).reduce(TopRanks.NONE, TopRanks::plus),
        Counts.share((double) withTruths.stream().filter(TopRanks::hit).count(), withTruths.size()),
        mean(
            withTruths.stream()
                .map(TopRanks::gain)
                .flatMap(each -> each.stream().boxed())
                .toList()),
        ImpactFit.of(last.stream().flatMap(each -> each.right().stream()).toList()),
        incidents.stream().flatMap(each -> each.daysToDetect().stream()).toList(),
        alarms(clean),
        scores.stream()
            .map(each -> each.last().context())
            .reduce(ContextCount.NONE, ContextCount::plus),
        KindScore.of(incidents),
        Bootstrap.interval(counts, drawn -> sum(drawn).f1()),
        Bootstrap.interval(clean, MethodScore::alarms));
  }

  private static Counts sum(List<Counts> counts) {
    return counts.stream().reduce(Counts.NONE, Counts::plus);
  }

  private static OptionalDouble mean(List<Double> values) {
    return values.stream().mapToDouble(each -> each).average();
  }

  private static OptionalDouble alarms(List<AccountScore> clean) {
    double weeks = clean.stream().mapToDouble(AccountScore::weeks).sum();
    return Counts.share(clean.stream().mapToInt(each -> each.alarms().size()).sum(), weeks);
  }
}
