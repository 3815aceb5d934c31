package dev.spendlight.app.command;

import dev.spendlight.app.print.Terminal;
import dev.spendlight.grounding.Wording;
import dev.spendlight.report.ReportImporter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// One line on a terminal that says how far an import is, written over a few times a second;
/// nothing in a pipe.
final class ImportProgress implements ReportImporter.Progress {
  private static final Duration BETWEEN = Duration.ofMillis(200);

  private final Terminal terminal;
  private final Clock clock;
  private Instant next;
  private boolean shown;

  ImportProgress(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
    this.next = clock.instant().plus(BETWEEN);
  }

  @Override
  public void read(String file, long rows) {
    if (terminal.live() && clock.instant().isAfter(next)) {
      next = clock.instant().plus(BETWEEN);
      shown = true;
      terminal
          .err()
          .print(
              String.format(Locale.ENGLISH, "\r\u001b[K%s: %,d rows", Wording.plain(file), rows));
      terminal.err().flush();
    }
  }

  /// Takes the line away.
  void done() {
    if (shown) {
      terminal.err().print("\r\u001b[K");
      terminal.err().flush();
    }
  }
}
