package dev.spendlight.simulator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.spendlight.account.AccountSettings;
import dev.spendlight.account.Entity;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `account.json` of an [AccountFolder].
final class AccountJson {
  private static final String GENERATOR = "spendlight-2";
  private static final JsonFactory JSON = new JsonFactory();

  private final AccountRecipe recipe;
  private final AnswerSheet answers;
  private final List<Morning> mornings;
  private final boolean allJudged;

  AccountJson(
      AccountRecipe recipe, AnswerSheet answers, List<Morning> mornings, boolean allJudged) {
    this.recipe = recipe;
    this.answers = answers;
    this.mornings = mornings;
    this.allJudged = allJudged;
  }

  void write(Path file) throws IOException {
    try (BufferedWriter text = Files.newBufferedWriter(file);
        JsonGenerator json = JSON.createGenerator(text)) {
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      json.writeStartObject();
      account(json);
      mornings(json);
      json.writeArrayFieldStart("truths");
      for (Truth truth : answers.truths()) {
        truth(json, truth);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("neutrals");
      for (Neutral neutral : answers.neutrals()) {
        neutral(json, neutral);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private void account(JsonGenerator json) throws IOException {
    AccountShape shape = recipe.shape();
    AccountSettings told = shape.settings();
    json.writeStringField("account", recipe.id());
    json.writeStringField("generator", GENERATOR);
    json.writeNumberField("seed", recipe.seed());
    json.writeStringField("profile", recipe.profile().name().toLowerCase(Locale.ROOT));
    json.writeBooleanField("simulated", true);
    json.writeStringField("marketplace", shape.marketplace().name());
    json.writeStringField("currency", shape.marketplace().currency().getCurrencyCode());
    json.writeStringField("timezone", shape.marketplace().zone().getId());
    json.writeStringField("type", shape.nature().orders().type().name().toLowerCase(Locale.ROOT));
    fraction(json, "target_acos", told.targetAcos());
    fraction(json, "margin", told.margin());
    json.writeNumberField("weekly_spend", money(answers.weeklySpend()));
    json.writeBooleanField("clean", recipe.clean());
  }

  private void mornings(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("mornings");
    for (int i = 0; i < mornings.size(); i++) {
      Morning morning = mornings.get(i);
      json.writeStartObject();
      json.writeStringField("folder", morning.folder().getFileName().toString());
      json.writeStringField("pulled", morning.pulled().toString());
      json.writeStringField("from", morning.covers().from().toString());
      json.writeStringField("to", morning.covers().to().toString());
      json.writeStringField("as_of", morning.covers().to().toString());
      json.writeBooleanField("judged", i == mornings.size() - 1 || (allJudged && i > 0));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void truth(JsonGenerator json, Truth truth) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", truth.kind());
    entity(json, truth.entity());
    ids(json, truth.targetIds());
    if (truth.onset().isPresent()) {
      json.writeStringField("onset", truth.onset().get().toString());
    } else {
      json.writeNullField("onset");
    }
    json.writeNumberField("weekly_impact", truth.weeklyImpact().amount());
    json.writeEndObject();
  }

  private void neutral(JsonGenerator json, Neutral neutral) throws IOException {
    json.writeStartObject();
    if (neutral.kind().isPresent()) {
      json.writeStringField("kind", neutral.kind().get());
    } else {
      json.writeNullField("kind");
    }
    entity(json, neutral.entity());
    ids(json, neutral.targetIds());
    json.writeStringField("why", neutral.why());
    json.writeEndObject();
  }

  /// The whole account goes by the id that it is imported under.
  private void entity(JsonGenerator json, Entity entity) throws IOException {
    boolean whole = entity instanceof Entity.Account;
    json.writeObjectFieldStart("entity");
    json.writeStringField("type", type(entity));
    json.writeStringField("id", whole ? recipe.id() : entity.id());
    json.writeStringField("name", whole ? recipe.id() : entity.name());
    json.writeEndObject();
  }

  private static String type(Entity entity) {
    return switch (entity) {
      case Entity.Account account -> "account";
      case Entity.Product product -> "product";
      case Entity.Campaign campaign -> "campaign";
      case Entity.CampaignMatch match -> "campaign_match";
      case Entity.AdGroup group -> "ad_group";
      case Entity.Keyword keyword -> "keyword";
      case Entity.SearchTerm term -> "search_term";
      case Entity.Placement placement -> "placement";
    };
  }

  private static void ids(JsonGenerator json, List<String> ids) throws IOException {
    json.writeFieldName("target_ids");
    json.writeArray(ids.toArray(String[]::new), 0, ids.size());
  }

  private static void fraction(JsonGenerator json, String field, Optional<BigDecimal> value)
      throws IOException {
    json.writeFieldName(field);
    if (value.isPresent()) {
      json.writeNumber(value.get());
    } else {
      json.writeNull();
    }
  }

  private static BigDecimal money(double value) {
    return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
  }
}
