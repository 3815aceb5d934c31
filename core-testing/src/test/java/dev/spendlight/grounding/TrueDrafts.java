package dev.spendlight.grounding;

import dev.spendlight.account.AccountSettings;
import dev.spendlight.account.Entity;
import dev.spendlight.analysis.AccountAnalysis;
import dev.spendlight.analysis.AnalysisDraft;
import dev.spendlight.analysis.AnalysisDraft.DraftOpportunity;
import dev.spendlight.analysis.Health;
import dev.spendlight.analysis.OverallHealth;
import dev.spendlight.fact.Fact;
import dev.spendlight.fact.FactSheet;
import dev.spendlight.finding.Action;
import dev.spendlight.finding.Finding;
import dev.spendlight.metric.Figure;
import dev.spendlight.metric.Metric;
import dev.spendlight.testing.Shop;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes drafts that are true by a sheet, from a file of paraphrases: not what the rules analyst
/// would write.
final class TrueDrafts {
  private static final Pattern SLOT = Pattern.compile("<([A-Za-z-]+)(!?)>");

  static final Wording WORDING = new Wording(MoneyFormat.of(AccountSettings.unset()), Shop.LAST);

  private final FactSheet sheet;
  private final Paraphrases paraphrases;
  private final Random random;

  TrueDrafts(FactSheet sheet, Paraphrases paraphrases, Random random) {
    this.sheet = sheet;
    this.paraphrases = paraphrases;
    this.random = random;
  }

  /// A text and the sentence it was made from.
  record Text(String text, Paraphrases.Line line, Optional<Finding> finding) {}

  /// A draft, and its texts in the order insights, opportunities (issue, recommendation, impact),
  /// summary.
  record Draft(AnalysisDraft draft, List<Text> texts) {

    /// The same draft with one text replaced.
    Draft with(int place, String text) {
      List<Text> changed = new ArrayList<>(texts);
      Text old = changed.get(place);
      changed.set(place, new Text(text, old.line(), old.finding()));
      return of(draft.overallHealth(), changed);
    }

    static Draft of(OverallHealth health, List<Text> texts) {
      List<DraftOpportunity> opportunities = new ArrayList<>();
      for (int i = 0; i < texts.size(); i++) {
        if (texts.get(i).line().piece().equals("issue")) {
          opportunities.add(
              new DraftOpportunity(
                  texts.get(i).finding().orElseThrow().id(),
                  texts.get(i).text(),
                  texts.get(i + 1).text(),
                  texts.get(i + 2).text()));
        }
      }
      AnalysisDraft draft =
          new AnalysisDraft(
              health,
              of(texts, "insight"),
              opportunities,
              texts.stream()
                  .filter(each ->
                      List.of("opening", "closing", "quiet", "middle")
                          .contains(each.line().piece()))
                  .map(Text::text)
                  .toList());
      return new Draft(draft, List.copyOf(texts));
    }

    private static List<String> of(List<Text> texts, String piece) {
      return texts.stream()
          .filter(each -> each.line().piece().equals(piece))
          .map(Text::text)
          .toList();
    }
  }

  Draft write() {
    List<Finding> findings = sheet.findings().findings();
    List<Text> texts = new ArrayList<>();
    findings.stream()
        .limit(3)
        .map(each -> text("insight", Optional.of(each)))
        .flatMap(Optional::stream)
        .forEach(texts::add);
    List<Finding> actionable =
        findings.stream()
            .filter(each -> each.action().isPresent())
            .filter(each -> FactSheet.campaignOf(each).isPresent())
            .limit(3)
            .toList();
    for (Finding finding : actionable) {
      for (String piece : List.of("issue", "recommendation", "impact")) {
        texts.add(
            text(piece, Optional.of(finding))
                .orElseThrow(() -> new AssertionError(piece + finding)));
      }
    }
    texts.add(text("opening", Optional.empty()).orElseThrow());
    if (actionable.isEmpty()) {
      boolean quiet = findings.stream().allMatch(each -> each.kind().isContext());
      texts.add(text(quiet ? "quiet" : "closing", Optional.empty()).orElseThrow());
    } else {
      Text issue = text("issue", Optional.of(actionable.getFirst())).orElseThrow();
      texts.add(
          new Text(
              issue.text(),
              new Paraphrases.Line("middle", issue.line().kinds(), issue.line().text()),
              issue.finding()));
    }
    if (random.nextBoolean()) {
      texts.add(text("closing", Optional.empty()).orElseThrow());
    }
    return Draft.of(Health.of(sheet), texts);
  }

