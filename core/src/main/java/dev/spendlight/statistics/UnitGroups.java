package dev.spendlight.statistics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The groups of an account: the account itself, and one for each start of a unit's path.
final class UnitGroups {
  private final Map<List<String>, UnitGroup> groups = new HashMap<>();

  private UnitGroups(UnitGroup account) {
    groups.put(List.of(), account);
  }

  static UnitGroups of(Iterable<ConversionUnit> units) {
    UnitGroup account = new UnitGroup();
    UnitGroups all = new UnitGroups(account);
    for (ConversionUnit unit : units) {
      all.grow(unit.path()).add(unit);
    }
    account.gather();
    return all;
  }

  private UnitGroup grow(List<String> path) {
    UnitGroup known = groups.get(path);
    if (known != null) {
      return known;
    }
    UnitGroup fresh = grow(path.subList(0, path.size() - 1)).grow(path);
    groups.put(path, fresh);
    return fresh;
  }

  /// From the account down to the group where a unit's path ends.
  List<UnitGroup> chain(List<String> path) {
    return Objects.requireNonNull(groups.get(path), path::toString).chain;
  }
}
