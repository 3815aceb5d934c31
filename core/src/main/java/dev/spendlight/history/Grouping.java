package dev.spendlight.history;

import dev.spendlight.account.Entity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/// Units of an account put into groups, such as the targets of each campaign.
///
/// @param groups each once
/// @param groupOf for each unit the place of its group, or [#NONE]
@SuppressWarnings("ArrayRecordComponent") // read in inner loops, never compared
public record Grouping(List<Entity> groups, int[] groupOf) {
  /// The unit belongs to no group.
  public static final int NONE = -1;

  /// @param group of a unit, empty when it belongs to none
  static Grouping of(int units, IntFunction<Optional<? extends Entity>> group) {
    Map<String, Integer> places = new HashMap<>();
    List<Entity> groups = new ArrayList<>();
    int[] groupOf = new int[units];
    for (int unit = 0; unit < units; unit++) {
      Optional<? extends Entity> entity = group.apply(unit);
      groupOf[unit] = entity.isPresent() ? place(entity.get(), places, groups) : NONE;
    }
    return new Grouping(List.copyOf(groups), groupOf);
  }

  private static int place(Entity entity, Map<String, Integer> places, List<Entity> groups) {
    return places.computeIfAbsent(
        entity.id(),
        fresh -> {
          groups.add(entity);
          return groups.size() - 1;
        });
  }

  /// The units of each group, in the order of the units.
  public int[][] members() {
    int[] sizes = new int[groups.size()];
    for (int group : groupOf) {
      if (group != NONE) {
        sizes[group]++;
      }
    }
    int[][] members = new int[groups.size()][];
    for (int group = 0; group < members.length; group++) {
      members[group] = new int[sizes[group]];
    }
    for (int unit = groupOf.length - 1; unit >= 0; unit--) {
      if (groupOf[unit] != NONE) {
        members[groupOf[unit]][--sizes[groupOf[unit]]] = unit;
      }
    }
    return members;
  }
}
