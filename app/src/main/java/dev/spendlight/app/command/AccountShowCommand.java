package dev.spendlight.app.command;

import dev.spendlight.account.AccountId;
import dev.spendlight.account.AccountSettings;
import dev.spendlight.app.print.AccountText;
import dev.spendlight.document.AccountDocument;
import dev.spendlight.history.UnanswerableException;
import dev.spendlight.report.Delivery;
import dev.spendlight.report.PerformanceStore;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `spendlight account show`
@Command(name = "show", description = "Settings of an account, and what was imported.", mixinStandardHelpOptions = true)
final class AccountShowCommand implements Callable<Integer> {
  private final Workbench bench;

  @Mixin private DataOption data = new DataOption();

  @Parameters(paramLabel = "ID", description = "The account.")
  private String account = "";

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  AccountShowCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() {
    AccountId id = new AccountId(account);
    try (PerformanceStore store = bench.store(data.folder(bench.environment()))) {
      AccountSettings settings =
          store
              .settings(id)
              .orElseThrow(() -> new UnanswerableException("There is no account %s.".formatted(id)));
      List<Delivery> deliveries = store.deliveries(id);
      if (json) {
        bench.terminal().line(AccountDocument.show(id, settings, deliveries));
      } else {
        new AccountText(bench.terminal()).print(id, settings, deliveries);
      }
      return 0;
    }
  }
}
