package dev.spendlight.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PromptTest {
  @Test
  void anIdThatBeginsWithAnotherLeavesNoNameBehind() {
    Map<String, String> findings = new LinkedHashMap<>();
    findings.put("n1", "wasted_search_term:7:free");
    findings.put("n2", "wasted_search_term:7:free mug of acme");
    Prompt prompt = new Prompt("1", "", "", findings, 0);
    assertThat(prompt.withAliases("“wasted_search_term:7:free mug of acme” has no action."))
        .isEqualTo("“n2” has no action.");
  }
}
