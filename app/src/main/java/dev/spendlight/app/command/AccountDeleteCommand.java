package dev.spendlight.app.command;

import dev.spendlight.account.AccountId;
import dev.spendlight.history.UnanswerableException;
import dev.spendlight.report.PerformanceStore;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `spendlight account delete`
@Command(name = "delete", description = "Removes everything of an account.", mixinStandardHelpOptions = true)
final class AccountDeleteCommand implements Callable<Integer> {
  private final Workbench bench;

  @Mixin private DataOption data = new DataOption();

  @Parameters(paramLabel = "ID", description = "The account.")
  private String account = "";

  AccountDeleteCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() {
    AccountId id = new AccountId(account);
    try (PerformanceStore store = bench.store(data.folder(bench.environment()))) {
      if (!store.delete(id)) {
        throw new UnanswerableException("There is no account %s.".formatted(id));
      }
      return 0;
    }
  }
}
