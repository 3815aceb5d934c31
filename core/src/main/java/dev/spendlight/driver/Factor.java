package dev.spendlight.driver;

import dev.spendlight.metric.Metric;
import java.util.List;
import java.util.OptionalDouble;

/// One factor of a product and its part in a change.
///
/// @param metric the factor, such as the cost per click
/// @param contribution in the unit of what changed; negative when it worked downwards
public record Factor(Metric metric, double contribution) {

  /// What one of some factors makes; empty when it is not among them.
  public static OptionalDouble find(List<Factor> factors, Metric metric) {
    return factors.stream()
        .filter(each -> each.metric() == metric)
        .mapToDouble(Factor::contribution)
        .findFirst();
  }
}
