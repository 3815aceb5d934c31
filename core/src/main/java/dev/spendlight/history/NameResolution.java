package dev.spendlight.history;

import dev.spendlight.account.MatchType;
import dev.spendlight.metric.DateRange;
import dev.spendlight.report.KnownIdentity;
import dev.spendlight.report.RowKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;

/// Brings files without ids together with files that have them.
///
/// A name resolves to the id that files with ids gave it at that time. A name that nothing resolves
/// gets an id of our own, always the same for the same name, so that the real id merges with it as
/// soon as a file brings one. A name that two ids bore at the time stays apart under an id of our
/// own.
public final class NameResolution {
  private final Map<List<String>, List<Bearer>> bearers = new HashMap<>();
  private final Map<List<String>, LatestName> names = new HashMap<>();

  private record Bearer(String id, DateRange days) {}

  private record LatestName(String name, LocalDate last) {}

  /// @param key the row's key with ids everywhere it has names, and the newest name of each id
  /// @param ambiguous names that stayed apart
  public record Resolved(RowKey key, SortedSet<String> ambiguous) {}

  public NameResolution(List<KnownIdentity> identities) {
    for (KnownIdentity identity : identities) {
      RowKey key = identity.key();
      learn(
          campaignName(key.campaignName()), key.campaignId(), key.campaignName(), identity.days());
      if (!key.adGroupId().isEmpty()) {
        learn(
            adGroupName(key.campaignId(), key.adGroupName()),
            key.adGroupId(),
            key.adGroupName(),
            identity.days());
      }
      if (!key.targetId().isEmpty()) {
        learn(targetText(key.adGroupId(), key), key.targetId(), key.targeting(), identity.days());
      }
    }
  }

  private void learn(List<String> name, String id, String text, DateRange days) {
    bearers.computeIfAbsent(name, any -> new ArrayList<>()).add(new Bearer(id, days));
    names.merge(
        List.of(name.getFirst(), id),
        new LatestName(text, days.to()),
        (one, other) -> one.last().isBefore(other.last()) ? other : one);
  }

  /// @param when the days that the row may stand for
  public Resolved resolve(RowKey key, DateRange when) {
    NavigableSet<String> ambiguous = new TreeSet<>();
    String campaignId =
        id(key.campaignId(), campaignName(key.campaignName()), key.campaignName(), when, ambiguous);
    String adGroupId =
        key.adGroupId().isEmpty() && key.adGroupName().isEmpty()
            ? ""
            : id(
                key.adGroupId(),
                adGroupName(campaignId, key.adGroupName()),
                key.adGroupName(),
                when,
                ambiguous);
    String targetId =
        key.targetId().isEmpty() && key.targeting().isEmpty()
            ? ""
            : id(key.targetId(), targetText(adGroupId, key), key.targeting(), when, ambiguous);
    RowKey resolved =
        new RowKey(
            campaignId,
            latest(CAMPAIGN, campaignId, key.campaignName()),
            adGroupId,
            latest(AD_GROUP, adGroupId, key.adGroupName()),
            targetId,
            latest(TARGET, targetId, key.targeting()),
            key.matchType(),
            key.searchTerm(),
            key.asin(),
            key.sku(),
            key.adId(),
            key.placement());
    return new Resolved(resolved, ambiguous);
  }

  private String id(
      String given, List<String> name, String text, DateRange when, SortedSet<String> ambiguous) {
    if (!given.isEmpty()) {
      return given;
    }
    List<Bearer> all = bearers.getOrDefault(name, List.of());
    List<String> then =
        all.stream().filter(each -> each.days().overlaps(when)).map(Bearer::id).distinct().toList();
    List<String> candidates =
        then.isEmpty() ? all.stream().map(Bearer::id).distinct().toList() : then;
    if (candidates.size() == 1) {
      return candidates.getFirst();
    }
    if (candidates.size() > 1) {
      ambiguous.add(text);
    }
    return OwnId.of(name);
  }

  private String latest(String kind, String id, String otherwise) {
    LatestName known = names.get(List.of(kind, id));
    return known == null ? otherwise : known.name();
  }

  private static final String CAMPAIGN = "campaign";
  private static final String AD_GROUP = "ad group";
  private static final String TARGET = "target";

  private static List<String> campaignName(String name) {
    return List.of(CAMPAIGN, name);
  }

  private static List<String> adGroupName(String campaignId, String name) {
    return List.of(AD_GROUP, campaignId, name);
  }

  private static List<String> targetText(String adGroupId, RowKey key) {
    MatchType match = key.matchType();
    return List.of(TARGET, adGroupId, key.targeting(), match.name());
  }
}
