package dev.spendlight.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.AccountId;
import dev.spendlight.account.AccountSettings;
import dev.spendlight.server.KeptAnswers.Kept;
import dev.spendlight.testing.InMemoryPerformanceStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeptAnswersTest {
  private static final Instant NOW = ServerUnderTest.NOW;
  private static final KeptAnswers.Key SHOP = key("shop");

  private final InMemoryPerformanceStore store = new InMemoryPerformanceStore();
  private final KeptAnswers kept = keeping(Duration.ZERO);

  @Test
  void theLaterOfTwoAnswersToTheSameDataStays() {
    kept.keep(SHOP, kept("later", NOW));
    kept.keep(SHOP, kept("earlier", NOW.minusSeconds(1)));
    assertThat(kept.find(SHOP)).map(TaggedReply::tag).contains("later");
    kept.keep(SHOP, kept("last", NOW.plusSeconds(1)));
    assertThat(kept.find(SHOP)).map(TaggedReply::tag).contains("last");
  }

  @Test
  void anAnswerToOtherDataReplacesALaterOne() {
    kept.keep(SHOP, kept("old data", NOW));
    store.save(SHOP.account(), AccountSettings.unset());
    kept.keep(SHOP, kept("new data", NOW.minusSeconds(1)));
    assertThat(kept.find(SHOP)).map(TaggedReply::tag).contains("new data");
  }

  @Test
  void daysAndAccountsAreToldApart() {
    KeptAnswers.Key day =
        new KeptAnswers.Key(SHOP.account(), Optional.of(LocalDate.parse("2026-03-01")));
    kept.keep(SHOP, kept("last day", NOW));
    kept.keep(key("other"), kept("other", NOW));
    assertThat(kept.find(day)).isEmpty();
    kept.keep(day, kept("that day", NOW));

    kept.forgetting().accept(SHOP.account());
    assertThat(kept.find(SHOP)).isEmpty();
    assertThat(kept.find(day)).isEmpty();
    assertThat(kept.find(key("other"))).isPresent();
  }

  @Test
  void noMoreBytesAreKeptThanAllowed() {
    int found = 0;
    for (int i = 0; i < 100; i++) {
      kept.keep(key("account " + i), kept("x".repeat(10_000), NOW));
    }
    for (int i = 0; i < 100; i++) {
      found += kept.find(key("account " + i)).isPresent() ? 1 : 0;
    }
    assertThat(found).isBetween(1, 100_000 / 10_000);
  }

  @Test
  void afterALookTheStoreIsNotAskedForAWhile() {
    KeptAnswers trusting = keeping(Duration.ofDays(1));
    trusting.keep(SHOP, kept("before", NOW));
    assertThat(trusting.find(SHOP)).isPresent();
    store.save(SHOP.account(), AccountSettings.unset());
    assertThat(trusting.find(SHOP)).isPresent();
    trusting.forgetting().accept(SHOP.account());
    assertThat(trusting.find(SHOP)).isEmpty();

    trusting.keep(
        SHOP, new Kept("another revision", NOW, Optional.empty(), kept("x", NOW).reply()));
    assertThat(trusting.find(SHOP)).as("looked at before it is sent first").isEmpty();
  }

  private KeptAnswers keeping(Duration unlooked) {
    return new KeptAnswers(store, InstantSource.fixed(NOW), 100_000, unlooked);
  }

  private static KeptAnswers.Key key(String account) {
    return new KeptAnswers.Key(new AccountId(account), Optional.empty());
  }

  private Kept kept(String tag, Instant made) {
    return new Kept(
        store.revision(SHOP.account()),
        made,
        Optional.empty(),
        TaggedReply.of(tag, Reply.json(tag)));
  }
}
