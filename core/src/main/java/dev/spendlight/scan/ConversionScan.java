package dev.spendlight.scan;

import dev.spendlight.statistics.BenjaminiHochberg;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds the sets of units that convert less than before, each once, at the level where the fall
/// sits.
///
/// Every set is compared with its own past for every day on which a fall may have begun: orders
/// seen against orders due, by the gamma-Poisson tail with the account's own noise, after the
/// common move of the other campaigns. The smallest p-value counts, times the number of really
/// different windows; Benjamini-Hochberg at each level sets the thresholds. Then the clearest set
/// is taken, widened to the set around it as long as the rest of that fell beyond chance and rather
/// together with it than not at all, and left out, until none is below its threshold.
///
/// Source: Kulldorff 1997 (scan); Benjamini and Hochberg 1995.
public final class ConversionScan {
  private static final double FALSE_DISCOVERY_RATE = 0.02;

  /// Days back on which a fall may have begun.
  private static final int LONGEST = 28;

  private static final int SHORTEST = 3;
  private static final int MOST_PAST = 56;
  private static final int LEAST_PAST = 10;
  private static final double LEAST_PAST_ORDERS = 5;
  private static final double LEAST_EXPECTED = 2.5;

  /// Windows overlap: 3 to 28 days hold about this many that differ.
  private static final double WINDOWS = 5;

  /// Whatever else was rejected at its level, a drop is rarer than this.
  private static final double MOST_CHANCE = 5e-4;

  private static final double MATERIAL_RATIO = 0.68;
  private static final double REST_RATIO = 0.72;
  private static final double REST_P = 0.05;
  private static final double REST_EXPECTED = 2;

  /// A wider set of which hardly anything else is due orders is the same thing under its usual
  /// name.
  private static final double SAME_THING = 0.9;

  private final OrdersDue orders;
  private final UnitSets sets;
  private final Optional<ProductRows> products;
  private final int end;
  private final boolean[] left;
  private final Map<ScanLevel, DailyCounts[]> counts = new EnumMap<>(ScanLevel.class);
  private final DailyCounts[] campaigns;
  private final Map<ScanLevel, Double> noise = new EnumMap<>(ScanLevel.class);

  private ConversionScan(OrdersDue orders, UnitSets sets, Optional<ProductRows> products) {
    this.orders = orders;
    this.sets = sets;
    this.products = products;
    this.end = orders.lastJudged() + 1;
    this.left = new boolean[orders.history().units().size()];
    for (ScanLevel level : ScanLevel.values()) {
      counts.put(
          level,
          sets.of(level).stream()
              .map(set -> DailyCounts.of(orders, set.units(), left))
              .toArray(DailyCounts[]::new));
    }
    this.campaigns =
        Stream.of(sets.campaigns().members())
            .map(units -> DailyCounts.of(orders, units, left))
            .toArray(DailyCounts[]::new);
  }

  /// The drops: products that share their ad groups with others first, then the rest, clearest
  /// first.
  ///
  /// @param products by the advertised product report, over the same days
  public static List<ConversionDrop> drops(
      OrdersDue orders, UnitSets sets, Optional<ProductRows> products) {
    return new ConversionScan(orders, sets, products).run();
  }

  /// A set at the onset that stands out most.
  private record Candidate(UnitSet set, int onset, Comparison comparison, double pValue) {
    double weight(double noise) {
      return comparison.weight(noise);
    }
  }

  private List<ConversionDrop> run() {
    if (end < LEAST_PAST + SHORTEST) {
      return List.of();
    }
    learnNoise();
    List<ConversionDrop> drops = new ArrayList<>(productDrops());
    while (true) {
      List<Candidate> candidates = candidates();
      Optional<Candidate> clearest = clearest(candidates, thresholds(candidates));
      if (clearest.isEmpty()) {
        return List.copyOf(drops);
      }
      Candidate widest = widened(clearest.get());
      drops.add(drop(widest, tested(candidates, widest.set().level())));
      leaveOut(List.of(widest.set()));
    }
  }

  /// Of what is left each time: the many targets of one campaign that fell are one finding, and
  /// must not make the next one easier.
  private static Map<ScanLevel, BenjaminiHochberg> thresholds(List<Candidate> candidates) {
    Map<ScanLevel, BenjaminiHochberg> thresholds = new EnumMap<>(ScanLevel.class);
    for (ScanLevel level : ScanLevel.values()) {
      thresholds.put(
          level,
          BenjaminiHochberg.of(
              FALSE_DISCOVERY_RATE,
              candidates.stream()
                  .filter(each -> each.set().level() == level)
                  .mapToDouble(Candidate::pValue)
                  .toArray()));
    }
    return thresholds;
  }

  private static int tested(List<Candidate> candidates, ScanLevel level) {
    return (int) candidates.stream().filter(each -> each.set().level() == level).count();
  }

