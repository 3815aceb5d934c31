package dev.spendlight.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.AccountId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AccountFileNameTest {
  private static final int LONGEST_FILE_NAME = 255;

  @ParameterizedTest
  @CsvSource({
    "acme-1_b, acme-1_b.duckdb",
    "ACME, +a+c+m+e.duckdb",
    ".., %002e%002e.duckdb",
    "a/b, a%002fb.duckdb",
    "ü, %00fc.duckdb",
    "a+b%c, a%002bb%0025c.duckdb"
  })
  void namesAreReadableWhereTheyCanBe(String id, String file) {
    assertThat(AccountFileName.of(new AccountId(id))).hasToString(file);
  }

  @Test
  void everyIdComesBackAndNoTwoDifferInCaseOnly() {
    long seed = 4711;
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    Map<String, AccountId> taken = new HashMap<>();
    String letters = "aAbBzZ09-_+%./\\: '\"üÜ日\ud83d\ude00\u00a0";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder("x");
      int length = random.nextInt(i % 10 == 0 ? 128 : 4);
      for (int k = 0; k < length; k++) {
        text.append(
            random.nextInt(3) > 0
                ? letters.charAt(random.nextInt(letters.length()))
                : (char) (0xa0 + random.nextInt(0xff00)));
      }
      AccountId account = new AccountId(text.toString());
      Path file = AccountFileName.of(account);
      assertThat(AccountFileName.accountOf(file)).contains(account);
      for (Path name : file) {
        assertThat(name.toString().getBytes(StandardCharsets.UTF_8).length)
            .isLessThan(LONGEST_FILE_NAME - ".wal".length());
      }
      AccountId same = taken.put(file.toString().toLowerCase(Locale.ROOT), account);
      assertThat(same == null || same.equals(account)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "acme.duckdb.wal",
        "acme.duckdb.new",
        "acme",
        "ACME.duckdb",
        ".duckdb",
        "%.duckdb",
        "%00.duckdb",
        "%zzzz.duckdb",
        "%0061.duckdb",
        "+.duckdb",
        "+1.duckdb",
        "a b.duckdb",
        "x.more/y.duckdb"
      })
  void filesThatAreNotOursAreNoAccounts(String file) {
    assertThat(AccountFileName.accountOf(Path.of(file))).isEmpty();
  }
}
