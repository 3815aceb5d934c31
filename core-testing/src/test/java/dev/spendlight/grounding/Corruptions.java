package dev.spendlight.grounding;

import dev.spendlight.fact.Alias;
import dev.spendlight.fact.Fact;
import dev.spendlight.fact.FactSheet;
import dev.spendlight.finding.Action;
import dev.spendlight.finding.Finding;
import dev.spendlight.grounding.Corruption.Family;
import dev.spendlight.grounding.TrueDrafts.Draft;
import dev.spendlight.grounding.TrueDrafts.Text;
import dev.spendlight.metric.Metric;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// Makes one thing in a true draft false.
final class Corruptions {
  private static final Map<String, String> OPPOSITE =
      Map.of(
          "up", "down", "down", "up", "above", "below", "below", "above", "better", "worse",
          "worse", "better", "dearer", "cheaper", "cheaper", "dearer");
  private static final Map<String, String> EARLIER =
      Map.of(
          "cvr",
          "cvr-before",
          "cvr-before",
          "cvr",
          "cpc",
          "cpc-before",
          "cpc-before",
          "cpc",
          "aov",
          "aov-before",
          "aov-before",
          "aov");
  private static final Map<String, String> DUE =
      Map.of("orders", "due", "due", "orders", "shown", "shown-due", "shown-due", "shown");
  private static final Map<String, String> OTHER_ACTION =
      Map.of("lower", "raise", "raise", "lower", "from", "to", "to", "from");
  private static final List<String> NAMES =
      List.of("Trail Running", "winter boots sale", "Brand Defense", "Kids Sandals");
  private static final Set<String> TOLD = Set.of("insight", "issue", "middle");

  private final FactSheet sheet;
  private final TrueDrafts writer;
  private final Paraphrases words;
  private final Random random;

  /// @param words to spoil texts with
  Corruptions(FactSheet sheet, TrueDrafts writer, Paraphrases words, Random random) {
    this.sheet = sheet;
    this.writer = writer;
    this.words = words;
    this.random = random;
  }

