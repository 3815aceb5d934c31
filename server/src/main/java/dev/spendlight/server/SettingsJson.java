package dev.spendlight.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.spendlight.account.AccountSettings;
import dev.spendlight.account.AccountType;
import dev.spendlight.account.Marketplace;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Settings as a client writes them: the fields of the account document that can be set. What is
/// null or left out is unset.
final class SettingsJson {
  private static final List<String> FIELDS =
      List.of("currency", "timezone", "marketplace", "target_acos", "margin", "type");

  /// Digits that a fraction may have; more are a slip or an attack.
  private static final int MOST_DIGITS = 20;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final JsonNode fields;

  private SettingsJson(JsonNode fields) {
    this.fields = fields;
  }

  /// @throws Refusal that names the field which is wrong, and how it is written
  static AccountSettings read(byte[] body) {
    JsonNode root = parsed(body);
    if (!root.isObject()) {
      throw Refusal.badRequest("Settings are one JSON object, such as {\"currency\": \"USD\"}.");
    }
    root.fieldNames()
        .forEachRemaining(name -> {
          if (!FIELDS.contains(name)) {
            throw Refusal.badRequest(
                "There is no setting '%s'; known are %s."
                    .formatted(name, String.join(", ", FIELDS)));
          }
        });
    return new SettingsJson(root).settings();
  }

  private static JsonNode parsed(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw Refusal.badRequest(
          "The body is no valid JSON at line %d, column %d."
              .formatted(
                  Optional.ofNullable(e.getLocation()).map(at -> at.getLineNr()).orElse(1),
                  Optional.ofNullable(e.getLocation()).map(at -> at.getColumnNr()).orElse(1)));
    } catch (IOException e) {
      throw Refusal.badRequest("The body is no valid JSON.");
    }
  }

  private AccountSettings settings() {
    return Refusal.unless(() ->
        new AccountSettings(
            text("currency").map(SettingsJson::currency),
            text("timezone").map(SettingsJson::zone),
            text("marketplace").map(SettingsJson::marketplace),
            fraction("target_acos"),
            fraction("margin"),
            text("type").map(SettingsJson::type)));
  }

  private Optional<JsonNode> field(String name) {
    return Optional.ofNullable(fields.get(name)).filter(node -> !node.isNull());
  }

  private Optional<String> text(String name) {
    return field(name)
        .map(node -> {
          if (!node.isTextual()) {
            throw Refusal.badRequest("The setting '%s' is a text.".formatted(name));
          }
          return node.textValue().strip();
        });
  }

  private Optional<BigDecimal> fraction(String name) {
    return field(name)
        .map(node -> {
          if (!node.isNumber()
              || node.decimalValue().precision() > MOST_DIGITS
              || Math.abs(node.decimalValue().scale()) > MOST_DIGITS) {
            throw Refusal.badRequest(
                "The setting '%s' is a number of at most %d digits, such as 0.30."
                    .formatted(name, MOST_DIGITS));
          }
          return node.decimalValue();
        });
  }

  private static Currency currency(String text) {
    try {
      Currency currency = Currency.getInstance(text.toUpperCase(Locale.ROOT));
      if (currency.getDefaultFractionDigits() >= 0) {
        return currency;
      }
    } catch (IllegalArgumentException e) {
      // said below, as of codes of what is no money
    }
    throw Refusal.badRequest("'%s' is no currency code; write it as USD or EUR.".formatted(text));
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw Refusal.badRequest("'%s' is no time zone; write it as Europe/Berlin.".formatted(text));
    }
  }

  private static Marketplace marketplace(String text) {
    return Marketplace.ofCode(text)
        .orElseThrow(() ->
            Refusal.badRequest(
                "'%s' is no marketplace known here; known are %s."
                    .formatted(
                        text,
                        Arrays.stream(Marketplace.values())
                            .map(Enum::name)
                            .collect(Collectors.joining(", ")))));
  }

  private static AccountType type(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "seller" -> AccountType.SELLER;
      case "vendor" -> AccountType.VENDOR;
      default ->
          throw Refusal.badRequest(
              "An account is of type seller or vendor, not '%s'.".formatted(text));
    };
  }
}
