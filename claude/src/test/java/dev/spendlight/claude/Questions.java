package dev.spendlight.claude;

import dev.spendlight.model.Allowance;
import dev.spendlight.model.ModelRequest;
import dev.spendlight.model.Purse;
import dev.spendlight.model.Speaker;
import dev.spendlight.model.Turn;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/// What tests of this module ask, and with what patience.
final class Questions {
  static final String SCHEMA =
      """
      {"type": "object",
       "properties": {
         "overall_health": {"type": "string", "enum": ["good", "needs_attention", "critical"]},
         "key_insights": {"type": "array", "items": {"type": "string"}},
         "summary": {"type": "string", "description": "Two sentences."}},
       "required": ["overall_health", "key_insights", "summary"],
       "additionalProperties": false}\
      """;

  static final Allowance PATIENT = allowance(Duration.ofMinutes(5), 4);

  private Questions() {}

  static ModelRequest to(String model) {
    return new ModelRequest(
        model,
        "You write about an advertising account. Facts are numbered.",
        List.of(
            new Turn(Speaker.USER, "{f1}: spend of {c1} is 120.50 EUR, “high”."),
            new Turn(Speaker.ASSISTANT, "{\"overall_health\":\"good\"}"),
            new Turn(Speaker.USER, "The reply lacks key_insights.")),
        SCHEMA,
        2_000);
  }

  static ModelRequest standard() {
    return to("claude-sonnet-5-5");
  }

  static Allowance allowance(Duration time, int attempts) {
    return new Allowance(time, attempts, Purse.OPEN);
  }

  static ClaudeOptions options(URI baseUrl) {
    return ClaudeOptions.of(new ApiKey("sk-secret-of-the-test")).withBaseUrl(baseUrl);
  }
}
