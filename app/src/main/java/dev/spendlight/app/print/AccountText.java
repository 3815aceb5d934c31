package dev.spendlight.app.print;

import dev.spendlight.account.AccountId;
import dev.spendlight.account.AccountSettings;
import dev.spendlight.account.Marketplace;
import dev.spendlight.grounding.Wording;
import dev.spendlight.report.Delivery;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// An account's settings and imports as a person reads them.
public final class AccountText {
  private static final String UNSET = "not set";
  private static final int NEWEST = 20;

  private final Terminal terminal;

  public AccountText(Terminal terminal) {
    this.terminal = terminal;
  }

  public void print(AccountId account, AccountSettings settings, List<Delivery> deliveries) {
    terminal.line(terminal.toned(Terminal.Tone.STRONG, Wording.plain(account.value())));
    field("currency", settings.effectiveCurrency());
    field("time zone", settings.zone().or(() -> settings.marketplace().map(Marketplace::zone)));
    field("marketplace", settings.marketplace());
    field("target ACOS", settings.targetAcos().map(Wording::percent));
    field("margin", settings.margin().map(Wording::percent));
    field("type", settings.type().map(type -> type.name().toLowerCase(Locale.ROOT)));
    if (deliveries.isEmpty()) {
      terminal.line("Nothing was imported yet.");
      return;
    }
    terminal.line();
    TextTable table =
        TextTable.of(List.of("Report", "Grain", "From", "To", "Pulled"), Set.of(0, 1, 2, 3, 4));
    deliveries.reversed().stream()
        .limit(NEWEST)
        .forEach(each ->
            table.row(
                List.of(
                    each.kind().words(),
                    each.grain().key(),
                    each.period().from().toString(),
                    each.period().to().toString(),
                    each.pulled().toString())));
    table.print(terminal);
    if (deliveries.size() > NEWEST) {
      terminal.line("and %d older ones".formatted(deliveries.size() - NEWEST));
    }
  }

  private void field(String name, Optional<?> value) {
    terminal.line("  %-12s %s".formatted(name, value.map(Object::toString).orElse(UNSET)));
  }
}
