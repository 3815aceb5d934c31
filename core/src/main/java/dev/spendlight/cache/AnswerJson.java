package dev.spendlight.cache;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.spendlight.account.Entity;
import java.io.IOException;
import java.math.BigDecimal;

/// How the records of an answer become JSON, and nothing but these records again.
final class AnswerJson {
  private static final int DEEPEST = 64;

  private AnswerJson() {}

  static JsonMapper mapper() {
    StreamReadConstraints limits = StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build();
    return JsonMapper.builder(JsonFactory.builder().streamReadConstraints(limits).build())
        .addModules(new Jdk8Module(), new JavaTimeModule(), decimals())
        .addMixIn(Entity.class, NamedEntity.class)
        // Half a surrogate pair has no UTF-8; escaped, it comes back as it was.
        .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        // What records work out of their components is nothing to keep.
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS, MapperFeature.AUTO_DETECT_IS_GETTERS)
        .withCoercionConfig(LogicalType.Textual, AnswerJson::textIsText)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(
            DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
            DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
            DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
            DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
        .build();
  }

  private static void textIsText(MutableCoercionConfig config) {
    config
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
  }

  private static SimpleModule decimals() {
    return new SimpleModule().addDeserializer(BigDecimal.class, new DecimalReader());
  }

  /// Things by their kind: the type is not part of their own fields.
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Entity.Account.class, name = "account"),
    @JsonSubTypes.Type(value = Entity.Product.class, name = "product"),
    @JsonSubTypes.Type(value = Entity.Campaign.class, name = "campaign"),
    @JsonSubTypes.Type(value = Entity.CampaignMatch.class, name = "campaign_match"),
    @JsonSubTypes.Type(value = Entity.AdGroup.class, name = "ad_group"),
    @JsonSubTypes.Type(value = Entity.Keyword.class, name = "keyword"),
    @JsonSubTypes.Type(value = Entity.SearchTerm.class, name = "search_term"),
    @JsonSubTypes.Type(value = Entity.Placement.class, name = "placement")
  })
  private interface NamedEntity {}

  /// A number like 1e999999999 is read at once and costs a gigabyte where it is written out.
  private static final class DecimalReader extends StdScalarDeserializer<BigDecimal> {
    private static final long serialVersionUID = 1;
    private static final int MOST_PLACES = 1000;

    DecimalReader() {
      super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      if (!json.currentToken().isNumeric()) {
        throw context.wrongTokenException(
            json, BigDecimal.class, json.currentToken(), "This is not a number.");
      }
      BigDecimal value = json.getDecimalValue();
      if (value.scale() > MOST_PLACES || value.scale() < -MOST_PLACES) {
        throw context.weirdNumberException(value, BigDecimal.class, "This is out of all bounds.");
      }
      return value;
    }
  }
}
