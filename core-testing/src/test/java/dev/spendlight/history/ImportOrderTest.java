package dev.spendlight.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.account.AccountSettings;
import dev.spendlight.document.SummaryDocument;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.RowKey;
import dev.spendlight.testing.Amount;
import dev.spendlight.testing.InMemoryPerformanceStore;
import dev.spendlight.testing.SampleAccount;
import dev.spendlight.testing.SampleDelivery;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// In whatever order pulls are imported, the answers are the same, and are those of the rule.
class ImportOrderTest {
  private static final LocalDate START = LocalDate.of(2026, 3, 1);
  private static final int DAYS = 20;

  /// One import command: its pull day, which no other command of the scenario has, and its files.
  private record Command(LocalDate pulled, Function<SampleAccount, SampleDelivery[]> files) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void theOrderOfImportsDoesNotMatter(long seed) {
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    List<Command> commands = new ArrayList<>();
    for (int pulled = 2; pulled <= DAYS; pulled += 1 + random.nextInt(4)) {
      commands.add(command(random.nextLong(), START.plusDays(pulled)));
    }
    Map<Optional<LocalDate>, String> expected = summaries(imported(commands));
    assertThat(expected.values())
        .as("scenarios that say something")
        .anyMatch(each -> each.contains("\"campaign_id\""));
    for (int i = 0; i < 6; i++) {
      Collections.shuffle(commands, random);
      assertThat(summaries(imported(commands))).isEqualTo(expected);
    }
  }

  /// Files of any kind and grain, with ids and without, one to three in the command.
  private static Command command(long seed, LocalDate pulled) {
    return new Command(
        pulled,
        account -> {
          Random random = new Random(seed);
          SampleDelivery[] files = new SampleDelivery[1 + random.nextInt(3)];
          for (int i = 0; i < files.length; i++) {
            ReportKind kind = ReportKind.values()[random.nextInt(3)];
            LocalDate first = pulled.minusDays(1L + random.nextInt(9));
            files[i] =
                random.nextInt(4) == 0
                    ? fill(
                        account.range(kind, first.toString(), pulled.minusDays(1).toString()),
                        random)
                    : daily(account.daily(kind), first, pulled, random);
          }
          return files;
        });
  }

  private static SampleDelivery daily(
      SampleDelivery file, LocalDate first, LocalDate pulled, Random random) {
    first
        .datesUntil(pulled)
        .filter(day -> random.nextInt(5) > 0)
        .forEach(day -> fill(file.day(day), random));
    return file;
  }

  private static SampleDelivery fill(SampleDelivery file, Random random) {
    for (int i = 0; i < 3; i++) {
      int campaign = random.nextInt(4);
      String name = "Campaign " + (random.nextInt(6) == 0 ? (campaign + 1) % 4 : campaign);
      String id = random.nextBoolean() ? "" : String.valueOf(100 + campaign);
      file.row(
          RowKey.campaign(id, name),
          Amount.clicks(random.nextInt(50)),
          Amount.spend(BigDecimal.valueOf(random.nextInt(10_000), 2).toPlainString()),
          Amount.sales(BigDecimal.valueOf(random.nextInt(50_000), 2).toPlainString()),
          Amount.orders(random.nextInt(9)));
    }
    return file;
  }

  private static SampleAccount imported(List<Command> commands) {
    SampleAccount account = SampleAccount.in(new InMemoryPerformanceStore(), "shop");
    account.set(AccountSettings.unset());
    commands.forEach(each -> account.pulled(each.pulled().toString(), each.files().apply(account)));
    return account;
  }

  /// As of every day, and as of none.
  private static Map<Optional<LocalDate>, String> summaries(SampleAccount account) {
    Map<Optional<LocalDate>, String> summaries = new HashMap<>();
    summaries.put(Optional.empty(), SummaryDocument.of(account.summary()));
    START
        .datesUntil(START.plusDays(DAYS))
        .forEach(day -> summaries.put(Optional.of(day), summary(account, day)));
    return summaries;
  }

  private static String summary(SampleAccount account, LocalDate day) {
    try {
      return SummaryDocument.of(account.summary(day.toString()));
    } catch (UnanswerableException e) {
      return e.getMessage();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
  void totalsAreThoseOfTheRuleReckonedDayByDay(long seed) {
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    SampleAccount account = SampleAccount.shop();
    Map<LocalDate, Map<LocalDate, Long>> clicksByPullAndDay = new HashMap<>();
    List<LocalDate> pulls =
        new ArrayList<>(START.datesUntil(START.plusDays(DAYS)).skip(1).toList());
    Collections.shuffle(pulls, random);
    for (LocalDate pulled : pulls.subList(0, 8)) {
      SampleDelivery file = account.daily(ReportKind.CAMPAIGN);
      Map<LocalDate, Long> clicks = new HashMap<>();
      for (LocalDate day : pulled.minusDays(6).datesUntil(pulled).toList()) {
        if (random.nextInt(3) > 0) {
          long some = 1 + random.nextInt(1_000_000);
          file.day(day).row("Shoes", Amount.clicks(some));
          clicks.put(day, some);
        }
      }
      if (!clicks.isEmpty()) {
        file.pulled(pulled.toString());
        clicksByPullAndDay.put(pulled, clicks);
      }
    }
    int answered = 0;
    for (LocalDate asOf : START.datesUntil(START.plusDays(DAYS)).toList()) {
      Map<LocalDate, Long> byRule = byRule(clicksByPullAndDay, asOf);
      if (!byRule.isEmpty() && !asOf.isAfter(account.view().asOf().day())) {
        answered++;
        var summary = account.summary(asOf.toString());
        assertThat(summary.totals().clicks())
            .as("as of %s", asOf)
            .contains(byRule.values().stream().mapToLong(Long::longValue).sum());
        assertThat(summary.coverage().pulls().keySet()).isEqualTo(byRule.keySet());
      }
    }
    assertThat(answered).isGreaterThan(7);
  }

  private static Map<LocalDate, Long> byRule(
      Map<LocalDate, Map<LocalDate, Long>> pulls, LocalDate asOf) {
    Map<LocalDate, Long> clicks = new HashMap<>();
    for (LocalDate day : asOf.minusDays(6).datesUntil(asOf.plusDays(1)).toList()) {
      List<LocalDate> holding =
          pulls.keySet().stream().filter(each -> pulls.get(each).containsKey(day)).toList();
      holding.stream()
          .filter(each -> !each.isAfter(asOf.plusDays(1)))
          .max(Comparator.naturalOrder())
          .or(() -> holding.stream().min(Comparator.naturalOrder()))
          .ifPresent(each -> clicks.put(day, pulls.get(each).get(day)));
    }
    return clicks;
  }
}
