package dev.spendlight.reports;

import dev.spendlight.account.MatchType;
import dev.spendlight.report.RowKey;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Makes the key of a row, and gives the same object for the same key as long as it is remembered,
/// so that a store can recognise it quickly. Two places a hash, of which the one used longest ago
/// gives way: its size is bounded.
final class KeyCache {
  private static final int BITS = 16;
  private static final int SPREAD = 0x9e3779b9;
  private static final int LONGEST = 400;
  private static final Field[] PARTS = {
    Field.CAMPAIGN_ID,
    Field.CAMPAIGN,
    Field.AD_GROUP_ID,
    Field.AD_GROUP,
    Field.TARGET_ID,
    Field.TARGETING,
    Field.KEYWORD,
    Field.MATCH_TYPE,
    Field.KEYWORD_TYPE,
    Field.SEARCH_TERM,
    Field.ASIN,
    Field.SKU,
    Field.AD_ID,
    Field.PLACEMENT
  };

  private static final class Entry {
    private final String[] parts;
    private final RowKey key;
    private final int length;

    Entry(String[] parts, RowKey key, int length) {
      this.parts = parts;
      this.key = key;
      this.length = length;
    }
  }

  private final @Nullable Entry[] places = new @Nullable Entry[1 << BITS];
  private final int[] used;

  /// @param present the fields that the file has
  KeyCache(Collection<Field> present) {
    used = Arrays.stream(PARTS).filter(present::contains).mapToInt(Field::ordinal).toArray();
  }

  /// @param texts the row's texts, each at its field's place
  RowKey of(String[] texts) {
    int hash = 0;
    for (int field : used) {
      hash = (hash ^ texts[field].hashCode()) * SPREAD;
      hash ^= hash >>> 15;
    }
    int place = (hash * SPREAD) >>> (Integer.SIZE - BITS);
    Entry known = places[place];
    if (known != null && same(known.parts, texts)) {
      return known.key;
    }
    int other = place ^ 1;
    Entry second = places[other];
    Entry entry = second != null && same(second.parts, texts) ? second : make(texts);
    if (entry.length <= LONGEST) {
      if (known != null) {
        places[other] = known;
      }
      places[place] = entry;
    }
    return entry.key;
  }

  private Entry make(String[] texts) {
    int length = 0;
    String[] parts = new String[used.length];
    for (int i = 0; i < used.length; i++) {
      parts[i] = texts[used[i]];
      length += parts[i].length();
    }
    return new Entry(parts, key(texts), length);
  }

  @SuppressWarnings(
      "ReferenceEquality") // Texts come from a pool: mostly the same object, and equals() is for
  // the rest.
  private boolean same(String[] parts, String[] texts) {
    for (int i = 0; i < used.length; i++) {
      String text = texts[used[i]];
      if (parts[i] != text && !parts[i].equals(text)) {
        return false;
      }
    }
    return true;
  }

  private static RowKey key(String[] texts) {
    String targeting = first(texts, Field.TARGETING, Field.KEYWORD);
    String matchType = first(texts, Field.MATCH_TYPE, Field.KEYWORD_TYPE);
    boolean targeted =
        !targeting.isEmpty() || !matchType.isEmpty() || !text(texts, Field.TARGET_ID).isEmpty();
    return new RowKey(
        text(texts, Field.CAMPAIGN_ID),
        text(texts, Field.CAMPAIGN),
        text(texts, Field.AD_GROUP_ID),
        text(texts, Field.AD_GROUP),
        text(texts, Field.TARGET_ID),
        targeting,
        targeted ? MatchType.of(matchType, targeting) : MatchType.NONE,
        text(texts, Field.SEARCH_TERM),
        text(texts, Field.ASIN),
        text(texts, Field.SKU),
        text(texts, Field.AD_ID),
        text(texts, Field.PLACEMENT));
  }

  private static String first(String[] texts, Field field, Field otherwise) {
    String text = text(texts, field);
    return text.isEmpty() ? text(texts, otherwise) : text;
  }

  private static String text(String[] texts, Field field) {
    return texts[field.ordinal()];
  }
}
