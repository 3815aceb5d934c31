package dev.spendlight.finding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Runs all detectors and puts what they found in order.
public final class Detectors {
  private final List<Detector> detectors;

  public Detectors(List<Detector> detectors) {
    this.detectors = List.copyOf(detectors);
  }

  public static Detectors standard() {
    return new Detectors(
        List.of(
            new TrackingBrokenDetector(),
            new ConversionDropDetector(),
            new OrderValueDropDetector(),
            new CpcInflationDetector(),
            new ImpressionDropDetector(),
            new BudgetExhaustedDetector(),
            new LaunchDetector(),
            new ZeroConversionDetector(),
            new BidTooHighDetector(),
            new WastedSearchTermDetector(),
            new PlacementDetector(),
            new BleedingCampaignDetector(),
            new MarketShiftDetector(),
            new MissingDaysDetector()));
  }

  /// Most impact, weighted by confidence, first; context last; ties by id.
  private static final Comparator<Finding> RANKING =
      Comparator.comparing((Finding each) -> each.kind().isContext())
          .thenComparing(Comparator.comparingDouble(Detectors::weight).reversed())
          .thenComparing(Finding::id);

  public Findings examine(CaseFile file) {
    List<Finding> found = new ArrayList<>();
    List<RuledOut> ruledOut = new ArrayList<>();
    List<String> thin = new ArrayList<>();
    for (Detector detector : detectors) {
      Detector.Outcome outcome = detector.examine(file);
      found.addAll(outcome.found());
      ruledOut.addAll(outcome.ruledOut());
      thin.addAll(outcome.thin());
    }
    return new Findings(
        Covered.without(file, found).stream().sorted(RANKING).toList(),
        List.copyOf(ruledOut),
        List.copyOf(thin));
  }

  private static double weight(Finding finding) {
    return finding.confidence()
        * finding.impact().map(Impact::amount).map(BigDecimal::doubleValue).orElse(0.0);
  }
}
