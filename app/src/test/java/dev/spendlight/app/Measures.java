package dev.spendlight.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/// How long an answer may be, whatever it is about.
final class Measures {
  private Measures() {}

  /// At most three insights, each under 80 characters; at most three opportunities; two or three
  /// sentences.
  static void assertKept(JsonNode analysis) {
    assertThat(analysis.get("key_insights")).hasSizeLessThanOrEqualTo(3);
    assertThat(analysis.get("key_insights").valueStream().map(JsonNode::asText))
        .allSatisfy(insight ->
            assertThat(insight.codePointCount(0, insight.length())).as(insight).isLessThan(80));
    assertThat(analysis.get("top_opportunities")).hasSizeLessThanOrEqualTo(3);
    assertThat(analysis.get("overall_health").asText()).isIn("good", "needs_attention", "critical");
    String withoutNames = analysis.get("summary").asText().replaceAll("“[^”]*”", "“”");
    assertThat(withoutNames.split("\\.(?= [A-Z0-9“]|$)")).as(withoutNames).hasSizeBetween(2, 3);
  }
}
