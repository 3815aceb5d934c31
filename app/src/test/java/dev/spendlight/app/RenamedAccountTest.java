package dev.spendlight.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.report.ReportKind;
import dev.spendlight.report.ReportRow;
import dev.spendlight.report.RowKey;
import dev.spendlight.simulator.AccountShape;
import dev.spendlight.simulator.Incident;
import dev.spendlight.simulator.SimulatedAccount;
import dev.spendlight.simulator.file.ReportingJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever things are called, a model is asked the same, to the byte: so no name can move it.
class RenamedAccountTest {
  private static final LocalDate LAST = LocalDate.of(2026, 3, 31);
  private static final List<ReportKind> REPORTS =
      List.of(
          ReportKind.CAMPAIGN,
          ReportKind.TARGETING,
          ReportKind.SEARCH_TERM,
          ReportKind.ADVERTISED_PRODUCT);

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"3, 101", "20, 103", "60, 105"})
  void otherNamesAreTheSameRequest(int campaigns, long seed) throws IOException {
    System.out.printf("RenamedAccountTest: %d campaigns, seed %d%n", campaigns, seed);
    Map<ReportKind, List<ReportRow>> rows = rows(campaigns, seed);
    String asked = asked(rows, UnaryOperator.identity(), "as-it-is");
    assertThat(asked).contains("n1 ");
    for (int i = 1; i <= 2; i++) {
      assertOtherNames(rows, new OtherNames(seed * 10 + i));
      assertThat(asked(rows, new OtherNames(seed * 10 + i)::of, "renamed-" + i)).isEqualTo(asked);
    }
  }

  /// A renaming that left names as they are would prove nothing.
  private static void assertOtherNames(Map<ReportKind, List<ReportRow>> rows, OtherNames names) {
    List<RowKey> keys =
        rows.values().stream().flatMap(List::stream).map(ReportRow::key).distinct().toList();
    List<RowKey> renamed =
        rows.values().stream()
            .flatMap(List::stream)
            .map(names::of)
            .map(ReportRow::key)
            .distinct()
            .toList();
    assertThat(renamed).hasSameSizeAs(keys);
    for (Function<RowKey, String> name :
        List.<Function<RowKey, String>>of(
            RowKey::campaignName, RowKey::adGroupName, RowKey::searchTerm, RowKey::sku)) {
      assertThat(keys.stream().map(name).filter(each -> !each.isEmpty()))
          .isNotEmpty()
          .doesNotContainAnyElementsOf(renamed.stream().map(name).distinct().toList());
    }
  }

  private static Map<ReportKind, List<ReportRow>> rows(int campaigns, long seed) {
    SimulatedAccount account =
        SimulatedAccount.of(
            AccountShape.ending(LAST)
                .withCampaigns(campaigns)
                .withProducts(Math.max(2, campaigns / 3))
                .withDays(35)
                .withIncidents(
                    new Incident.WastedSearchTerms(2),
                    new Incident.ZeroConversion(1, 0, OptionalInt.empty())),
            seed);
    Map<ReportKind, List<ReportRow>> rows = new EnumMap<>(ReportKind.class);
    for (ReportKind kind : REPORTS) {
      rows.put(kind, account.rows(kind, account.shape().period(), LAST.plusDays(1)));
    }
    return rows;
  }

  /// What a model would be asked once the files are imported.
  private String asked(
      Map<ReportKind, List<ReportRow>> rows, UnaryOperator<ReportRow> names, String name)
      throws IOException {
    Shell shell = Shell.in(folder.resolve(name));
    Path files = Files.createDirectories(folder.resolve(name + "-files"));
    ReportingJson json = new ReportingJson(Currency.getInstance("USD"));
    for (Map.Entry<ReportKind, List<ReportRow>> each : rows.entrySet()) {
      json.write(
          each.getKey(),
          each.getValue().stream().map(names).toList(),
          files.resolve(json.fileName(each.getKey())));
    }
    shell
        .run(
            "import", files.toString(), "--account", "a", "--snapshot", LAST.plusDays(1).toString())
        .done();
    shell.run("account", "set", "a", "--target-acos", "0.30", "--margin", "0.4").done();
    Shell.Outcome outcome = shell.run("analyse", "--account", "a", "--dry-run");
    assertThat(outcome.code()).as(outcome.err()).isZero();
    return outcome.out() + outcome.err();
  }
}
