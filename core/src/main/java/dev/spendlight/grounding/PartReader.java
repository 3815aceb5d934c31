package dev.spendlight.grounding;

import dev.spendlight.fact.FactSheet;
import dev.spendlight.grounding.Part.Cited;
import dev.spendlight.grounding.Part.Mark;
import dev.spendlight.grounding.Part.Named;
import dev.spendlight.grounding.Part.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Takes a text apart in one pass: words and phrases, facts, things, marks.
final class PartReader {
  private final String text;
  private final FactSheet sheet;
  private final List<Part> parts = new ArrayList<>();

  /// The words read since the last part that is none, and whether each starts with a capital.
  private final List<String> words = new ArrayList<>();

  private final List<Boolean> capitals = new ArrayList<>();

  private PartReader(String text, FactSheet sheet) {
    this.text = text;
    this.sheet = sheet;
  }

  static List<Part> read(String text, FactSheet sheet) {
    return new PartReader(text, sheet).read();
  }

  private List<Part> read() {
    int i = 0;
    while (i < text.length()) {
      char character = text.charAt(i);
      if (Alphabet.isLetter(character)) {
        i = word(i);
      } else if (character == '{') {
        i = placeholder(i);
      } else {
        if (character != ' ' && !isHyphen(i)) {
          phrases();
          parts.add(new Mark(character));
        }
        i++;
      }
    }
    phrases();
    return List.copyOf(parts);
  }

  /// A hyphen inside a compound word parts its words and is no mark.
  private boolean isHyphen(int i) {
    return text.charAt(i) == '-'
        && i > 0
        && i + 1 < text.length()
        && Alphabet.isLetter(text.charAt(i - 1))
        && Alphabet.isLetter(text.charAt(i + 1));
  }

  private int word(int start) {
    int end = start;
    while (end < text.length() && (Alphabet.isLetter(text.charAt(end)) || isInside(end))) {
      end++;
    }
    String word = text.substring(start, end).toLowerCase(Locale.ROOT).replace('’', '\'');
    boolean capital = Character.isUpperCase(text.charAt(start));
    for (String each : Contractions.apart(word)) {
      words.add(each);
      capitals.add(capital);
    }
    return end;
  }

  private boolean isInside(int i) {
    return (text.charAt(i) == '\'' || text.charAt(i) == '’')
        && i + 1 < text.length()
        && Alphabet.isLetter(text.charAt(i + 1));
  }

  private int placeholder(int start) {
    phrases();
    int end = text.indexOf('}', start);
    if (end < 0 || end - start > Placeholders.LONGEST) {
      parts.add(new Mark('?'));
      return start + 1;
    }
    String id = text.substring(start + 1, end);
    parts.add(
        sheet
            .fact(id)
            .<Part>map(Cited::new)
            .or(() -> sheet.alias(id).map(Named::new))
            .orElseGet(() -> new Mark('?')));
    return possessive(end + 1);
  }

  /// The end of `{c1}'s` says nothing.
  private int possessive(int i) {
    boolean is =
        i + 1 < text.length()
            && (text.charAt(i) == '\'' || text.charAt(i) == '’')
            && text.charAt(i + 1) == 's';
    return is ? i + 2 : i;
  }

  private void phrases() {
    int i = 0;
    while (i < words.size()) {
      Lexicon.Match match = Lexicon.english().longest(words, i);
      parts.add(
          new Term(
              match.length() == 1
                  ? words.get(i)
                  : String.join(" ", words.subList(i, i + match.length())),
              capitals.get(i),
              meanings(words.get(i), match)));
      i += match.length();
    }
    words.clear();
    capitals.clear();
  }

  private static Set<Meaning> meanings(String word, Lexicon.Match match) {
    return match.meanings().isEmpty() ? Endings.meanings(word) : match.meanings();
  }
}
