package dev.spendlight.app.command;

import dev.spendlight.account.AccountId;
import dev.spendlight.account.AccountSettings;
import dev.spendlight.account.AccountType;
import dev.spendlight.account.Marketplace;
import dev.spendlight.history.UnanswerableException;
import dev.spendlight.report.PerformanceStore;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `spendlight account set`
@Command(
    name = "set",
    description = "Changes what is given and leaves the rest; makes the account when it is new.",
    mixinStandardHelpOptions = true)
final class AccountSetCommand implements Callable<Integer> {
  private final Workbench bench;

  @Mixin private DataOption data = new DataOption();

  @Parameters(paramLabel = "ID", description = "The account.")
  private AccountId account = OptionValues.UNNAMED;

  @Option(names = "--currency", paramLabel = "CODE", description = "Of all its money, such as USD.")
  private Optional<Currency> currency = Optional.empty();

  @Option(
      names = "--timezone",
      paramLabel = "ZONE",
      description = "In which its days begin, such as Europe/Berlin.")
  private Optional<ZoneId> timezone = Optional.empty();

  @Option(names = "--marketplace", paramLabel = "CODE", description = "Where it sells, such as US.")
  private Optional<Marketplace> marketplace = Optional.empty();

  @Option(
      names = "--target-acos",
      paramLabel = "FRACTION",
      description = "What to stay under, 0.30 for 30%%.")
  private Optional<BigDecimal> targetAcos = Optional.empty();

  @Option(
      names = "--margin",
      paramLabel = "FRACTION",
      description = "Contribution margin before advertising, 0.38 for 38%%.")
  private Optional<BigDecimal> margin = Optional.empty();

  @Option(
      names = "--type",
      paramLabel = "seller|vendor",
      description = "Seller: 7-day attribution; vendor: 14-day.")
  private Optional<AccountType> type = Optional.empty();

  AccountSetCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() {
    try (PerformanceStore store = bench.store(data.folder(bench.environment()))) {
      AccountSettings before = store.settings(account).orElseGet(AccountSettings::unset);
      AccountSettings after = Misuse.refused(() -> changed(before));
      if (before.effectiveCurrency().isPresent()
          && !before.effectiveCurrency().equals(after.effectiveCurrency())
          && !store.deliveries(account).isEmpty()) {
        throw new UnanswerableException(
            "Account %s has data in %s; another currency would relabel it. Import it into another account instead."
                .formatted(account, before.effectiveCurrency().get()));
      }
      store.save(account, after);
      return 0;
    }
  }

  private AccountSettings changed(AccountSettings before) {
    AccountSettings settings = before;
    if (currency.isPresent()) {
      settings = settings.withCurrency(currency.get());
    }
    if (timezone.isPresent()) {
      settings = settings.withZone(timezone.get());
    }
    if (marketplace.isPresent()) {
      settings = settings.withMarketplace(marketplace.get());
    }
    if (targetAcos.isPresent()) {
      settings = settings.withTargetAcos(targetAcos.get());
    }
    if (margin.isPresent()) {
      settings = settings.withMargin(margin.get());
    }
    if (type.isPresent()) {
      settings = settings.withType(type.get());
    }
    return settings;
  }
}
