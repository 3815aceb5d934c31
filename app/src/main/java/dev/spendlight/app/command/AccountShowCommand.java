package dev.spendlight.app.command;

import dev.spendlight.account.AccountId;
import dev.spendlight.account.AccountSettings;
import dev.spendlight.app.print.AccountText;
import dev.spendlight.document.AccountDocument;
import dev.spendlight.history.AccountView;
import dev.spendlight.report.Delivery;
import dev.spendlight.report.PerformanceStore;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `spendlight account show`
@Command(
    name = "show",
    description = "Settings of an account, and what was imported.",
    mixinStandardHelpOptions = true)
final class AccountShowCommand implements Callable<Integer> {
  private final Workbench bench;

  @Mixin private DataOption data = new DataOption();

  @Parameters(paramLabel = "ID", description = "The account.")
  private AccountId account = OptionValues.UNNAMED;

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  AccountShowCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() {
    try (PerformanceStore store = bench.store(data.folder(bench.environment()))) {
      AccountSettings settings =
          store.settings(account).orElseThrow(() -> AccountView.unknown(store, account));
      List<Delivery> deliveries = store.deliveries(account);
      if (json) {
        bench.terminal().line(AccountDocument.show(account, settings, deliveries));
      } else {
        new AccountText(bench.terminal()).print(account, settings, deliveries);
      }
      return 0;
    }
  }
}
