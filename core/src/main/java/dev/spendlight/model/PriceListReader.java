package dev.spendlight.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/// Reads a price list. Whatever it does not know it refuses: a word that was misspelt must not make
/// a model cheaper.
///
/// A model has rows by day, first day first; a row without `from` is in force since ever. Rows of
/// one day are its tiers, shortest prompt first; the last has no `prompt_up_to`.
final class PriceListReader {
  private static final int MOST_BYTES = 1_000_000;
  private static final int MOST_DEPTH = 8;
  private static final int MOST_DIGITS = 9;
  private static final BigDecimal DEAREST = BigDecimal.valueOf(10_000);
  private static final String UNIT = "US dollars for a million tokens";

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MOST_DEPTH)
                          .maxNumberLength(30)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final String name;

  private PriceListReader(String name) {
    this.name = name;
  }

  /// @param name of the file, for what is said of it
  /// @throws IllegalArgumentException with a sentence that says what is wrong, and where
  static PriceList read(InputStream file, String name) throws IOException {
    byte[] bytes = file.readNBytes(MOST_BYTES + 1);
    PriceListReader reader = new PriceListReader(name);
    if (bytes.length > MOST_BYTES) {
      throw reader.wrong("", "it is larger than a megabyte");
    }
    try {
      return reader.list(MAPPER.readTree(bytes));
    } catch (JsonProcessingException e) {
      String place =
          e.getLocation() == null
              ? ""
              : "line %d, column %d"
                  .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
      throw reader.wrong(
          place, "it is not JSON: " + e.getOriginalMessage().lines().findFirst().orElse(""));
    }
  }

  private PriceList list(JsonNode root) {
    onlyKnown(root, "/", Set.of("unit", "models"));
    if (!root.path("unit").asText().equals(UNIT)) {
      throw wrong("/unit", "prices are in \"%s\" and say so".formatted(UNIT));
    }
    JsonNode named = root.path("models");
    if (!named.isObject() || named.isEmpty()) {
      throw wrong("/models", "there has to be an object of models by name");
    }
    Map<String, NavigableMap<LocalDate, List<PriceTier>>> models = new HashMap<>();
    for (Map.Entry<String, JsonNode> model : named.properties()) {
      models.put(model.getKey(), rows(model.getValue(), "/models/" + model.getKey()));
    }
    return new PriceList(models);
  }

  private NavigableMap<LocalDate, List<PriceTier>> rows(JsonNode rows, String place) {
    if (!rows.isArray() || rows.isEmpty()) {
      throw wrong(place, "a model has a list of at least one row");
    }
    NavigableMap<LocalDate, List<PriceTier>> days = new TreeMap<>();
    for (int i = 0; i < rows.size(); i++) {
      String here = place + "/" + i;
      JsonNode row = rows.get(i);
      onlyKnown(
          row,
          here,
          Set.of(
              "from",
              "prompt_up_to",
              "input",
              "cache_write_5m",
              "cache_write_1h",
              "cache_read",
              "output"));
      LocalDate from = from(row, here);
      if (!days.isEmpty() && from.isBefore(days.lastKey())) {
        throw wrong(here, "rows stand in the order of their days");
      }
      List<PriceTier> tiers = days.computeIfAbsent(from, any -> new ArrayList<>());
      PriceTier tier = new PriceTier(promptUpTo(row, here), prices(row, here));
      if (!tiers.isEmpty() && tier.promptUpTo() <= tiers.getLast().promptUpTo()) {
        throw wrong(here, "rows of one day differ in prompt_up_to, shortest first");
      }
      tiers.add(tier);
    }
    days.forEach((from, tiers) -> {
      if (tiers.getLast().promptUpTo() != Long.MAX_VALUE) {
        throw wrong(
            place, "the last row of a day is for prompts of any length, without prompt_up_to");
      }
    });
    days.replaceAll((from, tiers) -> List.copyOf(tiers));
    return days;
  }

  private void onlyKnown(JsonNode object, String place, Set<String> known) {
    if (!object.isObject()) {
      throw wrong(place, "here has to be an object");
    }
    Set<String> unknown = new HashSet<>();
    object.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw wrong(
          place,
          "\"%s\" is not known here"
              .formatted(unknown.stream().sorted().findFirst().orElseThrow()));
    }
  }

  private LocalDate from(JsonNode row, String place) {
    if (!row.has("from")) {
      return LocalDate.MIN;
    }
    try {
      return LocalDate.parse(row.get("from").asText());
    } catch (DateTimeException e) {
      throw wrong(place + "/from", "a day is written as \"2026-10-07\"", e);
    }
  }

  private long promptUpTo(JsonNode row, String place) {
    if (!row.has("prompt_up_to")) {
      return Long.MAX_VALUE;
    }
    JsonNode tokens = row.get("prompt_up_to");
    if (!tokens.isIntegralNumber() || !tokens.canConvertToInt() || tokens.intValue() < 1) {
      throw wrong(place + "/prompt_up_to", "a length is a whole number of tokens");
    }
    return tokens.intValue();
  }

  private TokenPrices prices(JsonNode row, String place) {
    return new TokenPrices(
        price(row, "input", place),
        price(row, "cache_write_5m", place),
        price(row, "cache_write_1h", place),
        price(row, "cache_read", place),
        price(row, "output", place));
  }

  private BigDecimal price(JsonNode row, String kind, String place) {
    JsonNode price = row.path(kind);
    if (price.isNumber()) {
      BigDecimal value = price.decimalValue();
      if (Math.abs(value.scale()) <= MOST_DIGITS
          && value.signum() >= 0
          && value.compareTo(DEAREST) <= 0) {
        return value;
      }
    }
    throw wrong(
        place + "/" + kind, "a price is a number from 0 to 10000, with at most nine places");
  }

  private IllegalArgumentException wrong(String place, String what) {
    return new IllegalArgumentException(sentence(place, what));
  }

  private IllegalArgumentException wrong(String place, String what, Exception cause) {
    return new IllegalArgumentException(sentence(place, what), cause);
  }

  private String sentence(String place, String what) {
    return place.isEmpty()
        ? "The price list %s cannot be used: %s.".formatted(name, what)
        : "The price list %s cannot be used, at %s: %s.".formatted(name, place, what);
  }
}
