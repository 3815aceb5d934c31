package dev.spendlight.app.print;

import dev.spendlight.account.Entity;
import dev.spendlight.account.MatchType;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What entities are called where many stand together: the name, and where several bear it, what
/// tells them apart.
///
/// @param shared names that several bear
record EntityLabels(Set<String> shared) {

  static EntityLabels of(Collection<Entity> entities) {
    return new EntityLabels(
        entities.stream()
            .collect(Collectors.groupingBy(EntityLabels::name, Collectors.counting()))
            .entrySet()
            .stream()
            .filter(each -> each.getValue() > 1)
            .map(each -> each.getKey())
            .collect(Collectors.toUnmodifiableSet()));
  }

  /// Told apart from everything else in the account too.
  static EntityLabels inFull(Collection<Entity> entities) {
    return new EntityLabels(
        entities.stream()
            .filter(each -> !(each instanceof Entity.Campaign || each instanceof Entity.Product))
            .map(EntityLabels::name)
            .collect(Collectors.toUnmodifiableSet()));
  }

  String of(Entity entity) {
    String name = name(entity);
    return shared.contains(name) ? name + apart(entity) : name;
  }

  private static String name(Entity entity) {
    String name = entity.name().isBlank() ? entity.id() : entity.name();
    return switch (entity) {
      case Entity.CampaignMatch match -> name + match(match.matchType());
      case Entity.Keyword keyword -> name + match(keyword.matchType());
      default -> name;
    };
  }

  private static String match(MatchType type) {
    return type == MatchType.NONE ? "" : " (" + type.name().toLowerCase(Locale.ROOT) + ")";
  }

  private static String apart(Entity entity) {
    return switch (entity) {
      case Entity.Keyword keyword -> " in " + name(keyword.adGroup().campaign());
      case Entity.AdGroup adGroup -> " in " + name(adGroup.campaign());
      case Entity.SearchTerm term -> " by " + name(term.target());
      case Entity.Placement placement -> " in " + name(placement.campaign());
      default -> " " + entity.id();
    };
  }
}
