package dev.spendlight.evaluation.command;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.spendlight.evaluation.score.AccountScore;
import dev.spendlight.evaluation.score.Claim;
import dev.spendlight.evaluation.score.MethodScore;
import dev.spendlight.evaluation.score.Verdict;
import dev.spendlight.evaluation.score.Verdicts;
import dev.spendlight.evaluation.truth.AccountFolder;
import dev.spendlight.evaluation.truth.Subject;
import dev.spendlight.evaluation.truth.Truth;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Every claim and every missed truth, one line each, for spreadsheets.
final class ScoreCsv {
  private final CsvWriter csv;

  private ScoreCsv(CsvWriter csv) {
    this.csv = csv;
  }

  static void write(Path file, List<MethodScore> methods) {
    try (CsvWriter csv = CsvWriter.builder().build(file)) {
      csv.writeRecord(
          "method",
          "profile",
          "account",
          "seed",
          "clean",
          "as_of",
          "verdict",
          "rank",
          "kind",
          "entity_type",
          "entity_id",
          "entity_name",
          "impact",
          "onset",
          "true_kind",
          "true_id",
          "true_impact",
          "true_onset",
          "overlap",
          "note");
      ScoreCsv writer = new ScoreCsv(csv);
      for (MethodScore method : methods) {
        method.scores().forEach(score -> writer.account(method.method(), score));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void account(String method, AccountScore score) {
    score.mornings().forEach((day, verdicts) -> morning(method, score.account(), day, verdicts));
  }

  private void morning(String method, AccountFolder account, LocalDate day, Verdicts verdicts) {
    for (int i = 0; i < verdicts.claims().size(); i++) {
      Verdict verdict = verdicts.claims().get(i);
      String rank = String.valueOf(i + 1);
      switch (verdict) {
        case Verdict.Right(Claim claim, Truth truth, double overlap) ->
            line(
                method,
                account,
                day,
                "right",
                rank,
                Optional.of(claim),
                Optional.of(truth),
                Columns.figure(overlap),
                claim.evidence());
        case Verdict.Excused excused ->
            line(
                method,
                account,
                day,
                "excused",
                rank,
                Optional.of(excused.claim()),
                Optional.empty(),
                "",
                excused.neutral().why());
        case Verdict.Wrong wrong ->
            line(
                method,
                account,
                day,
                wrong.related().isPresent() ? "related" : "wrong",
                rank,
                Optional.of(wrong.claim()),
                wrong.related(),
                "",
                wrong.claim().evidence());
      }
    }
    verdicts
        .missed()
        .forEach(truth ->
            line(method, account, day, "missed", "", Optional.empty(), Optional.of(truth), "", ""));
  }

  private void line(
      String method,
      AccountFolder account,
      LocalDate day,
      String verdict,
      String rank,
      Optional<Claim> claim,
      Optional<Truth> truth,
      String overlap,
      String note) {
    Optional<Subject> subject = claim.map(Claim::subject);
    csv.writeRecord(
        method,
        account.profile(),
        account.account().value(),
        String.valueOf(account.seed()),
        String.valueOf(account.clean()),
        day.toString(),
        verdict,
        rank,
        claim.map(each -> each.kind().key()).orElse(""),
        subject.map(Subject::type).orElse(""),
        subject.map(Subject::id).orElse(""),
        subject.map(Subject::name).orElse(""),
        claim.map(each -> Columns.figure(each.weeklyImpact())).orElse(""),
        claim.flatMap(Claim::onset).map(LocalDate::toString).orElse(""),
        truth.map(each -> each.kind().key()).orElse(""),
        truth.map(each -> each.subject().id()).orElse(""),
        truth.map(each -> Columns.figure(each.weeklyImpact())).orElse(""),
        truth.flatMap(Truth::onset).map(LocalDate::toString).orElse(""),
        overlap,
        note);
  }
}