  /// A draft spoilt in one way, if it has a text that can be spoilt so.
  Optional<Corruption> of(Draft draft, Family family) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < draft.texts().size(); i++) {
      places.add(i);
    }
    Collections.shuffle(places, random);
    for (int place : places) {
      Text text = draft.texts().get(place);
      Optional<String> spoilt = spoilt(text, family).filter(each -> !each.equals(text.text()));
      if (spoilt.isPresent()) {
        return Optional.of(
            new Corruption(family, spoilt.get(), draft.with(place, spoilt.get()).draft()));
      }
    }
    return Optional.empty();
  }

  private Optional<String> spoilt(Text text, Family family) {
    return switch (family) {
      case NUMBER -> fact(text).map(fact -> number(text.text(), fact));
      case UNIT ->
          fact(text).map(fact -> after(text.text(), fact, " " + words.word("unit", random)));
      case SIGN ->
          fact(text).map(fact -> before(text.text(), fact, pick("-", "minus ", "negative ")));
      case DIRECTION -> swapped(text, OPPOSITE);
      case METRIC -> random.nextBoolean() ? metric(text) : named(text);
      case ENTITY -> entity(text);
      case PERIOD -> period(text);
      case ESTIMATE -> estimate(text);
      case ACTION -> action(text);
      case CAUSE -> told(text).map(each -> end(each, " " + words.word("cause", random)));
      case SUPERLATIVE ->
          told(text).map(each -> end(each, ", " + words.word("superlative", random)));
      case COUNT -> told(text).map(each -> end(each, " " + words.word("count", random)));
    };
  }

  private Optional<String> told(Text text) {
    return TOLD.contains(text.line().piece()) ? Optional.of(text.text()) : Optional.empty();
  }

  private Optional<Fact> fact(Text text) {
    List<String> ids = Placeholders.of(text.text());
    return ids.isEmpty() ? Optional.empty() : sheet.fact(ids.get(random.nextInt(ids.size())));
  }

  private String number(String text, Fact fact) {
    String shown = TrueDrafts.WORDING.bare(fact.figure(), false);
    return switch (random.nextInt(4)) {
      case 0 -> text.replace(placeholder(fact), shown);
      case 1 -> text.replace(placeholder(fact), "about " + (random.nextInt(900) + 1) + "%");
      case 2 ->
          text.replace(
              placeholder(fact),
              words.word("number", random) + " " + fact.figure().metric().words());
      default -> before(text, fact, words.word("number", random) + " ");
    };
  }

  /// Another fact where the words speak of one.
  private Optional<String> metric(Text text) {
    if (!text.line().text().contains("!>") || text.finding().isEmpty()) {
      return Optional.empty();
    }
    List<Fact> bound =
        Placeholders.of(text.text()).stream().flatMap(id -> sheet.fact(id).stream()).toList();
    Fact old = bound.getLast();
    return sheet.facts().stream()
        .filter(each -> each.finding().equals(old.finding()))
        .filter(each -> Moves.family(each.figure().metric()) != Moves.family(old.figure().metric()))
        .findAny()
        .map(other -> text.text().replace(placeholder(old), placeholder(other)));
  }

  /// The name of another metric before a fact.
  private Optional<String> named(Text text) {
    return fact(text)
        .map(fact -> {
          List<Metric> others =
              List.of(
                      Metric.ACOS,
                      Metric.CVR,
                      Metric.CLICKS,
                      Metric.SALES,
                      Metric.CPC,
                      Metric.ORDERS)
                  .stream()
                  .filter(each -> Moves.family(each) != Moves.family(fact.figure().metric()))
                  .toList();
          String words = others.get(random.nextInt(others.size())).words();
          return random.nextBoolean()
              ? before(
                  text.text(), fact, pick("", "a ") + words + pick(" of ", " at ", " reaching "))
              : after(text.text(), fact, pick(" in ", " of ", " ") + words);
        });
  }

  private Optional<String> entity(Text text) {
    List<String> ids = Placeholders.of(text.text());
    List<Alias> named = ids.stream().flatMap(id -> sheet.alias(id).stream()).toList();
    if (named.isEmpty()) {
      return Optional.empty();
    }
    Alias alias = named.get(random.nextInt(named.size()));
    String old = "{" + alias.id() + "}";
    return switch (random.nextInt(4)) {
      case 0 -> Optional.of(text.text().replace(old, NAMES.get(random.nextInt(NAMES.size()))));
      case 1 ->
          sheet.findings().findings().stream()
              .filter(each -> text.finding().filter(own -> isApart(own, each)).isPresent())
              .flatMap(each -> sheet.aliasOf(each.entity()).stream())
              .filter(each -> !each.id().startsWith("a"))
              .findFirst()
              .map(each -> text.text().replace(old, "{" + each.id() + "}"));
      case 2 ->
          fact(text)
              .flatMap(fact ->
                  sheet.facts().stream()
                      .filter(each -> each.figure().metric() == fact.figure().metric())
                      .filter(each -> !each.figure().entity().equals(fact.figure().entity()))
                      .filter(each -> each.finding().isPresent())
                      .findFirst()
                      .map(each -> text.text().replace(placeholder(fact), placeholder(each))));
      default ->
          Optional.of(
              text.text()
                  .replace(old, (alias.id().startsWith("p") ? "placement " : "product ") + old));
    };
  }

  private static boolean isApart(Finding one, Finding other) {
    return !FactSheet.campaignOf(one).equals(FactSheet.campaignOf(other));
  }

  private Optional<String> period(Text text) {
    return switch (random.nextInt(3)) {
      case 0 -> swapped(text, EARLIER);
      case 1 -> swapped(text, DUE);
      default -> told(text).map(each -> end(each, " " + words.word("period", random)));
    };
  }

  private Optional<String> estimate(Text text) {
    if (text.line().piece().equals("impact")) {
      String impact = "{" + Placeholders.of(text.text()).getFirst() + "}";
      return Optional.of(
          switch (random.nextInt(3)) {
            case 0 -> "You will save " + impact + ".";
            case 1 -> "Saves exactly " + impact + ".";
            default -> impact + " " + words.word("certain", random) + ".";
          });
    }
    if (!text.line().text().contains("due>")) {
      return Optional.empty();
    }
    return Optional.of(
        text.text()
            .replaceAll(
                " (would be usual|would be expected|would be typical|might have been expected)",
                " came")
            .replaceAll(" (were due|were expected)", " were sold"));
  }

  private Optional<String> action(Text text) {
    if (!text.line().piece().equals("recommendation")) {
      return Optional.empty();
    }
    return switch (random.nextInt(4)) {
      case 0 ->
          Optional.of(
              "Do not "
                  + text.text().substring(0, 1).toLowerCase(Locale.ROOT)
                  + text.text().substring(1));
      case 1 ->
          Optional.of(
              (raisesBids(text) ? "Lower" : "Raise")
                  + " the bid of "
                  + text.text().substring(text.text().indexOf('{')));
      case 2 ->
          sheet.findings().findings().stream()
              .filter(each -> each.action().isPresent())
              .filter(each -> text.finding().filter(own -> isApart(own, each)).isPresent())
              .findFirst()
              .flatMap(each -> writer.text("recommendation", Optional.of(each)))
              .map(Text::text);
      default -> swapped(text, OTHER_ACTION);
    };
  }

  private static boolean raisesBids(Text text) {
    return text.finding()
        .flatMap(Finding::action)
        .filter(each -> each instanceof Action.ChangeBids bids && bids.change().signum() > 0)
        .isPresent();
  }

  /// The sentence anew, with some slots taken for others; only where it has both or a word that
  /// turns it around.
  private Optional<String> swapped(Text text, Map<String, String> instead) {
    boolean words = instead == OPPOSITE || instead == OTHER_ACTION;
    boolean has =
        instead.entrySet().stream()
            .anyMatch(each ->
                text.line().text().matches(".*<" + each.getKey() + "!?>.*")
                    && (words || text.line().text().matches(".*<" + each.getValue() + "!?>.*")));
    return has ? writer.filled(text.line(), text.finding(), instead) : Optional.empty();
  }

  private String pick(String... all) {
    return all[random.nextInt(all.length)];
  }

  private static String before(String text, Fact fact, String words) {
    return text.replace(placeholder(fact), words + placeholder(fact));
  }

  private static String after(String text, Fact fact, String words) {
    return text.replace(placeholder(fact), placeholder(fact) + words);
  }

  private static String end(String text, String words) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) + words + "." : text + words;
  }

  private static String placeholder(Fact fact) {
    return "{" + fact.id() + "}";
  }
}
