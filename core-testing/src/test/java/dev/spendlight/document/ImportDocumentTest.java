package dev.spendlight.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spendlight.account.AccountId;
import dev.spendlight.account.MatchType;
import dev.spendlight.history.Vanished;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Metrics;
import dev.spendlight.report.FileFacts;
import dev.spendlight.report.Grain;
import dev.spendlight.report.ImportResult;
import dev.spendlight.report.ImportResult.Empty;
import dev.spendlight.report.ImportResult.FileResult;
import dev.spendlight.report.ImportResult.Imported;
import dev.spendlight.report.ImportResult.Refused;
import dev.spendlight.report.ImportResult.Repeated;
import dev.spendlight.report.ImportResult.SkippedRows;
import dev.spendlight.report.Measure;
import dev.spendlight.report.ReportKind;
import dev.spendlight.report.RowKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `import --json`.
class ImportDocumentTest {
  private static final String[] FIELDS = {
    "file",
    "status",
    "report",
    "grain",
    "rows_read",
    "rows_imported",
    "skipped",
    "from",
    "to",
    "currency",
    "totals",
    "ignored_columns",
    "notes",
    "same_as",
    "error"
  };

  static final Imported IMPORTED =
      new Imported(
          "week.csv",
          new FileFacts(
              "week.csv",
              "00",
              ReportKind.SEARCH_TERM,
              Grain.DAILY,
              Optional.of(new DateRange(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 7))),
              new TreeSet<>(),
              Set.of(Measure.CLICKS, Measure.SPEND),
              Optional.of(Currency.getInstance("EUR")),
              12,
              9),
          new Metrics(
              Optional.empty(),
              Optional.of(7L),
              Optional.of(new BigDecimal("4.20")),
              Optional.empty(),
              Optional.empty(),
              Optional.empty()),
          List.of(new SkippedRows("The day is missing.", 3, 5)),
          List.of("Wert"),
          List.of("The last line is cut."));

  static List<FileResult> results() {
    return List.of(
        IMPORTED,
        new Empty("empty.json"),
        new Repeated("copy.csv", "week.csv"),
        new Refused("photo.csv", "It is no report; see the list of reports."));
  }

  static String everyResult() {
    RowKey gone = RowKey.target("1", "Shoes", "", "Runners", "", "red shoe", MatchType.EXACT);
    return ImportDocument.of(
        new ImportResult(new AccountId("shop"), OptionalLong.of(3), results()),
        List.of(new Vanished(ReportKind.TARGETING, gone, new BigDecimal("1.75"))));
  }

  @ParameterizedTest
  @MethodSource("results")
  void everyFileHasEveryFieldOfTheContract(FileResult result) {
    assertThat(DocumentTree.fields(file(result))).containsExactly(FIELDS);
    assertThat(DocumentTree.fields(file(result).get("totals")))
        .containsExactly("impressions", "clicks", "spend", "sales", "orders", "units");
    assertThat(file(result).get("skipped").isArray()).isTrue();
    assertThat(file(result).get("rows_read").isInt()).isTrue();
  }

  @Test
  void anImportedFileTellsWhatWasReadAndSkipped() {
    JsonNode file = file(IMPORTED);
    assertThat(file.get("status").textValue()).isEqualTo("imported");
    assertThat(file.get("report").textValue()).isEqualTo("search_term");
    assertThat(file.get("grain").textValue()).isEqualTo("daily");
    assertThat(file.get("rows_read").intValue()).isEqualTo(12);
    assertThat(file.get("rows_imported").intValue()).isEqualTo(9);
    assertThat(file.get("skipped"))
        .hasToString("[{\"reason\":\"The day is missing.\",\"count\":3,\"first_line\":5}]");
    assertThat(file.get("from").textValue()).isEqualTo("2026-03-01");
    assertThat(file.get("to").textValue()).isEqualTo("2026-03-07");
    assertThat(file.get("currency").textValue()).isEqualTo("EUR");
    assertThat(file.get("totals"))
        .hasToString(
            "{\"impressions\":null,\"clicks\":7,\"spend\":4.20,\"sales\":null,\"orders\":null,\"units\":null}");
    assertThat(file.get("ignored_columns")).hasToString("[\"Wert\"]");
    assertThat(file.get("notes")).hasToString("[\"The last line is cut.\"]");
    assertThat(file.get("error").isNull()).isTrue();
  }

  @Test
  void anEmptyFileIsValidWithNoRows() {
    JsonNode file = file(new Empty("empty.json"));
    assertThat(file.get("status").textValue()).isEqualTo("empty");
    assertThat(file.get("rows_read").intValue()).isZero();
    assertThat(file.get("rows_imported").intValue()).isZero();
    assertThat(file.get("error").isNull()).isTrue();
  }

  @Test
  void aRepeatedFileNamesTheOtherAndARefusedOneTheReason() {
    assertThat(file(new Repeated("copy.csv", "week.csv")).get("same_as").textValue())
        .isEqualTo("week.csv");
    JsonNode refused = file(new Refused("photo.csv", "It is no report."));
    assertThat(refused.get("status").textValue()).isEqualTo("refused");
    assertThat(refused.get("error").textValue()).isEqualTo("It is no report.");
    assertThat(refused.get("report").isNull()).isTrue();
  }

  @Test
  void filesStandInTheOrderGivenAndVanishedThingsBesideThem() {
    JsonNode document = DocumentTree.of(everyResult());
    assertThat(DocumentTree.fields(document)).containsExactly("account", "files", "vanished");
    assertThat(document.get("files"))
        .extracting(each -> each.get("file").textValue())
        .containsExactly("week.csv", "empty.json", "copy.csv", "photo.csv");
    assertThat(document.get("vanished"))
        .hasToString(
            "[{\"report\":\"targeting\",\"campaign_id\":\"1\",\"campaign_name\":\"Shoes\",\"ad_group_name\":\"Runners\","
                + "\"targeting\":\"red shoe\",\"spend\":1.75}]");
  }

  private static JsonNode file(FileResult result) {
    ImportResult all =
        new ImportResult(new AccountId("shop"), OptionalLong.empty(), List.of(result));
    return DocumentTree.of(ImportDocument.of(all, List.of())).get("files").get(0);
  }
}
