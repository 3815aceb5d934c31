package dev.spendlight.reply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spendlight.account.MatchType;
import dev.spendlight.analysis.AnalysisDraft;
import dev.spendlight.report.ReportKind;
import dev.spendlight.rules.RulesAnalyst;
import dev.spendlight.testing.Shop;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A draft that stands can be written in the form that is read: the schema's limits fit real ones.
class DraftRoundTripTest {

  @Test
  void whatTheRulesAnalystWritesIsReadBackTheSame() {
    Shop shop = Shop.of(ReportKind.TARGETING, 30).targetAcos("0.50");
    IntStream.range(0, 8).forEach(i -> shop.target("1", "10" + i, MatchType.BROAD, 10, 0.1));
    shop.target("1", "200", MatchType.BROAD, 30, 0);
    shop.target("1", "201", MatchType.EXACT, 30, 0);
    AnalysisDraft draft = new RulesAnalyst().write(shop.judge().sheet());
    assertThat(draft.opportunities()).isNotEmpty();
    assertThat(new ReplyReader().read(json(draft).toPrettyString()))
        .isEqualTo(new DraftReading.Read(draft, Set.of()));
  }

  private static ObjectNode json(AnalysisDraft draft) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("overall_health", draft.overallHealth().key());
    ArrayNode insights = json.putArray("key_insights");
    draft.insights().forEach(insights::add);
    ArrayNode opportunities = json.putArray("top_opportunities");
    draft
        .opportunities()
        .forEach(each ->
            opportunities
                .addObject()
                .put("finding", each.finding())
                .put("issue", each.issue())
                .put("recommendation", each.recommendation())
                .put("estimated_impact", each.estimatedImpact()));
    ArrayNode summary = json.putArray("summary");
    draft.summary().forEach(summary::add);
    return json;
  }
}
