package dev.spendlight.service;

import dev.spendlight.account.Entity;
import dev.spendlight.report.Detail;
import dev.spendlight.report.RowKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The entities of both periods: those of the breakdown, and those of every level at which a place
/// can be named.
final class ExplanationEntities {
  private final Breakdown asked;
  private final List<Breakdown> levels;
  private final Map<String, Entity> parts = new HashMap<>();
  private final List<Map<String, Entity>> byLevel = new ArrayList<>();
  private final Map<String, List<String>> paths = new HashMap<>();

  ExplanationEntities(Breakdown asked, List<Breakdown> levels) {
    this.asked = asked;
    this.levels = levels;
    levels.forEach(level -> byLevel.add(new HashMap<>()));
  }

  /// How finely rows have to be read: as the finest of all needs it.
  Detail detail() {
    return Stream.concat(Stream.of(asked), levels.stream())
        .map(Breakdown::detail)
        .max(Comparator.naturalOrder())
        .orElse(Detail.FULL);
  }

  /// The id of the part of the breakdown that a row belongs to.
  String part(RowKey key) {
    Entity entity = asked.entity(key);
    parts.putIfAbsent(entity.id(), entity);
    return entity.id();
  }

  /// The id of the finest entity that a row belongs to.
  String leaf(RowKey key) {
    List<String> path = new ArrayList<>();
    for (int level = 0; level < levels.size(); level++) {
      Entity entity = levels.get(level).entity(key);
      byLevel.get(level).putIfAbsent(entity.id(), entity);
      path.add(entity.id());
    }
    paths.putIfAbsent(path.getLast(), List.copyOf(path));
    return path.getLast();
  }

  Map<String, Entity> parts() {
    return parts;
  }

  List<Breakdown> levels() {
    return levels;
  }

  List<Map<String, Entity>> byLevel() {
    return byLevel;
  }

  /// For each leaf the ids of what it lies in, itself last.
  Map<String, List<String>> paths() {
    return paths;
  }
}
