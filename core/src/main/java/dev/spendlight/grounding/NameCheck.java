package dev.spendlight.grounding;

import dev.spendlight.account.Entity;
import dev.spendlight.grounding.Part.Mark;
import dev.spendlight.grounding.Part.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Names come from placeholders alone. A word in capitals that is no usual abbreviation is taken
/// for a name, and so is the name of one of the account's campaigns, ad groups or products typed
/// out.
///
/// Search terms are written by strangers; they are not looked for, lest somebody chooses one that
/// makes a usual sentence fail.
final class NameCheck implements Check {
  private static final Set<String> USUAL =
      Set.of(
          "acos",
          "roas",
          "cpc",
          "ctr",
          "cvr",
          "aov",
          "asin",
          "asins",
          "sp",
          "i",
          "amazon",
          "sponsored",
          "products",
          "ads",
          "seo",
          "ppc");

  /// A name shorter than this in words is an ordinary word to everybody else.
  private static final int LEAST_WORDS = 2;

  private final Set<List<String>> names;
  private final Set<String> beginnings;
  private final int longest;

  NameCheck(Evidences evidences) {
    this.names =
        evidences.sheet().findings().findings().stream()
            .flatMap(each -> Lineage.of(each).stream())
            .filter(each -> isOwn(each))
            .map(each -> words(each.name()))
            .filter(NameCheck::isTelling)
            .collect(Collectors.toSet());
    evidences.sheet().summary().campaigns().stream()
        .map(each -> words(each.campaign().name()))
        .filter(NameCheck::isTelling)
        .forEach(names::add);
    this.beginnings = names.stream().map(List::getFirst).collect(Collectors.toSet());
    this.longest = names.stream().mapToInt(List::size).max().orElse(0);
  }

  private static boolean isOwn(Entity entity) {
    return !(entity instanceof Entity.SearchTerm) && !(entity instanceof Entity.Account);
  }

  /// Whether some word of it claims nothing: a name of words that everybody needs is no name here.
  private static boolean isTelling(List<String> words) {
    return words.size() >= LEAST_WORDS
        && words.stream().anyMatch(each -> !Lexicon.english().claims(each));
  }

  @Override
  public void examine(Passage passage, Consumer<String> faults) {
    for (int place = 0; place < passage.size(); place++) {
      if (passage.part(place) instanceof Term term
          && (isTyped(passage, place, term) || isKnown(passage, place))) {
        faults.accept(
            "“%s” looks like a name: a thing is named by its placeholder, and other words are in small letters."
                .formatted(term.text()));
      }
    }
  }

  private static boolean isTyped(Passage passage, int place, Term term) {
    boolean starts =
        place == 0
            || (passage.part(place - 1) instanceof Mark(char mark) && ".!?:;".indexOf(mark) >= 0);
    return term.capital()
        && !starts
        && !USUAL.contains(term.text())
        && About.metric(term).isEmpty();
  }

  private boolean isKnown(Passage passage, int place) {
    if (!(passage.part(place) instanceof Term first)
        || !beginnings.contains(firstWord(first.text()))) {
      return false;
    }
    List<String> words = new ArrayList<>();
    for (int i = place; words.size() < longest && passage.part(i) instanceof Term term; i++) {
      words.addAll(List.of(term.text().split(" ", -1)));
      if (names.contains(words)) {
        return true;
      }
    }
    return false;
  }

  private static String firstWord(String text) {
    int space = text.indexOf(' ');
    return space < 0 ? text : text.substring(0, space);
  }

  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    int end = 0;
    for (int i = 0; i < name.length(); i = end + 1) {
      end = i;
      while (end < name.length() && isOfWord(name.charAt(end))) {
        end++;
      }
      if (end > i) {
        words.add(name.substring(i, end).toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }

  private static boolean isOfWord(char character) {
    return Alphabet.isLetter(character) || character == '\'';
  }
}
