package dev.spendlight.app.command;

import dev.spendlight.account.AccountId;
import dev.spendlight.document.AccountDocument;
import dev.spendlight.grounding.Wording;
import dev.spendlight.report.PerformanceStore;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `spendlight account list`
@Command(name = "list", description = "The accounts there are.", mixinStandardHelpOptions = true)
final class AccountListCommand implements Callable<Integer> {
  private final Workbench bench;

  @Mixin private DataOption data = new DataOption();

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  AccountListCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() {
    try (PerformanceStore store = bench.store(data.folder(bench.environment()))) {
      List<AccountId> accounts = store.accounts();
      if (json) {
        bench.terminal().line(AccountDocument.list(accounts));
      } else {
        accounts.forEach(each -> bench.terminal().line(Wording.plain(each.value())));
      }
      return 0;
    }
  }
}