  /// Only what holds some of the sets' units counts differently without them.
  private void leaveOut(List<UnitSet> gone) {
    boolean[] now = new boolean[left.length];
    for (UnitSet set : gone) {
      for (int unit : set.units()) {
        now[unit] = true;
        left[unit] = true;
      }
    }
    for (ScanLevel level : ScanLevel.values()) {
      int[][] units = sets.of(level).stream().map(UnitSet::units).toArray(int[][]::new);
      recount(counts.getOrDefault(level, new DailyCounts[0]), units, now);
    }
    recount(campaigns, sets.campaigns().members(), now);
  }

  private void recount(DailyCounts[] known, int[][] units, boolean[] gone) {
    for (int place = 0; place < known.length; place++) {
      if (IntStream.of(units[place]).anyMatch(unit -> gone[unit])) {
        known[place] = DailyCounts.of(orders, units[place], left);
      }
    }
  }

  private void learnNoise() {
    int past = end - LONGEST / 2 >= 2 * LEAST_PAST ? end - LONGEST / 2 : end;
    for (ScanLevel level : ScanLevel.values()) {
      List<int[]> within = sets.of(level).stream().map(UnitSet::campaigns).toList();
      noise.put(level, Noise.of(counts(level), campaigns, within, past));
    }
  }

  /// In the order of the level's sets.
  private List<DailyCounts> counts(ScanLevel level) {
    return List.of(counts.getOrDefault(level, new DailyCounts[0]));
  }

  private double noise(ScanLevel level) {
    return noise.getOrDefault(level, 0.12);
  }

  /// Noise is learned from weeks; fewer days differ more.
  private double noise(ScanLevel level, int days) {
    return noise(level) * Math.sqrt(Math.max(1, 7.0 / days));
  }

  private List<Candidate> candidates() {
    CommonMove[] moves = moves();
    int first = firstOnset();
    List<Candidate> candidates = new ArrayList<>();
    for (ScanLevel level : ScanLevel.values()) {
      List<DailyCounts> known = counts(level);
      for (int place = 0; place < known.size(); place++) {
        if (known.get(place).due(first, end) >= LEAST_EXPECTED / 2) {
          candidate(sets.of(level).get(place), known.get(place), moves).ifPresent(candidates::add);
        }
      }
    }
    return candidates;
  }