  /// A text of a piece, if some sentence has all its facts.
  Optional<Text> text(String piece, Optional<Finding> finding) {
    List<Paraphrases.Line> lines =
        new ArrayList<>(
            paraphrases.of(
                piece, finding.map(each -> situations(piece, each)).orElse(List.of("account"))));
    Collections.shuffle(lines, random);
    return lines.stream()
        .flatMap(line -> filled(line, finding).map(text -> new Text(text, line, finding)).stream())
        .filter(each -> !piece.equals("insight") || isShort(each.text()))
        .findFirst();
  }

  private boolean isShort(String insight) {
    return new Renderer(sheet, WORDING).render(insight, Renderer.Style.INSIGHT).length()
        < AccountAnalysis.INSIGHT_LENGTH;
  }

  private static List<String> situations(String piece, Finding finding) {
    if (piece.equals("recommendation")) {
      return List.of(situation(finding.action().orElseThrow()));
    }
    String kind = finding.kind().name().toLowerCase(Locale.ROOT);
    List<String> all =
        new ArrayList<>(
            List.of(kind, kind + (finding.onset().isPresent() ? "/onset" : "/chronic")));
    if (!finding.drivers().isEmpty()) {
      all.add(kind + "/driver");
    }
    return all;
  }

  private static String situation(Action action) {
    return switch (action) {
      case Action.Pause any -> "pause";
      case Action.AddNegativeExact any -> "negative_exact";
      case Action.AddNegativeProduct any -> "negative_product";
      case Action.SetBid bid ->
          bid.from().orElseThrow().compareTo(bid.to()) < 0 ? "raise_bid" : "lower_bid";
      case Action.ChangeBids bids -> bids.change().signum() < 0 ? "lower_bids" : "raise_bids";
      case Action.SetDailyBudget budget ->
          budget.from().compareTo(budget.to()) < 0 ? "raise_budget" : "lower_budget";
      case Action.Inspect inspect ->
          switch (inspect.what()) {
            case PRODUCT_PAGE -> "inspect_page";
            case DELIVERY -> "inspect_delivery";
            case ORDER_REPORTING -> "inspect_orders";
          };
    };
  }

  private Optional<String> filled(Paraphrases.Line line, Optional<Finding> finding) {
    return filled(line, finding, Map.of());
  }

  /// The sentence with some of its slots taken for others: this is how it is made false.
  Optional<String> filled(
      Paraphrases.Line line, Optional<Finding> finding, Map<String, String> instead) {
    Matcher slots = SLOT.matcher(line.text());
    StringBuilder text = new StringBuilder();
    while (slots.find()) {
      String slot = slots.group(1);
      Optional<String> filling = filling(instead.getOrDefault(slot, slot), line, finding);
      if (filling.isEmpty()) {
        return Optional.empty();
      }
      slots.appendReplacement(text, Matcher.quoteReplacement(filling.get()));
    }
    slots.appendTail(text);
    return Optional.of(text.toString());
  }

  private Optional<String> filling(String slot, Paraphrases.Line line, Optional<Finding> finding) {
    String lower = slot.toLowerCase(Locale.ROOT);
    if (paraphrases.has(lower)) {
      return Optional.of(paraphrases.word(lower, random));
    }
    Optional<String> text =
        switch (lower) {
          case "it" -> finding.map(each -> thing(each.entity(), line.piece().equals("insight")));
          case "on" -> finding.flatMap(Finding::action).map(each -> thing(each.on(), false));
          case "campaign" ->
              finding.flatMap(FactSheet::campaignOf).map(each -> "campaign " + alias(each));
          default -> fact(lower, finding).map(each -> "{" + each.id() + "}");
        };
    return text.map(each ->
        Character.isUpperCase(slot.charAt(0))
            ? Character.toUpperCase(each.charAt(0)) + each.substring(1)
            : each);
  }

