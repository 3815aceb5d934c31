package dev.spendlight.server;

import dev.spendlight.metric.Metrics;
import dev.spendlight.report.FileFacts;
import dev.spendlight.report.Grain;
import dev.spendlight.report.ImportResult;
import dev.spendlight.report.ImportResult.FileResult;
import dev.spendlight.report.Measure;
import dev.spendlight.report.ReportImporter;
import dev.spendlight.report.ReportKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/// Takes every file that does not say `bad`, tells what each held, and stores nothing.
final class FakeImporter implements ReportImporter {
  final List<Request> requests = new ArrayList<>();
  final List<String> contents = new ArrayList<>();

  @Override
  public synchronized ImportResult read(Request request, Progress progress) {
    requests.add(request);
    List<FileResult> results = request.files().stream().map(this::result).toList();
    return new ImportResult(request.account(), OptionalLong.empty(), results);
  }

  private FileResult result(Path file) {
    String content = content(file);
    contents.add(content);
    return content.startsWith("bad")
        ? new ImportResult.Refused(file.toString(), file + " is no report; export it again.")
        : new ImportResult.Imported(
            file.toString(), facts(file), Metrics.UNKNOWN, List.of(), List.of(), List.of());
  }

  private static FileFacts facts(Path file) {
    return new FileFacts(
        file.toString(),
        "0".repeat(64),
        ReportKind.CAMPAIGN,
        Grain.DAILY,
        Optional.empty(),
        new TreeSet<>(),
        EnumSet.noneOf(Measure.class),
        Optional.empty(),
        1,
        1);
  }

  private static String content(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
