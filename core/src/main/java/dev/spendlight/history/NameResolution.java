package dev.spendlight.history;

import dev.spendlight.account.MatchType;
import dev.spendlight.metric.DateRange;
import dev.spendlight.report.KnownIdentity;
import dev.spendlight.report.RowKey;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// Brings files without ids together with files that have them.
///
/// A name resolves to the id that files with ids gave it at that time, or, when they tell nothing
/// of that time, to the one id that ever bore it. A name that nothing resolves gets an id of our
/// own, always the same for the same name, so that the real id merges with it as soon as a file
/// brings one. A name that two ids bore at the time, or that several bore at other times only,
/// stays apart under an id of our own.
///
/// An id bears a name from the first to the last day on which a row says so. Its own name is the
/// one that it bore last; of two that end on the same day, the one that began later.
public final class NameResolution {
  private enum Level {
    CAMPAIGN,
    AD_GROUP,
    TARGET
  }

  /// @param parent the id of what it lies in; names need to be unique only there
  private record Name(Level level, String parent, String text, MatchType match) {
    Name(Level level, String parent, String text) {
      this(level, parent, text, MatchType.NONE);
    }

    /// What an id of our own is made of.
    List<String> parts() {
      return switch (level) {
        case CAMPAIGN -> List.of("campaign", text);
        case AD_GROUP -> List.of("ad group", parent, text);
        case TARGET -> List.of("target", parent, text, match.name());
      };
    }
  }

  private record Bearing(String name, DateRange days) {
    private static final Comparator<Bearing> BY_AGE =
        Comparator.comparing((Bearing each) -> each.days().to())
            .thenComparing(each -> each.days().from())
            .thenComparing(Bearing::name);
  }

  private final Map<Name, Map<String, DateRange>> bearers = new HashMap<>();
  private final Map<Level, Map<String, Bearing>> latest = new EnumMap<>(Level.class);

  /// @param key the row's key with ids everywhere it has names, and the newest name of each id
  /// @param ambiguous names that stayed apart
  public record Resolved(RowKey key, SortedSet<String> ambiguous) {}

  public NameResolution(List<KnownIdentity> identities) {
    for (Level level : Level.values()) {
      latest.put(level, new HashMap<>());
    }
    identities.forEach(this::learn);
  }

  /// Knows no names: enough where every row has ids.
  public static NameResolution none() {
    return new NameResolution(List.of());
  }

  private void learn(KnownIdentity identity) {
    RowKey key = identity.key();
    DateRange days = identity.days();
    learn(new Name(Level.CAMPAIGN, "", key.campaignName()), key.campaignId(), days);
    if (!key.adGroupId().isEmpty()) {
      learn(new Name(Level.AD_GROUP, key.campaignId(), key.adGroupName()), key.adGroupId(), days);
    }
    if (!key.targetId().isEmpty()) {
      learn(
          new Name(Level.TARGET, key.adGroupId(), key.targeting(), key.matchType()),
          key.targetId(),
          days);
    }
  }

  private void learn(Name name, String id, DateRange days) {
    bearers.computeIfAbsent(name, fresh -> new HashMap<>()).merge(id, days, DateRange::span);
    of(name.level())
        .merge(
            id,
            new Bearing(name.text(), days),
            (one, other) -> Bearing.BY_AGE.compare(one, other) < 0 ? other : one);
  }

  private Map<String, Bearing> of(Level level) {
    return latest.getOrDefault(level, Map.of());
  }

  /// @param when the days that the row may stand for
  public Resolved resolve(RowKey key, DateRange when) {
    SortedSet<String> ambiguous = Collections.emptySortedSet();
    String campaignId = key.campaignId();
    if (campaignId.isEmpty()) {
      Name name = new Name(Level.CAMPAIGN, "", key.campaignName());
      List<String> ids = candidates(name, when);
      ambiguous = with(ambiguous, name, ids);
      campaignId = id(name, ids);
    }
    String adGroupId = key.adGroupId();
    if (adGroupId.isEmpty() && !key.adGroupName().isEmpty()) {
      Name name = new Name(Level.AD_GROUP, campaignId, key.adGroupName());
      List<String> ids = candidates(name, when);
      ambiguous = with(ambiguous, name, ids);
      adGroupId = id(name, ids);
    }
    String targetId = key.targetId();
    if (targetId.isEmpty() && !key.targeting().isEmpty()) {
      Name name = new Name(Level.TARGET, adGroupId, key.targeting(), key.matchType());
      List<String> ids = candidates(name, when);
      ambiguous = with(ambiguous, name, ids);
      targetId = id(name, ids);
    }
    return new Resolved(
        new RowKey(
            campaignId,
            newest(Level.CAMPAIGN, campaignId, key.campaignName()),
            adGroupId,
            newest(Level.AD_GROUP, adGroupId, key.adGroupName()),
            targetId,
            newest(Level.TARGET, targetId, key.targeting()),
            key.matchType(),
            key.searchTerm(),
            key.asin(),
            key.sku(),
            key.adId(),
            key.placement()),
        ambiguous);
  }

  /// The ids that bore a name at the time; when none did, all that ever bore it.
  private List<String> candidates(Name name, DateRange when) {
    Map<String, DateRange> all = bearers.getOrDefault(name, Map.of());
    List<String> then =
        all.entrySet().stream()
            .filter(each -> each.getValue().overlaps(when))
            .map(Map.Entry::getKey)
            .toList();
    return then.isEmpty() ? List.copyOf(all.keySet()) : then;
  }

  private static String id(Name name, List<String> candidates) {
    return candidates.size() == 1 ? candidates.getFirst() : OwnId.of(name.parts());
  }

  private static SortedSet<String> with(
      SortedSet<String> ambiguous, Name name, List<String> candidates) {
    if (candidates.size() < 2) {
      return ambiguous;
    }
    SortedSet<String> more = new TreeSet<>(ambiguous);
    more.add(name.text());
    return more;
  }

  private String newest(Level level, String id, String otherwise) {
    Bearing known = of(level).get(id);
    return known == null ? otherwise : known.name();
  }
}
