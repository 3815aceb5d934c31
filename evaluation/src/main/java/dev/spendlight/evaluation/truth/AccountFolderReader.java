package dev.spendlight.evaluation.truth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.spendlight.account.AccountId;
import dev.spendlight.account.AccountSettings;
import dev.spendlight.account.AccountType;
import dev.spendlight.account.Marketplace;
import dev.spendlight.finding.FindingKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads `account.json`.
public final class AccountFolderReader {
  private static final JsonMapper JSON = new JsonMapper();

  private final Path folder;
  private final Path file;

  private AccountFolderReader(Path folder) {
    this.folder = folder;
    this.file = folder.resolve(AccountFolder.DESCRIPTION);
  }

  /// @throws FolderException when the file is missing or does not say what it should
  public static AccountFolder read(Path folder) {
    return new AccountFolderReader(folder).read();
  }

  private AccountFolder read() {
    try {
      return account(JSON.readTree(file.toFile()));
    } catch (IOException e) {
      throw new FolderException(
          "%s cannot be read as JSON: %s.".formatted(file, e.getMessage()), e);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new FolderException("%s: %s".formatted(file, e.getMessage()), e);
    }
  }

  private AccountFolder account(JsonNode json) {
    AccountFolder account =
        new AccountFolder(
            folder,
            new AccountId(text(json, "account")),
            text(json, "generator"),
            text(json, "profile"),
            required(json, "seed").asLong(),
            settings(json),
            required(json, "clean").asBoolean(),
            list(json, "mornings", this::morning),
            list(json, "truths", this::truth),
            list(json, "neutrals", this::neutral));
    if (account.judged().isEmpty()) {
      throw new FolderException(
          "%s has no morning with \"judged\": true, so there is nothing to ask.".formatted(file));
    }
    if (account.clean() && !account.truths().stream().allMatch(each -> each.kind().isContext())) {
      throw new FolderException(
          "%s is clean and has truths; it is one or the other.".formatted(file));
    }
    return account;
  }

  private AccountSettings settings(JsonNode json) {
    AccountSettings settings =
        AccountSettings.unset()
            .withCurrency(Currency.getInstance(text(json, "currency")))
            .withType(AccountType.valueOf(text(json, "type").toUpperCase(Locale.ROOT)));
    settings =
        optional(json, "timezone")
            .map(JsonNode::asText)
            .map(ZoneId::of)
            .map(settings::withZone)
            .orElse(settings);
    settings =
        optional(json, "marketplace")
            .map(JsonNode::asText)
            .flatMap(Marketplace::ofCode)
            .map(settings::withMarketplace)
            .orElse(settings);
    settings =
        optional(json, "target_acos")
            .map(JsonNode::decimalValue)
            .map(settings::withTargetAcos)
            .orElse(settings);
    return optional(json, "margin")
        .map(JsonNode::decimalValue)
        .map(settings::withMargin)
        .orElse(settings);
  }

  private ReportMorning morning(JsonNode json) {
    return new ReportMorning(
        folder.resolve(text(json, "folder")),
        LocalDate.parse(text(json, "pulled")),
        LocalDate.parse(text(json, "as_of")),
        required(json, "judged").asBoolean());
  }

  private Truth truth(JsonNode json) {
    return new Truth(
        kind(required(json, "kind")),
        subject(required(json, "entity")),
        targetIds(json),
        optional(json, "onset").map(JsonNode::asText).map(LocalDate::parse),
        required(json, "weekly_impact").asDouble());
  }

  private Neutral neutral(JsonNode json) {
    return new Neutral(
        optional(json, "kind").map(this::kind),
        optional(json, "entity").map(this::subject),
        targetIds(json),
        text(json, "why"));
  }

  private FindingKind kind(JsonNode json) {
    try {
      return FindingKind.valueOf(json.asText().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new FolderException("%s names a kind that there is not: %s.".formatted(file, json), e);
    }
  }

  private Subject subject(JsonNode json) {
    return new Subject(
        text(json, "type"),
        text(json, "id"),
        optional(json, "name").map(JsonNode::asText).orElse(""));
  }

  private Set<String> targetIds(JsonNode json) {
    return new HashSet<>(list(json, "target_ids", JsonNode::asText));
  }

  private <T> List<T> list(JsonNode json, String field, Function<JsonNode, T> read) {
    List<T> all = new ArrayList<>();
    required(json, field).forEach(each -> all.add(read.apply(each)));
    return all;
  }

  private String text(JsonNode json, String field) {
    return required(json, field).asText();
  }

  private JsonNode required(JsonNode json, String field) {
    return optional(json, field)
        .orElseThrow(() -> new FolderException("%s lacks \"%s\".".formatted(file, field)));
  }

  private static Optional<JsonNode> optional(JsonNode json, String field) {
    return Optional.ofNullable(json.get(field)).filter(each -> !each.isNull());
  }
}
