package dev.spendlight.finding;

import dev.spendlight.account.Entity;
import dev.spendlight.account.MatchType;
import dev.spendlight.statistics.ConversionPrior;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Search terms with (almost) no orders where many are due, of targets that meet more than one
/// term.
///
/// An exact keyword meets close variants of itself too.
public final class WastedSearchTermDetector implements Detector {
  /// The platform's sign that it tells no query.
  private static final String NO_QUERY = "*";

  private static final Pattern ASIN = Pattern.compile("b0[a-z0-9]{8}");

  @Override
  public Outcome examine(CaseFile file) {
    if (file.isTrackingBroken()) {
      return Outcome.nothing();
    }
    return file.tallies(Level.SEARCH_TERM)
        .filter(tallies -> tallies.coverage().hasOrders(file.view().attribution()))
        .map(tallies -> examine(file, tallies))
        .orElseGet(Outcome::nothing);
  }

  private static Outcome examine(CaseFile file, Tallies tallies) {
    ZeroOrders.Verdict verdict = ZeroOrders.judge(file, tallies, tally -> path(file, tally));
    List<Finding> found =
        verdict.beyond().stream()
            .filter(each -> isJudgedAsTerm((Entity.SearchTerm) each.suspect().tally().entity()))
            .filter(each -> OrderlessFinding.impact(each.suspect()) >= file.material())
            .map(each -> {
              Entity.SearchTerm term = (Entity.SearchTerm) each.suspect().tally().entity();
              return OrderlessFinding.of(
                  FindingKind.WASTED_SEARCH_TERM,
                  each,
                  tallies,
                  verdict.tested(),
                  term.target().id(),
                  negative(term),
                  group(each.suspect().prior()));
            })
            .toList();
    return new Outcome(
        found,
        Restraint.ofZeroOrders(
            FindingKind.WASTED_SEARCH_TERM, "search terms", file, tallies, verdict, found.size()),
        List.of());
  }

  /// The platform's sign for no query is no term, and the very words of an exact keyword are the
  /// keyword, which [ZeroConversionDetector] judges.
  private static boolean isJudgedAsTerm(Entity.SearchTerm term) {
    boolean itself =
        term.target().matchType() == MatchType.EXACT
            && term.name().equalsIgnoreCase(term.target().name());
    return !term.name().equals(NO_QUERY) && !itself;
  }

  private static Action negative(Entity.SearchTerm term) {
    return ASIN.matcher(term.name().toLowerCase(Locale.ROOT)).matches()
        ? new Action.AddNegativeProduct(term)
        : new Action.AddNegativeExact(term);
  }

  private static List<String> path(CaseFile file, Tally tally) {
    TermClass sort = file.brandWords().of(tally.entity().name());
    return List.of(
        sort.name(), tally.key().campaignId(), tally.key().adGroupId(), tally.key().targetId());
  }

  private static String group(ConversionPrior prior) {
    return switch (prior.group().size()) {
      case 0 -> "the other search terms of the account";
      case 1 -> "the account's other search terms of its kind, brand-like or generic";
      case 2 -> "the other search terms of its campaign";
      case 3 -> "the other search terms of its ad group";
      default -> "the other search terms of its target";
    };
  }
}
