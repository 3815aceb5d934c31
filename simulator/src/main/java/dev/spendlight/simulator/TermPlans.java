package dev.spendlight.simulator;

import dev.spendlight.account.MatchType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The search terms of a target: few for exact keywords, many for broad and automatic ones, a long
/// tail always.
final class TermPlans {
  private static final double SKEW = 1.1;
  private static final double SPREAD = 0.5;
  private static final double BRAND_FACTOR = 3.5;

  private final Draws draws;
  private final SearchPhrases phrases;
  private final List<ProductLine> lines;
  private final String brand;
  private final Ids ids;
  private final boolean brandEverywhere;

  /// @param brandEverywhere whether broad keywords meet the brand too, not automatic targets alone
  TermPlans(
      Draws draws,
      SearchPhrases phrases,
      List<ProductLine> lines,
      String brand,
      Ids ids,
      boolean brandEverywhere) {
    this.draws = draws;
    this.phrases = phrases;
    this.lines = lines;
    this.brand = brand;
    this.ids = ids;
    this.brandEverywhere = brandEverywhere;
  }

  List<TermPlan> of(String targeting, MatchType match) {
    return switch (match) {
      case EXACT -> plans(List.of(targeting, targeting + "s", "the " + targeting), 3.0);
      case PHRASE -> plans(phrases.around(targeting, 10), SKEW);
      case BROAD -> plans(broad(targeting), SKEW);
      case AUTO ->
          targeting.endsWith("match")
              ? plans(phrases.near(lines, brand, targeting.startsWith("close") ? 22 : 30), SKEW)
              : plans(asins(16), SKEW);
      case PRODUCT, NONE ->
          plans(
              List.of(targeting.replaceAll("[^\"]*\"([^\"]*)\".*", "$1").toLowerCase(Locale.ROOT)),
              SKEW);
    };
  }

  /// Where brand and generic searches meet in one target, the brand is somewhere among the rest.
  private List<String> broad(String targeting) {
    List<String> terms = phrases.around(targeting, 18);
    if (!brandEverywhere || terms.size() < 4) {
      return terms;
    }
    List<String> mixed = new ArrayList<>(terms);
    mixed.add(draws.between(3, terms.size() - 1), brand.toLowerCase(Locale.ROOT));
    return mixed.stream().distinct().toList();
  }

  private List<String> asins(int count) {
    List<String> asins = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      asins.add(ids.asin().toLowerCase(Locale.ROOT));
    }
    return asins;
  }

  private List<TermPlan> plans(List<String> terms, double skew) {
    double[] shares = Shares.zipf(terms.size(), skew);
    double[] conversions = new double[terms.size()];
    double mean = 0;
    String brandWord = brand.toLowerCase(Locale.ROOT);
    for (int i = 0; i < conversions.length; i++) {
      boolean branded = terms.get(i).equals(brandWord);
      conversions[i] = draws.logNormal(branded ? BRAND_FACTOR : 1, SPREAD);
      mean += shares[i] * conversions[i];
    }
    List<TermPlan> plans = new ArrayList<>();
    for (int i = 0; i < conversions.length; i++) {
      plans.add(new TermPlan(terms.get(i), shares[i], conversions[i] / mean));
    }
    return plans;
  }
}
