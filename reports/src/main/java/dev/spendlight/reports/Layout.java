package dev.spendlight.reports;

import dev.spendlight.report.Grain;
import dev.spendlight.report.ReportKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which report a table is, told by its header, and what each column holds.
///
/// @param dialect whose words the header uses
/// @param fields what each column holds, in the order of the header
/// @param kind recognised from the columns
/// @param dates how rows are dated
/// @param currencySigns the signs shown in the headers
/// @param ignored headers that nobody knows, as written
record Layout(
    Dialect dialect,
    List<Field> fields,
    ReportKind kind,
    Dating dates,
    Set<String> currencySigns,
    List<String> ignored) {

  /// How the rows of a file are dated.
  enum Dating {
    /// A day a row.
    EACH_DAY,
    /// First and last day in each row.
    RANGES,
    /// Not at all.
    NONE;

    Grain grain() {
      return this == EACH_DAY ? Grain.DAILY : Grain.RANGE;
    }
  }

  /// @throws Refusal when the header is not that of a report, or lacks a column
  static Layout of(List<String> header, List<Dialect> dialects) throws Refusal {
    if (header.size() > Limits.COLUMNS) {
      throw new Refusal(
          "It has more than %d columns, which no report has; export the report again."
              .formatted(Limits.COLUMNS));
    }
    Optional<Refusal> other = otherReport(header, dialects);
    if (other.isPresent()) {
      throw other.get();
    }
    List<HeaderWords> words = header.stream().map(HeaderWords::of).toList();
    // The first of the best: a tie goes to the likeliest.
    long most = dialects.stream().mapToLong(each -> known(each, words)).max().orElse(0);
    Dialect first =
        dialects.stream().filter(each -> known(each, words) == most).findFirst().orElseThrow();
    return of(header, words, first);
  }

  /// Why a table with such a header is not one of ours, if one of its columns says so.
  static Optional<Refusal> otherReport(List<String> header, List<Dialect> dialects) {
    for (String name : header) {
      HeaderWords words = HeaderWords.of(name);
      for (Dialect dialect : dialects) {
        Optional<String> other = dialect.otherReport(words);
        if (other.isPresent()) {
          return Optional.of(
              new Refusal(
                  "It is %s (it has a column \"%s\"); Spendlight reads Sponsored Products reports on campaigns, ad groups, targeting, search terms, advertised products, placements and budgets."
                      .formatted(other.get(), Shown.text(name.strip()))));
        }
      }
    }
    return Optional.empty();
  }

  private static long known(Dialect dialect, List<HeaderWords> header) {
    return header.stream()
        .map(dialect::field)
        .filter(f -> f != Field.UNKNOWN && f != Field.LEFT_OUT)
        .count();
  }

  private static Layout of(List<String> header, List<HeaderWords> words, Dialect dialect)
      throws Refusal {
    List<Field> fields = new ArrayList<>();
    List<String> ignored = new ArrayList<>();
    Set<String> signs = new HashSet<>();
    Set<Field> seen = EnumSet.noneOf(Field.class);
    Set<String> names = new HashSet<>();
    for (int i = 0; i < header.size(); i++) {
      Field field = words.get(i).words().isEmpty() ? Field.LEFT_OUT : dialect.field(words.get(i));
      if (field != Field.LEFT_OUT && field != Field.UNKNOWN && !seen.add(field)) {
        if (names.contains(words.get(i).joined())) {
          throw new Refusal(
              "It has two columns \"%s\"; remove one of them."
                  .formatted(Shown.text(header.get(i).strip())));
        }
        field = Field.LEFT_OUT;
      }
      if (field == Field.UNKNOWN) {
        ignored.add(Shown.text(header.get(i).strip()));
      }
      if (field.shape == Field.Shape.MONEY) {
        words.get(i).currencySign().ifPresent(signs::add);
      }
      names.add(words.get(i).joined());
      fields.add(field);
    }
    if (seen.isEmpty()) {
      throw new Refusal(
          "It is not a report: none of its columns is known; they begin %s."
              .formatted(Shown.list(header)));
    }
    ReportKind kind = kind(seen);
    requireColumns(kind, seen, header, dialect);
    return new Layout(
        dialect, List.copyOf(fields), kind, dating(seen), Set.copyOf(signs), List.copyOf(ignored));
  }

  private static ReportKind kind(Set<Field> seen) {
    if (seen.contains(Field.SEARCH_TERM)) {
      return ReportKind.SEARCH_TERM;
    }
    if (seen.contains(Field.ASIN) || seen.contains(Field.SKU)) {
      return ReportKind.ADVERTISED_PRODUCT;
    }
    if (seen.contains(Field.PLACEMENT)) {
      return ReportKind.PLACEMENT;
    }
    if (seen.contains(Field.TARGETING)
        || seen.contains(Field.KEYWORD)
        || seen.contains(Field.TARGET_ID)) {
      return ReportKind.TARGETING;
    }
    if (seen.contains(Field.TIME_IN_BUDGET)) {
      return ReportKind.BUDGET;
    }
    if (seen.contains(Field.AD_GROUP) || seen.contains(Field.AD_GROUP_ID)) {
      return ReportKind.AD_GROUP;
    }
    return ReportKind.CAMPAIGN;
  }

  private static Dating dating(Set<Field> seen) {
    if (seen.contains(Field.DATE)) {
      return Dating.EACH_DAY;
    }
    return seen.contains(Field.START_DATE) && seen.contains(Field.END_DATE)
        ? Dating.RANGES
        : Dating.NONE;
  }

  private static void requireColumns(
      ReportKind kind, Set<Field> seen, List<String> header, Dialect dialect) throws Refusal {
    boolean anyCampaign = seen.contains(Field.CAMPAIGN) || seen.contains(Field.CAMPAIGN_ID);
    if (!anyCampaign
        && seen.contains(Field.DATE)
        && seen.contains(Field.SPEND)
        && kind == ReportKind.CAMPAIGN) {
      throw new Refusal(
          "It is a performance over time report or another one without campaigns: it has no column \"%s\"%s; import the campaign report of the same days instead."
              .formatted(dialect.label(Field.CAMPAIGN), nearest(Field.CAMPAIGN, header, dialect)));
    }
    List<Field> missing = new ArrayList<>();
    if (!anyCampaign) {
      missing.add(Field.CAMPAIGN);
    }
    if (kind == ReportKind.SEARCH_TERM
        && !seen.contains(Field.TARGETING)
        && !seen.contains(Field.KEYWORD)
        && !seen.contains(Field.TARGET_ID)) {
      missing.add(Field.TARGETING);
    }
    if (!seen.contains(Field.IMPRESSIONS) && dialect != Dialect.API) {
      missing.add(Field.IMPRESSIONS);
    }
    if (!seen.contains(Field.CLICKS)) {
      missing.add(Field.CLICKS);
    }
    if (!seen.contains(Field.SPEND)) {
      missing.add(Field.SPEND);
    }
    if (missing.isEmpty()) {
      return;
    }
    List<String> parts =
        missing.stream()
            .map(field -> "\"" + dialect.label(field) + "\"" + nearest(field, header, dialect))
            .toList();
    throw new Refusal(
        "It lacks the %s %s; export the report with %s."
            .formatted(
                missing.size() == 1 ? "column" : "columns",
                String.join(", ", parts),
                missing.size() == 1 ? "it" : "them"));
  }

  /// The header that the user may have meant, unknown ones first.
  private static String nearest(Field wanted, List<String> header, Dialect dialect) {
    String label = HeaderWords.of(dialect.label(wanted)).joined();
    Comparator<String> byDistance = Comparator.comparingInt(name -> distance(label, name));
    List<String> named = header.stream().filter(name -> !name.isBlank()).toList();
    return named.stream()
        .filter(name -> dialect.field(HeaderWords.of(name)) == Field.UNKNOWN)
        .min(byDistance)
        .or(() -> named.stream().min(byDistance))
        .map(name -> " (the nearest is \"" + Shown.text(name.strip()) + "\")")
        .orElse("");
  }

  /// That of the whole header, or of the word of it that comes closest.
  private static int distance(String label, String name) {
    HeaderWords words = HeaderWords.of(name);
    int whole = EditDistance.between(label, words.joined());
    return words.words().stream()
        .mapToInt(word -> EditDistance.between(label, word) + 1)
        .reduce(whole, Math::min);
  }
}
