package dev.spendlight.grounding;

import dev.spendlight.account.Entity;
import dev.spendlight.analysis.OverallHealth;
import dev.spendlight.fact.Alias;
import dev.spendlight.fact.Fact;
import dev.spendlight.finding.Finding;
import dev.spendlight.grounding.Part.Cited;
import dev.spendlight.grounding.Part.Mark;
import dev.spendlight.grounding.Part.Named;
import dev.spendlight.grounding.Part.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// One text of a draft, taken apart, and the findings it may be about.
///
/// Places are counted in parts. A clause ends at a mark and before words such as `but`; a sentence
/// at a full stop, an exclamation or question mark, or a semicolon.
final class Passage {
  private static final Set<String> NEW_CLAUSE =
      Set.of("but", "while", "whereas", "although", "though", "yet", "where");

  private final Piece piece;
  private final List<Part> parts;
  private final Evidences evidences;
  private final List<Finding> findings;
  private final OverallHealth health;
  private final int[] clauses;
  private final int[] sentences;
  private final Set<Meaning> meanings = new HashSet<>();
  private final List<Fact> facts = new ArrayList<>();
  private final List<Alias> named = new ArrayList<>();
  private final List<Moves> moves;
  private final List<Contrast> contrasts;

  /// @param told the finding that an opportunity is about; empty for other texts
  Passage(
      Piece piece, String text, Evidences evidences, Optional<Finding> told, OverallHealth health) {
    this.piece = piece;
    this.parts = PartReader.read(text, evidences.sheet());
    this.evidences = evidences;
    this.health = health;
    this.clauses = new int[parts.size()];
    this.sentences = new int[parts.size()];
    number();
    read();
    this.findings = told.map(List::of).orElseGet(this::candidates);
    this.moves =
        findings.isEmpty()
            ? List.of(Moves.ofAccount(evidences))
            : findings.stream().map(each -> Moves.of(evidences, each)).toList();
    this.contrasts = moves.stream().flatMap(each -> each.contrasts().stream()).toList();
  }

  private void read() {
    for (Part part : parts) {
      switch (part) {
        case Term term -> meanings.addAll(term.meanings());
        case Cited cited -> facts.add(cited.fact());
        case Named thing -> {
          if (!named.contains(thing.alias())) {
            named.add(thing.alias());
          }
        }
        case Mark any -> {}
      }
    }
  }

  private void number() {
    int clause = 0;
    int sentence = 0;
    for (int i = 0; i < parts.size(); i++) {
      switch (parts.get(i)) {
        case Mark mark when mark.character() != '\'' && mark.character() != '/' -> {
          clause++;
          if (".;!?".indexOf(mark.character()) >= 0) {
            sentence++;
          }
        }
        case Term term when NEW_CLAUSE.contains(term.text()) -> clause++;
        default -> {}
      }
      clauses[i] = clause;
      sentences[i] = sentence;
    }
  }

  /// The finding of the facts; without any, those about the things named; else those of the
  /// account.
  private List<Finding> candidates() {
    List<Finding> cited =
        facts.stream().flatMap(each -> evidences.findingOf(each).stream()).distinct().toList();
    if (!cited.isEmpty()) {
      return cited;
    }
    return evidences.sheet().findings().findings().stream()
        .filter(each ->
            named.isEmpty()
                ? each.entity() instanceof Entity.Account
                : named.stream().anyMatch(alias -> alias.entity().equals(each.entity())))
        .toList();
  }

  Piece piece() {
    return piece;
  }

  Evidences evidences() {
    return evidences;
  }

  OverallHealth health() {
    return health;
  }

  /// What the text may be about: one finding where it cites its facts, several where it only names
  /// a thing.
  List<Finding> findings() {
    return findings;
  }

  /// What those findings' figures did; the account's own where there is none.
  List<Moves> moves() {
    return moves;
  }

  /// The contrasts of all of [#moves].
  List<Contrast> contrasts() {
    return contrasts;
  }

  /// Whether some term has a meaning.
  boolean has(Meaning meaning) {
    return meanings.contains(meaning);
  }

  int size() {
    return parts.size();
  }

  /// The part at a place; an unreadable mark outside of the text.
  Part part(int place) {
    return place >= 0 && place < parts.size() ? parts.get(place) : new Mark('?');
  }

  Optional<Term> term(int place) {
    return part(place) instanceof Term term ? Optional.of(term) : Optional.empty();
  }

  boolean means(int place, Meaning meaning) {
    return part(place) instanceof Term term && term.means(meaning);
  }

  boolean says(int place, String text) {
    return part(place) instanceof Term term && term.text().equals(text);
  }

  /// Those cited, in the order of the text.
  List<Fact> facts() {
    return facts;
  }

  /// Those named, each once.
  List<Alias> named() {
    return named;
  }

  IntStream places() {
    return IntStream.range(0, parts.size());
  }

  /// The places of terms with a meaning.
  IntStream placesOf(Meaning meaning) {
    return has(meaning) ? places().filter(place -> means(place, meaning)) : IntStream.empty();
  }

  boolean isSameClause(int one, int other) {
    return isInside(one) && isInside(other) && clauses[one] == clauses[other];
  }

  boolean isSameSentence(int one, int other) {
    return isInside(one) && isInside(other) && sentences[one] == sentences[other];
  }

  private boolean isInside(int place) {
    return place >= 0 && place < parts.size();
  }

  /// The places around one that have its number.
  private IntStream around(int place, int[] numbers) {
    return IntStream.rangeClosed(first(place, numbers), last(place, numbers));
  }

  private int first(int place, int[] numbers) {
    int from = place;
    while (isInside(from - 1) && numbers[from - 1] == numbers[place]) {
      from--;
    }
    return from;
  }

  private int last(int place, int[] numbers) {
    int to = place;
    while (isInside(to + 1) && numbers[to + 1] == numbers[place]) {
      to++;
    }
    return to;
  }

  private boolean means(int place, int[] numbers, Meaning meaning) {
    if (!has(meaning)) {
      return false;
    }
    int last = last(place, numbers);
    for (int i = first(place, numbers); i <= last; i++) {
      if (means(i, meaning)) {
        return true;
      }
    }
    return false;
  }

  /// Places of the same clause.
  IntStream clauseOf(int place) {
    return around(place, clauses);
  }

  /// Places of the same sentence.
  IntStream sentenceOf(int place) {
    return around(place, sentences);
  }

  boolean clauseMeans(int place, Meaning meaning) {
    return means(place, clauses, meaning);
  }

  boolean sentenceMeans(int place, Meaning meaning) {
    return means(place, sentences, meaning);
  }

  /// The next fact of the clause with nothing but small words before it.
  Optional<Fact> factRightAfter(int place) {
    int next = place + 1;
    while (part(next) instanceof Term term && SMALL.contains(term.text())) {
      next++;
    }
    return part(next) instanceof Cited cited ? Optional.of(cited.fact()) : Optional.empty();
  }

  private static final Set<String> SMALL = Set.of("the", "a", "an", "its", "of", "at", "only");
}
