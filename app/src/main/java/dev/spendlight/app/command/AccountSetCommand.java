package dev.spendlight.app.command;

import dev.spendlight.account.AccountId;
import dev.spendlight.account.AccountSettings;
import dev.spendlight.account.AccountType;
import dev.spendlight.account.Marketplace;
import dev.spendlight.report.PerformanceStore;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
  private String account = "";

  @Option(names = "--currency", paramLabel = "CODE", description = "Of all its money, such as USD.")
  private Optional<String> currency = Optional.empty();

  @Option(names = "--timezone", paramLabel = "ZONE", description = "In which its days begin, such as Europe/Berlin.")
  private Optional<String> timezone = Optional.empty();

  @Option(names = "--marketplace", paramLabel = "CODE", description = "Where it sells, such as US.")
  private Optional<String> marketplace = Optional.empty();

  @Option(names = "--target-acos", paramLabel = "FRACTION", description = "What to stay under, 0.30 for 30%%.")
  private Optional<BigDecimal> targetAcos = Optional.empty();

  @Option(
      names = "--margin",
      paramLabel = "FRACTION",
      description = "Contribution margin before advertising, 0.38 for 38%%.")
  private Optional<BigDecimal> margin = Optional.empty();

  @Option(names = "--type", paramLabel = "seller|vendor", description = "Seller: 7-day attribution; vendor: 14-day.")
  private Optional<String> type = Optional.empty();

  AccountSetCommand(Workbench bench) {
    this.bench = bench;
  }

  @Override
  public Integer call() {
    AccountId id = new AccountId(account);
    try (PerformanceStore store = bench.store(data.folder(bench.environment()))) {
      AccountSettings before = store.settings(id).orElseGet(AccountSettings::unset);
      AccountSettings after = changed(before);
      if (before.effectiveCurrency().isPresent()
          && !before.effectiveCurrency().equals(after.effectiveCurrency())
          && !store.deliveries(id).isEmpty()) {
        throw new IllegalArgumentException(
            "Account %s has data in %s; another currency would relabel it. Import it into another account instead."
                .formatted(id, before.effectiveCurrency().get()));
      }
      store.save(id, after);
      return 0;
    }
  }

  private AccountSettings changed(AccountSettings before) {
    AccountSettings settings = before;
    if (currency.isPresent()) {
      settings = settings.withCurrency(currencyOf(currency.get()));
    }
    if (timezone.isPresent()) {
      settings = settings.withZone(zoneOf(timezone.get()));
    }
    if (marketplace.isPresent()) {
      settings = settings.withMarketplace(marketplaceOf(marketplace.get()));
    }
    if (targetAcos.isPresent()) {
      settings = settings.withTargetAcos(targetAcos.get());
    }
    if (margin.isPresent()) {
      settings = settings.withMargin(margin.get());
    }
    if (type.isPresent()) {
      settings = settings.withType(typeOf(type.get()));
    }
    return settings;
  }

  private static Currency currencyOf(String code) {
    try {
      return Currency.getInstance(code.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("'%s' is no currency code; write it as USD or EUR.".formatted(code), e);
    }
  }

  private static ZoneId zoneOf(String zone) {
    try {
      return ZoneId.of(zone.strip());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("'%s' is no time zone; write it as Europe/Berlin.".formatted(zone), e);
    }
  }

  private static Marketplace marketplaceOf(String code) {
    return Marketplace.ofCode(code)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is no marketplace known here; known are %s."
                        .formatted(
                            code,
                            Arrays.stream(Marketplace.values()).map(Enum::name).collect(Collectors.joining(", ")))));
  }

  private static AccountType typeOf(String word) {
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "seller" -> AccountType.SELLER;
      case "vendor" -> AccountType.VENDOR;
      default -> throw new IllegalArgumentException("The type is seller or vendor, not '%s'.".formatted(word));
    };
  }
}