  /// Products that fell where the other products of their ad groups did not: only their own rows
  /// can tell.
  private List<ConversionDrop> productDrops() {
    if (products.isEmpty()) {
      return List.of();
    }
    ProductRows rows = products.get();
    CommonMove[] moves = moves();
    boolean[] none = new boolean[rows.history().units().size()];
    List<Candidate> candidates = new ArrayList<>();
    for (ProductRows.Product product : rows.products()) {
      if (product.mixed()) {
        UnitSet set = sets.of(product.entity(), product.targets());
        DailyCounts counts = DailyCounts.of(rows.orders(), product.rows(), none);
        candidate(set, counts, moves).ifPresent(candidates::add);
      }
    }
    BenjaminiHochberg tests =
        BenjaminiHochberg.of(
            FALSE_DISCOVERY_RATE, candidates.stream().mapToDouble(Candidate::pValue).toArray());
    List<ConversionDrop> drops = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      Candidate found = candidates.get(i);
      if (tests.isRejected(i)
          && found.pValue() <= MOST_CHANCE
          && found.comparison().ratio() < MATERIAL_RATIO
          && !othersFellToo(rows, found)
          && fellEverywhere(rows, found)) {
        drops.add(productDrop(rows, found, candidates.size()));
      }
    }
    leaveOut(drops.stream().map(ConversionDrop::set).toList());
    return drops;
  }

  /// Whether the other products of the same ad groups fell, so that it is the ad groups that did.
  private boolean othersFellToo(ProductRows rows, Candidate found) {
    int[] others = rows.others(found.set().entity().id());
    DailyCounts counts =
        DailyCounts.of(rows.orders(), others, new boolean[rows.history().units().size()]);
    CommonMove move = move(found.onset());
    Comparison rest = compare(found.set(), counts, found.onset(), move);
    return rest.expected() >= REST_EXPECTED && rest.ratio() < REST_RATIO;
  }

  /// Whether the product fell elsewhere together with each of its ad groups, so that it is not one
  /// of those that did.
  private boolean fellEverywhere(ProductRows rows, Candidate found) {
    CommonMove move = move(found.onset());
    double noise = noise(ScanLevel.PRODUCT, end - found.onset());
    int[] units = rows.unitsOf(found.set().entity().id());
    for (int unit : units) {
      boolean[] without = new boolean[rows.history().units().size()];
      DailyCounts counts = DailyCounts.of(rows.orders(), new int[] {unit}, without);
      Comparison part = compare(found.set(), counts, found.onset(), move);
      without[unit] = true;
      counts = DailyCounts.of(rows.orders(), units, without);
      Comparison rest = compare(found.set(), counts, found.onset(), move);
      if (rest.expected() >= REST_EXPECTED && !rest.fellWith(part, noise)) {
        return false;
      }
    }
    return true;
  }

  private ConversionDrop productDrop(ProductRows rows, Candidate found, int tested) {
    int[] units = rows.unitsOf(found.set().entity().id());
    DailyCounts counts =
        DailyCounts.of(rows.orders(), units, new boolean[rows.history().units().size()]);
    return drop(found, counts, tested, rows.shareOfDue(units, found.set().units(), orders));
  }

  private static int past(int onset) {
    return Math.max(0, onset - MOST_PAST);
  }

  private int firstOnset() {
    return Math.max(LEAST_PAST, end - LONGEST);
  }

  private CommonMove[] moves() {
    CommonMove[] moves = new CommonMove[end];
    for (int onset = firstOnset(); onset <= end - SHORTEST; onset++) {
      moves[onset] = move(onset);
    }
    return moves;
  }

  private CommonMove move(int onset) {
    return CommonMove.between(campaigns, past(onset), onset, end, noise(ScanLevel.CAMPAIGN));
  }

  private Optional<Candidate> candidate(UnitSet set, DailyCounts counts, CommonMove[] moves) {
    Candidate best = null;
    for (int onset = firstOnset(); onset <= end - SHORTEST; onset++) {
      int from = past(onset);
      double past = counts.observed(from, onset);
      double due = counts.due(onset, end);
      if (past < LEAST_PAST_ORDERS || due < LEAST_EXPECTED / 2) {
        continue;
      }
      Comparison comparison =
          Comparison.of(
              past,
              counts.due(from, onset),
              counts.observed(onset, end),
              due,
              moves[onset].without(set.campaigns()));
      if (comparison.expected() < LEAST_EXPECTED) {
        continue;
      }
      double pValue = comparison.lowerTail(noise(set.level(), end - onset));
      if (best == null || pValue < best.pValue()) {
        best = new Candidate(set, onset, comparison, pValue);
      }
    }
    return Optional.ofNullable(best)
        .map(each ->
            new Candidate(
                set, each.onset(), each.comparison(), Math.min(1, WINDOWS * each.pValue())));
  }

  private Optional<Candidate> clearest(
      List<Candidate> candidates, Map<ScanLevel, BenjaminiHochberg> thresholds) {
    return candidates.stream()
        .filter(each -> isBeyond(each, thresholds))
        .filter(each -> each.comparison().ratio() < MATERIAL_RATIO)
        .max(
            Comparator.comparingDouble((Candidate each) -> each.weight(noise(each.set().level())))
                .thenComparing(each -> each.set().level(), Comparator.reverseOrder()));
  }

  private static boolean isBeyond(
      Candidate candidate, Map<ScanLevel, BenjaminiHochberg> thresholds) {
    BenjaminiHochberg tests = thresholds.get(candidate.set().level());
    return tests != null
        && tests.rejections() > 0
        && candidate.pValue() <= Math.min(MOST_CHANCE, tests.threshold());
  }

  /// The widest set of which the rest fell too.
  private Candidate widened(Candidate found) {
    Candidate widest = found;
    for (UnitSet around : sets.around(found.set())) {
      Optional<Candidate> wider = widest(widest, around);
      if (wider.isPresent()) {
        widest = wider.get();
      }
    }
    return widest;
  }

  private Optional<Candidate> widest(Candidate found, UnitSet around) {
    boolean[] without = left.clone();
    for (int unit : found.set().units()) {
      without[unit] = true;
    }
    int onset = found.onset();
    CommonMove move = move(onset);
    Comparison rest = compare(around, DailyCounts.of(orders, around.units(), without), onset, move);
    double noise = noise(around.level(), end - onset);
    boolean fell =
        rest.expected() >= REST_EXPECTED
            && rest.lowerTail(noise) < REST_P
            && rest.fellWith(found.comparison(), noise);
    boolean same =
        found.set().level() == ScanLevel.UNIT
            && rest.expected() <= (1 - SAME_THING) * found.comparison().expected();
    if (!fell && !same) {
      return Optional.empty();
    }
    Comparison all = compare(around, DailyCounts.of(orders, around.units(), left), onset, move);
    double pValue = Math.min(1, WINDOWS * all.lowerTail(noise(around.level())));
    return Optional.of(new Candidate(around, onset, all, pValue));
  }

  private Comparison compare(UnitSet set, DailyCounts counts, int onset, CommonMove move) {
    return Comparison.of(
        counts.observed(past(onset), onset),
        counts.due(past(onset), onset),
        counts.observed(onset, end),
        counts.due(onset, end),
        move.without(set.campaigns()));
  }

  private ConversionDrop drop(Candidate found, int tested) {
    return drop(found, DailyCounts.of(orders, found.set().units(), left), tested, 1);
  }

  private ConversionDrop drop(Candidate found, DailyCounts counts, int tested, double share) {
    double due = counts.due(found.onset(), end);
    return new ConversionDrop(
        found.set(),
        found.onset(),
        end - 1,
        found.comparison().observed(),
        found.comparison().expected(),
        counts.observed(past(found.onset()), found.onset()),
        found.pValue(),
        Math.min(1, found.pValue() * Math.max(1, tested)),
        tested,
        due <= 0 ? 1 : share * found.comparison().expected() / due);
  }
}
