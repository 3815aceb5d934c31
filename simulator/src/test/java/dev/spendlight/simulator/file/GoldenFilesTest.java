package dev.spendlight.simulator.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.report.ReportKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A header and two rows of every dialect, one file a dialect. To renew them after a change that is
/// wanted: `mvn -pl simulator test -Dtest=GoldenFilesTest -Dgolden.renew=true`, and read the
/// difference.
class GoldenFilesTest {
  private static final Path FOLDER = Path.of("src/test/resources/dev/spendlight/simulator/file");

  static Stream<String> dialects() {
    return Dialects.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void everyReportIsWrittenAsItsGoldenFileSays(String name) throws IOException {
    ReportFileWriter dialect = Dialects.all().get(name);
    StringBuilder written = new StringBuilder();
    for (ReportKind kind : ReportKind.values()) {
      if (dialect.writes(kind)) {
        written
            .append("== ")
            .append(dialect.fileName(kind))
            .append('\n')
            .append(text(dialect, kind))
            .append('\n');
      }
    }
    Path golden = FOLDER.resolve(name + ".txt");
    if (Boolean.getBoolean("golden.renew")) {
      Files.writeString(golden, written);
    }
    assertThat(written.toString()).isEqualTo(Files.readString(golden));
  }

  private static String text(ReportFileWriter dialect, ReportKind kind) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    dialect.write(kind, SampleRows.two(), out);
    byte[] bytes = out.toByteArray();
    return switch (dialect) {
      case ConsoleCsv csv -> new String(bytes, UTF_8).replace("\r\n", "\n");
      case ConsoleXlsx workbook -> sheet(bytes).replace("<row", "\n<row");
      case ReportingJson json -> {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        byte[] plain = json.gzip() ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
        yield new String(plain, UTF_8).replace("},{", "},\n{") + "\n";
      }
    };
  }

  private static String sheet(byte[] workbook) throws IOException {
    StringBuilder parts = new StringBuilder();
    ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook));
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (List.of("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml").contains(entry.getName())) {
        parts.append(new String(zip.readAllBytes(), UTF_8)).append('\n');
      }
    }
    return parts.toString();
  }
}
