package dev.spendlight.server;

import dev.spendlight.account.AccountId;
import dev.spendlight.document.ImportDocument;
import dev.spendlight.metric.DateRange;
import dev.spendlight.report.ImportResult;
import dev.spendlight.report.ReportImporter.Progress;
import dev.spendlight.report.ReportImporter.Request;
import dev.spendlight.service.ImportService;
import io.helidon.http.Status;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Uploads of report files.
final class ReportEndpoints {
  private final ImportService imports;
  private final InstantSource clock;
  private final ServerOptions options;
  private final Work longWork;
  private final Consumer<AccountId> changed;
  private final AnswerMetrics metrics;

  /// @param longWork where an import may take its time
  /// @param changed told when anything of an account changed
  ReportEndpoints(
      ServerParts parts,
      ServerOptions options,
      Work longWork,
      Consumer<AccountId> changed,
      AnswerMetrics metrics) {
    this.imports = parts.imports();
    this.clock = parts.clock();
    this.options = options;
    this.longWork = longWork;
    this.changed = changed;
    this.metrics = metrics;
  }

  List<Route> routes() {
    return List.of(
        Route.post(
            "/v1/accounts/{id}/reports",
            options.times().upload(),
            this::upload,
            "snapshot",
            "from",
            "to",
            "name"));
  }

  /// The good files land, whatever became of the others; 422 when there is no good one.
  private Reply upload(Call call) {
    AccountId account = call.account();
    LocalDate pulled =
        call.day("snapshot").orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    Optional<DateRange> covers = call.days();
    if (call.request().headers().contentLength().orElse(0) > options.uploadBytes()) {
      throw Upload.tooLarge(options.uploadBytes());
    }
    try (Upload upload = new Upload(options.uploadBytes(), call.deadline())) {
      UploadedParts.receive(call, upload);
      if (upload.isEmpty()) {
        throw Refusal.badRequest(
            "There is no file in the body; send one as it is, or several as multipart/form-data.");
      }
      Request request = new Request(account, upload.paths(), pulled, covers);
      ImportService.Outcome outcome = longWork.done(call.deadline(), () -> read(request));
      ImportResult result = upload.named(outcome.result());
      metrics.imported(result);
      Reply reply = Reply.json(ImportDocument.of(result, outcome.vanished()));
      return anyUsable(result) ? reply : reply.withStatus(Status.UNPROCESSABLE_CONTENT_422);
    }
  }

  private ImportService.Outcome read(Request request) {
    ImportService.Outcome outcome = imports.read(request, Progress.NONE);
    changed.accept(request.account());
    return outcome;
  }

  private static boolean anyUsable(ImportResult result) {
    return result.files().stream()
        .anyMatch(
            each -> each instanceof ImportResult.Imported || each instanceof ImportResult.Empty);
  }
}