  /// With or without the noun of its sort.
  private String thing(Entity entity, boolean brief) {
    String noun =
        switch (entity) {
          case Entity.Account any -> "the account";
          case Entity.Product any -> "product ";
          case Entity.Campaign any -> "campaign ";
          case Entity.CampaignMatch match ->
              "the " + match.matchType().name().toLowerCase(Locale.ROOT) + " keywords of campaign ";
          case Entity.AdGroup any -> "ad group ";
          case Entity.Keyword keyword ->
              random.nextBoolean()
                  ? "keyword "
                  : keyword.matchType().name().toLowerCase(Locale.ROOT) + " keyword ";
          case Entity.SearchTerm any -> random.nextBoolean() ? "search term " : "query ";
          case Entity.Placement any -> "placement ";
        };
    boolean bare = brief || random.nextInt(3) == 0;
    return entity instanceof Entity.Account ? noun : bare ? alias(entity) : noun + alias(entity);
  }

  private String alias(Entity entity) {
    return "{" + sheet.aliasOf(entity).orElseThrow().id() + "}";
  }

  private Optional<Fact> fact(String slot, Optional<Finding> finding) {
    if (slot.startsWith("account-")) {
      return sheet.ofAccount(Metric.valueOf(slot.substring(8).toUpperCase(Locale.ROOT)));
    }
    return finding.flatMap(each -> fact(slot, each));
  }

  private Optional<Fact> fact(String slot, Finding finding) {
    List<Fact> own =
        sheet.facts().stream()
            .filter(each -> each.finding().equals(Optional.of(finding.id())))
            .toList();
    return switch (slot) {
      case "due" -> first(own, Metric.EXPECTED_ORDERS);
      case "target" -> first(own, Metric.TARGET_ACOS);
      case "time" -> first(own, Metric.TIME_IN_BUDGET);
      case "impact" -> first(own, Metric.WEEKLY_IMPACT);
      case "missing" -> first(own, Metric.MISSING_DAYS);
      case "change" -> first(own, Metric.BID_CHANGE);
      case "shown" -> first(of(own, Figure.Nature.DERIVED), Metric.DAILY_IMPRESSIONS);
      case "shown-due" -> first(of(own, Figure.Nature.ESTIMATED), Metric.DAILY_IMPRESSIONS);
      case "from" -> setting(own, finding, true);
      case "to" -> setting(own, finding, false);
      default -> {
        boolean before = slot.endsWith("-before");
        Metric metric = Metric.valueOf(slot.replace("-before", "").toUpperCase(Locale.ROOT));
        yield own.stream()
            .filter(each -> each.figure().metric() == metric)
            .filter(each -> before == each.figure().period().to().isBefore(finding.window().from()))
            .findFirst();
      }
    };
  }

  private static List<Fact> of(List<Fact> facts, Figure.Nature nature) {
    return facts.stream().filter(each -> each.figure().nature() == nature).toList();
  }

  private static Optional<Fact> first(List<Fact> facts, Metric metric) {
    return facts.stream().filter(each -> each.figure().metric() == metric).findFirst();
  }

  private static Optional<Fact> setting(List<Fact> own, Finding finding, boolean from) {
    return switch (finding.action().orElseThrow()) {
      case Action.SetBid bid ->
          stating(own, Metric.BID, from ? bid.from().orElseThrow() : bid.to());
      case Action.SetDailyBudget budget ->
          stating(own, Metric.DAILY_BUDGET, from ? budget.from() : budget.to());
      default -> Optional.empty();
    };
  }

  private static Optional<Fact> stating(List<Fact> own, Metric metric, BigDecimal value) {
    return own.stream()
        .filter(each -> each.figure().metric() == metric)
        .filter(each -> each.figure().value().compareTo(value) == 0)
        .findFirst();
  }
}
