package dev.spendlight.app.command;

import dev.spendlight.account.AccountId;
import dev.spendlight.history.AccountView;
import dev.spendlight.log.PromptLog;
import dev.spendlight.report.PerformanceStore;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `spendlight account delete`
@Command(
    name = "delete",
    description = "Removes everything of an account, logged prompts and costs included.",
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
    Path folder = data.folder(bench.environment());
    try (PerformanceStore store = bench.store(folder);
        PromptLog log = bench.promptLog(folder)) {
      // First the log: should it be in use, the account is still there to be deleted again.
      boolean wasLogged = log.delete(account);
      if (!store.delete(account) && !wasLogged) {
        throw AccountView.unknown(store, account);
      }
      return 0;
    }
  }
}
