package dev.spendlight.document;

import dev.spendlight.account.AccountId;
import dev.spendlight.service.Replay;
import dev.spendlight.service.Replay.Change;
import dev.spendlight.service.ReplayReport;
import java.time.LocalDate;

/// `replay --json`, described by `replay.schema.json`.
public final class ReplayDocument {
  private ReplayDocument() {}

  public static String of(ReplayReport report) {
    return Json.object(json ->
        json.text("account", report.account().map(AccountId::value))
            .text("since", report.since().map(LocalDate::toString))
            .object(
                "totals",
                totals -> {
                  totals
                      .number("calls", report.calls())
                      .number("replayed", report.replays().size());
                  for (Change change : Change.values()) {
                    totals.number(change.key(), report.count(change));
                  }
                })
            .objects("replays", report.replays(), ReplayDocument::replay));
  }

  private static void replay(Json json, Replay replay) {
    json.text("id", replay.id().value())
        .text("at", replay.at().toString())
        .text("account", replay.subject().account().value())
        .text("as_of", replay.subject().asOf().toString())
        .text("model", replay.asked().model())
        .text("prompt_version", replay.asked().promptVersion())
        .text("round", replay.asked().round().key())
        .text("reply", replay.reply())
        .text("verdict", replay.verdict().key())
        .text("basis", replay.basis().key())
        .object("then", then -> outcome(then, replay.then()))
        .object("now", now -> outcome(now, replay.now()))
        .text("change", replay.change().key());
  }

  private static void outcome(Json json, Replay.Outcome outcome) {
    json.text("outcome", outcome.key()).texts("violations", outcome.sentences());
  }
}
