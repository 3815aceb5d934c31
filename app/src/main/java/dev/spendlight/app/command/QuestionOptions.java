package dev.spendlight.app.command;

import dev.spendlight.account.AccountId;
import dev.spendlight.report.PerformanceStore;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What every question about an account says: which, as of when, and how to answer.
final class QuestionOptions {
  @Mixin private DataOption data = new DataOption();

  @Option(names = "--account", required = true, paramLabel = "ID", description = "The account.")
  private AccountId account = OptionValues.UNNAMED;

  @Option(names = "--as-of", paramLabel = "DATE", description = "The last day that counts.")
  private Optional<LocalDate> asOf = Optional.empty();

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  AccountId account() {
    return account;
  }

  Optional<LocalDate> asOf() {
    return asOf;
  }

  boolean json() {
    return json;
  }

  PerformanceStore store(Workbench bench) {
    return bench.store(folder(bench));
  }

  Path folder(Workbench bench) {
    return data.folder(bench.environment());
  }
}
