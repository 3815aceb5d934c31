package dev.spendlight.service;

import static dev.spendlight.report.ReportKind.CAMPAIGN;
import static dev.spendlight.testing.Amount.spend;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.AccountSettings;
import dev.spendlight.account.AccountType;
import dev.spendlight.testing.SampleAccount;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What makes an answer another one.
class FingerprintTest {
  @Test
  void theSameAccountHasTheSameFingerprint() {
    assertThat(Fingerprint.of(shop().view()))
        .isEqualTo(Fingerprint.of(shop().view()))
        .matches("[0-9a-f]{16}");
  }

  @Test
  void whateverAnAnswerRestsOnChangesIt() {
    Set<String> seen = new LinkedHashSet<>();
    SampleAccount shop = shop();
    seen.add(Fingerprint.of(shop.view()));
    seen.add(Fingerprint.of(shop.view("2026-03-07")));
    seen.add(Fingerprint.of(shop.view("2026-03-06")));
    shop.set(AccountSettings.unset().withType(AccountType.VENDOR));
    seen.add(Fingerprint.of(shop.view()));
    shop.daily(CAMPAIGN).day("2026-03-07").row("Shoes", spend("2")).pulled("2026-03-09");
    seen.add(Fingerprint.of(shop.view()));
    shop.daily(CAMPAIGN).day("2026-03-07").row("Shoes", spend("2")).pulled("2026-03-09");
    seen.add(Fingerprint.of(shop.view()));
    assertThat(seen).hasSize(6);
  }

  private static SampleAccount shop() {
    SampleAccount shop = SampleAccount.shop();
    shop.daily(CAMPAIGN)
        .day("2026-03-06")
        .row("Shoes", spend("1"))
        .day("2026-03-07")
        .row("Shoes", spend("1"))
        .pulled("2026-03-08");
    return shop;
  }
}
