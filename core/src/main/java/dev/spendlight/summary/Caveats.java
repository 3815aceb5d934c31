package dev.spendlight.summary;

import dev.spendlight.history.AccountView;
import dev.spendlight.history.Coverage;
import dev.spendlight.report.Measure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a reader of figures has to know about the data they come from, one sentence each.
public final class Caveats {
  /// Orders of younger days are still coming in.
  private static final int YOUNG_DAYS = 3;

  private Caveats() {}

  static List<String> of(AccountView view, Coverage answering) {
    List<String> caveats = new ArrayList<>();
    widened(answering).ifPresent(caveats::add);
    missing(answering).ifPresent(caveats::add);
    laterPull(view, answering).ifPresent(caveats::add);
    young(view, answering).ifPresent(caveats::add);
    notCarried(view, answering).ifPresent(caveats::add);
    if (view.settings().effectiveCurrency().isEmpty()) {
      caveats.add("No file told the currency; set it with account set --currency.");
    }
    return caveats;
  }

  public static String ambiguous(String name) {
    return "Several campaigns, ad groups or targets were called \"%s\" at the time; files without ids are kept apart."
        .formatted(name);
  }

  public static Optional<String> widened(Coverage answering) {
    return answering.isWidened()
        ? Optional.of(
            "The %s report of %s cannot be divided into days, so the window is %s to %s instead of %s to %s."
                .formatted(
                    answering.kind().words(),
                    Days.listed(answering.pulls().keySet()),
                    answering.period().from(),
                    answering.period().to(),
                    answering.asked().from(),
                    answering.asked().to()))
        : Optional.empty();
  }

  public static Optional<String> missing(Coverage answering) {
    if (answering.missing().isEmpty()) {
      return Optional.empty();
    }
    int count = answering.missing().size();
    return Optional.of(
        "No %s report was imported for %s; %s unknown, not zero."
            .formatted(
                answering.kind().words(),
                Days.listed(answering.missing()),
                count == 1 ? "that day is" : "those days are"));
  }

  public static Optional<String> laterPull(AccountView view, Coverage answering) {
    long later =
        answering.pulls().values().stream()
            .filter(
                each -> view.asOf().asked() && each.pulled().isAfter(view.asOf().morningAfter()))
            .count();
    return later == 0
        ? Optional.empty()
        : Optional.of(
            "%s pulled after %s, later than the as-of day would have known; orders may be more complete than then."
                .formatted(
                    later == 1 ? "1 day was" : later + " days were", view.asOf().morningAfter()));
  }

  private static Optional<String> young(AccountView view, Coverage answering) {
    if (!answering.hasOrders(view.attribution()) && !answering.hasSales(view.attribution())) {
      return Optional.empty();
    }
    List<LocalDate> young =
        answering.pulls().keySet().stream().filter(day -> answering.age(day) < YOUNG_DAYS).toList();
    return young.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Orders and sales of %s are not complete yet: the report was pulled less than %d days later."
                .formatted(Days.listed(young), YOUNG_DAYS));
  }

  private static Optional<String> notCarried(AccountView view, Coverage answering) {
    if (answering.hasSales(view.attribution())) {
      return Optional.empty();
    }
    boolean other =
        answering.carried().stream().anyMatch(each -> each != Measure.SPEND && each.isMoney());
    return Optional.of(
        other
            ? "The %s report has no sales within %d days of a click, only other windows, which are never mixed; see account set --type."
                .formatted(answering.kind().words(), view.attribution().days())
            : "The %s report has no sales, so ACOS and ROAS are unknown."
                .formatted(answering.kind().words()));
  }
}
