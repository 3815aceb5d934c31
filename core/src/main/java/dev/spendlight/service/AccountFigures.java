package dev.spendlight.service;

import dev.spendlight.account.Entity;
import dev.spendlight.finding.Figures;
import dev.spendlight.finding.Findings;
import dev.spendlight.finding.RuledOut;
import dev.spendlight.history.AccountView;
import dev.spendlight.metric.Figure;
import dev.spendlight.metric.Metric;
import dev.spendlight.summary.AccountSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What may be said about the account as a whole.
final class AccountFigures {
  private AccountFigures() {}

  static List<Figure> of(AccountView view, AccountSummary summary, Findings findings) {
    Figures figures =
        new Figures(
                new Entity.Account(view.account()), summary.window(), summary.coverage().origin())
            .observed(
                summary.totals(),
                Metric.SPEND,
                Metric.SALES,
                Metric.ACOS,
                Metric.ORDERS,
                Metric.UNITS,
                Metric.CLICKS,
                Metric.IMPRESSIONS,
                Metric.CPC,
                Metric.CVR,
                Metric.CTR,
                Metric.ROAS);
    view.settings()
        .targetAcos()
        .ifPresent(target -> figures.derived(Metric.TARGET_ACOS, target, "account settings"));
    List<Figure> all = new ArrayList<>(figures.list());
    findings.ruledOut().stream().map(RuledOut::share).flatMap(Optional::stream).forEach(all::add);
    return all;
  }
}
