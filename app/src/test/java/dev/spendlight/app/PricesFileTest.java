package dev.spendlight.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spendlight.model.Usage;
import dev.spendlight.testing.claude.Replies;
import dev.spendlight.testing.claude.StubClaude;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An operator's own prices: beside those that Spendlight knows, and over them.
class PricesFileTest {
  @TempDir private Path data;
  @TempDir private Path files;
  private final StubClaude claude = StubClaude.start();
  private Shell shell = Shell.in(Path.of(""));

  @BeforeEach
  void importAnAccount() {
    shell =
        Shell.in(data)
            .with("ANTHROPIC_API_KEY", "key-of-a-test")
            .with("SPENDLIGHT_CLAUDE_BASE_URL", claude.baseUrl().toString());
    CampaignReport report = new CampaignReport();
    IntStream.rangeClosed(1, 14)
        .mapToObj("2026-03-%02d"::formatted)
        .forEach(day -> report.row(day, "Sound", 4000, 60, "30.00", 6, "180.00"));
    shell
        .run("import", report.write(files, "a.csv"), "--account", "a", "--snapshot", "2026-03-15")
        .done();
    claude.usually(Replies.text(ModelWords.of(data, "a").right()));
  }

  @AfterEach
  void close() {
    claude.close();
  }

  /// A file with one row of a model: so many dollars for a million tokens of whatever kind.
  private Shell priced(String model, String price) throws IOException {
    String row =
        "{\"input\": P, \"cache_write_5m\": P, \"cache_write_1h\": P, \"cache_read\": P, \"output\": P}"
            .replace("P", price);
    return withFile(
        "{\"unit\": \"US dollars for a million tokens\", \"models\": {\"%s\": [%s]}}"
            .formatted(model, row));
  }

  private Shell withFile(String text) throws IOException {
    Path file = Files.writeString(files.resolve("prices.json"), text);
    return shell.with("SPENDLIGHT_CLAUDE_PRICES_FILE", file.toString());
  }

  private static JsonNode costs(Shell shell, String model) {
    shell.document("analyse", "--account", "a", "--model", model, "--json");
    return shell.document("costs", "--json").get("totals");
  }

  private BigDecimal dollars(String aMillion) {
    Usage usage = claude.billed().getLast().usage();
    return new BigDecimal(aMillion)
        .multiply(BigDecimal.valueOf(usage.prompt() + usage.output()))
        .movePointLeft(6);
  }

  @Test
  void aModelThatIsNotKnownGetsAPrice() throws IOException {
    JsonNode costs = costs(priced("unheard-of", "3"), "unheard-of");
    assertThat(costs.get("unpriced_calls").intValue()).isZero();
    assertThat(costs.get("cost_usd").decimalValue())
        .isPositive()
        .isEqualByComparingTo(dollars("3"));
  }

  @Test
  void withoutAFileItHasNoneAndCostsSaysWhereToPutIt() {
    assertThat(costs(shell, "unheard-of").get("unpriced_calls").intValue()).isEqualTo(1);
    assertThat(shell.with("COLUMNS", "200").run("costs").done().out())
        .contains("The price of unheard-of is unknown")
        .contains("SPENDLIGHT_CLAUDE_PRICES_FILE");
  }

  @Test
  void aModelThatIsKnownGetsAnotherPrice() throws IOException {
    JsonNode costs = costs(priced("claude-sonnet-5-5", "7.5"), "claude-sonnet-5-5");
    assertThat(costs.get("cost_usd").decimalValue())
        .isPositive()
        .isEqualByComparingTo(dollars("7.5"));
  }

  @Test
  void aModelThatTheFileDoesNotNameKeepsItsPrice() throws IOException {
    BigDecimal known =
        costs(priced("unheard-of", "3"), "claude-opus-5").get("cost_usd").decimalValue();
    Usage usage = claude.billed().getLast().usage();
    assertThat(known)
        .isEqualByComparingTo(
            new BigDecimal("5")
                .multiply(BigDecimal.valueOf(usage.input()))
                .add(new BigDecimal("6.25").multiply(BigDecimal.valueOf(usage.cacheWrite5m())))
                .add(new BigDecimal("10").multiply(BigDecimal.valueOf(usage.cacheWrite1h())))
                .add(new BigDecimal("25").multiply(BigDecimal.valueOf(usage.output())))
                .movePointLeft(6));
  }

  @Test
  void aFileThatCannotBeUsedIsOneSentenceAndNobodyIsAsked() throws IOException {
    assertRefused(priced("m", "\"3\""), "at /models/m/0/input: a price is a number from 0");
    assertRefused(withFile("{\"unit\":\n oops"), "at line 2, column");
    assertRefused(
        shell.with("SPENDLIGHT_CLAUDE_PRICES_FILE", files.resolve("absent.json").toString()),
        "cannot be read: give this user access to it, or name another.");
    assertThat(claude.count()).isZero();
    assertThat(withFile("oops").run("analyse", "--account", "a", "--rules").done().out())
        .as("the rules need no prices")
        .isNotEmpty();
  }

  private void assertRefused(Shell wrong, String said) {
    Shell.Outcome outcome = wrong.run("analyse", "--account", "a");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .startsWith("spendlight: The price list " + files)
        .contains(said)
        .hasLineCount(1);
  }
}
