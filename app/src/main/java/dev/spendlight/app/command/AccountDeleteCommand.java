package dev.spendlight.app.command;

import dev.spendlight.account.AccountId;
import dev.spendlight.history.AccountView;
import dev.spendlight.report.PerformanceStore;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `spendlight account delete`
@Command(
    name = "delete",
    description = "Removes everything of an account.",
    mixinStandardHelpOptions = true)
final class AccountDeleteCommand implements Callable<Integer> {
  private final Workbench bench;

  @Mixin private DataOption data = new DataOption();

  @Parameters(paramLabel = "ID", description = "The account.")
  private AccountId account = OptionValues.UNNAMED;

  AccountDeleteCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() {
    try (PerformanceStore store = bench.store(data.folder(bench.environment()))) {
      if (!store.delete(account)) {
        throw AccountView.unknown(store, account);
      }
      return 0;
    }
  }
}
