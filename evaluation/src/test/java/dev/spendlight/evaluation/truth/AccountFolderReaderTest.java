package dev.spendlight.evaluation.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendlight.account.AccountType;
import dev.spendlight.account.Marketplace;
import dev.spendlight.finding.FindingKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountFolderReaderTest {
  private static final String WHOLE =
      """
      {"account": "s0040", "generator": "spendlight-2", "seed": 40, "profile": "standard",
       "simulated": true, "marketplace": "DE", "currency": "EUR", "timezone": "Europe/Berlin",
       "type": "vendor", "target_acos": 0.30, "margin": null, "weekly_spend": 5123.40,
       "clean": false,
       "mornings": [
         {"folder": "2026-02-28", "pulled": "2026-02-28", "from": "2025-12-01",
          "to": "2026-02-27", "as_of": "2026-02-27", "judged": false},
         {"folder": "2026-03-01", "pulled": "2026-03-01", "from": "2026-02-14",
          "to": "2026-02-28", "as_of": "2026-02-28", "judged": true}],
       "truths": [
         {"kind": "bleeding", "entity": {"type": "campaign", "id": "c1", "name": "One"},
          "target_ids": ["k1", "k2"], "onset": "2026-02-18", "weekly_impact": 812.30}],
       "neutrals": [
         {"kind": null, "entity": null, "target_ids": ["k3"], "why": "promotion"}]}
      """;

  @TempDir Path folder;

  private AccountFolder read(String json) throws IOException {
    Files.writeString(folder.resolve("account.json"), json);
    return AccountFolderReader.read(folder);
  }

  @Test
  void everythingThatScoringNeedsIsRead() throws IOException {
    AccountFolder account = read(WHOLE);
    assertThat(account.account().value()).isEqualTo("s0040");
    assertThat(account.seed()).isEqualTo(40);
    assertThat(account.settings().marketplace()).contains(Marketplace.DE);
    assertThat(account.settings().type()).contains(AccountType.VENDOR);
    assertThat(account.settings().targetAcos()).contains(new BigDecimal("0.3"));
    assertThat(account.judged())
        .containsExactly(
            new ReportMorning(
                folder.resolve("2026-03-01"),
                LocalDate.of(2026, 3, 1),
                LocalDate.of(2026, 2, 28),
                true));
    assertThat(account.truths())
        .containsExactly(
            new Truth(
                FindingKind.BLEEDING,
                new Subject("campaign", "c1", "One"),
                Set.of("k1", "k2"),
                Optional.of(LocalDate.of(2026, 2, 18)),
                812.30));
    assertThat(account.neutrals())
        .containsExactly(
            new Neutral(Optional.empty(), Optional.empty(), Set.of("k3"), "promotion"));
  }

  @Test
  void whatTheSellerDidNotTellIsUnset() throws IOException {
    assertThat(read(WHOLE).settings().margin()).isEmpty();
    assertThat(read(WHOLE.replace("0.30", "null")).settings().targetAcos()).isEmpty();
  }

  @Test
  void everyMorningButTheFirstCanBeJudged() throws IOException {
    assertThat(read(WHOLE).withEveryMorning().judged()).hasSize(1);
    assertThat(read(WHOLE.replace("\"judged\": false", "\"judged\": true")).judged()).hasSize(2);
  }

  @Test
  void aMissingFieldIsNamed() {
    assertThatThrownBy(() -> read(WHOLE.replace("\"clean\"", "\"neat\"")))
        .isInstanceOf(FolderException.class)
        .hasMessageContaining("account.json lacks \"clean\"");
  }

  @Test
  void aKindThatThereIsNotIsNamed() {
    assertThatThrownBy(() -> read(WHOLE.replace("\"bleeding\"", "\"weeping\"")))
        .isInstanceOf(FolderException.class)
        .hasMessageContaining("weeping");
  }

  @Test
  void aCleanAccountHasNoTruths() {
    assertThatThrownBy(() -> read(WHOLE.replace("\"clean\": false", "\"clean\": true")))
        .isInstanceOf(FolderException.class)
        .hasMessageContaining("one or the other");
  }

  @Test
  void anAccountWithoutAJudgedMorningIsRefused() {
    assertThatThrownBy(() -> read(WHOLE.replace("\"judged\": true", "\"judged\": false")))
        .isInstanceOf(FolderException.class)
        .hasMessageContaining("nothing to ask");
  }
}
