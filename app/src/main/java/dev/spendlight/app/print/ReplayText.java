package dev.spendlight.app.print;

import dev.spendlight.account.AccountId;
import dev.spendlight.grounding.Wording;
import dev.spendlight.service.Replay;
import dev.spendlight.service.Replay.Basis;
import dev.spendlight.service.Replay.Change;
import dev.spendlight.service.Replay.Outcome;
import dev.spendlight.service.ReplayReport;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What became of logged replies as a person reads it.
public final class ReplayText {
  private static final List<String> HEADER =
      List.of("Account", "As of", "Then", "Now", "Round", "Asked");
  private static final Set<Integer> WORDS = Set.of(0, 1, 2, 3, 4, 5);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final Terminal terminal;

  public ReplayText(Terminal terminal) {
    this.terminal = terminal;
  }

  public void print(ReplayReport report) {
    if (report.calls() == 0) {
      terminal.line("No model was asked%s.".formatted(scope(report)));
      return;
    }
    terminal.paragraph("", terminal.toned(Terminal.Tone.STRONG, sums(report)));
    if (report.replays().isEmpty()) {
      return;
    }
    terminal.line();
    TextTable table = TextTable.of(HEADER, WORDS);
    report.replays().forEach(each -> table.row(row(each)));
    table.print(terminal);
    report.replays().stream().filter(ReplayText::isWorse).forEach(this::violations);
    notes(report);
  }

  private static String sums(ReplayReport report) {
    String replayed =
        "Replayed %,d of %s%s"
            .formatted(report.replays().size(), counted(report.calls(), "call"), scope(report));
    if (report.replays().isEmpty()) {
      return replayed + ": the log keeps texts of every failure and of a share of the rest.";
    }
    return replayed
        + Arrays.stream(Change.values())
            .filter(change -> report.count(change) > 0)
            .map(change -> "%,d %s".formatted(report.count(change), words(change)))
            .collect(Collectors.joining(", ", ": ", "."));
  }

  private static String scope(ReplayReport report) {
    return report.account().map(AccountId::value).map(id -> " for " + Wording.plain(id)).orElse("")
        + report.since().map(" since %s"::formatted).orElse("");
  }

  private static List<String> row(Replay replay) {
    return List.of(
        replay.subject().account().value(),
        replay.subject().asOf().toString(),
        words(replay.then()),
        words(replay.now()),
        replay.asked().round().key(),
        MINUTE.format(replay.at()));
  }

  private static boolean isWorse(Replay replay) {
    return replay.change() == Change.NEWLY_REFUSED || replay.change() == Change.OTHER_VIOLATIONS;
  }

  private void violations(Replay replay) {
    terminal.line();
    terminal.paragraph(
        "",
        "%s, as of %s, %s (%s):"
            .formatted(
                Wording.plain(replay.subject().account().value()),
                replay.subject().asOf(),
                words(replay.change()),
                replay.id()));
    replay.now().sentences().forEach(each -> terminal.paragraph("  - ", Wording.plain(each)));
  }

  private void notes(ReplayReport report) {
    List<Basis> why =
        report.replays().stream()
            .map(Replay::basis)
            .filter(each -> each != Basis.SAME)
            .distinct()
            .sorted()
            .toList();
    if (!why.isEmpty()) {
      terminal.line();
    }
    why.forEach(basis ->
        terminal.paragraph(
            "Note: ",
            "%s only read, not held against facts: %s."
                .formatted(
                    counted(
                        report.replays().stream().filter(each -> each.basis() == basis).count(),
                        "reply"),
                    words(basis))));
  }

  private static String words(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted _ -> "accepted";
      case Outcome.Refused(List<String> violations) ->
          "refused, " + counted(violations.size(), "violation");
      case Outcome.Unverified _ -> "readable, unverified";
      case Outcome.Nothing _ -> "no text";
    };
  }

  private static String words(Change change) {
    return switch (change) {
      case SAME -> "same";
      case NEWLY_ACCEPTED -> "newly accepted";
      case NEWLY_REFUSED -> "newly refused";
      case OTHER_VIOLATIONS -> "refused for other violations";
      case ONLY_READ -> "only read";
      case NOTHING_TO_READ -> "without a text";
    };
  }

  private static String words(Basis basis) {
    return switch (basis) {
      case SAME -> "the facts are the same";
      case OTHER_TEMPLATE -> "prompts are written by another template now";
      case OTHER_DATA -> "reports or settings of the account changed since";
      case OTHER_CODE -> "the same data is judged or told otherwise now";
      case ACCOUNT_GONE -> "the account was deleted since";
      case NO_DATA -> "the account has no data of that day any more";
    };
  }

  private static String counted(long count, String noun) {
    return count == 1
        ? "1 " + noun
        : "%,d %s".formatted(count, noun.equals("reply") ? "replies" : noun + "s");
  }
}
