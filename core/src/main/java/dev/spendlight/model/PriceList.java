package dev.spendlight.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Prices by model, by day and by length of prompt, from a list that can be edited without a
/// release: `prices.json` beside this class shows how it is written. A list never changes.
///
/// Bills are exact where a token costs whole nano-dollars, as with every price of three places.
/// Where it does not, the sum of one request is rounded up, once. A model is found by its own name,
/// else by its name without the date behind it. A request that no model can have had (fewer than no
/// tokens, or more than a billion of a kind) has no bill.
public final class PriceList implements PriceBook {
  private static final Pattern DATED = Pattern.compile("(.+)-[0-9]{8}");

  private static final long MOST_TOKENS = 1_000_000_000;

  private final Map<String, NavigableMap<LocalDate, List<PriceTier>>> models;

  PriceList(Map<String, NavigableMap<LocalDate, List<PriceTier>>> models) {
    this.models = Map.copyOf(models);
  }

  /// Prices as Spendlight knows them.
  public static PriceList standard() {
    String name = "prices.json";
    try (InputStream file =
        Objects.requireNonNull(PriceList.class.getResourceAsStream(name), name)) {
      return PriceListReader.read(file, name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Prices as an operator knows them, and no others; see [#with].
  ///
  /// @throws IllegalArgumentException with a sentence that says what is wrong with the file, and
  ///   where
  public static PriceList read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return PriceListReader.read(in, file.toString());
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "The price list %s cannot be read: give this user access to it, or name another."
              .formatted(file),
          e);
    }
  }

  /// This list, with another's rows beside and over it: from the first day on that the other has a
  /// row of a model, its rows alone are in force for that model.
  public PriceList with(PriceList other) {
    Map<String, NavigableMap<LocalDate, List<PriceTier>>> both = new HashMap<>(models);
    other.models.forEach((model, rows) -> {
      NavigableMap<LocalDate, List<PriceTier>> days =
          Optional.ofNullable(models.get(model))
              .map(known -> new TreeMap<>(known.headMap(rows.firstKey(), false)))
              .orElseGet(TreeMap::new);
      days.putAll(rows);
      both.put(model, days);
    });
    return new PriceList(both);
  }

  @Override
  public Optional<NanoDollars> bill(String model, Usage usage, LocalDate day) {
    return prices(model, usage, day).map(each -> roundedUp(each.of(usage)));
  }

  @Override
  public Optional<NanoDollars> saved(String model, Usage usage, LocalDate day) {
    return prices(model, usage, day)
        .map(each ->
            new NanoDollars(
                roundedUp(each.uncached(usage)).value() - roundedUp(each.of(usage)).value()));
  }

  /// Whatever the length of the prompt turns out to be, and in whichever way it is billed.
  @Override
  public Optional<NanoDollars> most(String model, long promptTokens, int maxTokens, LocalDate day) {
    if (!isPossible(promptTokens) || !isPossible(maxTokens)) {
      return Optional.empty();
    }
    long reached = 0;
    Optional<BigDecimal> most = Optional.empty();
    for (PriceTier tier : tiers(model, day)) {
      if (reached <= promptTokens) {
        long longest = Math.min(promptTokens, tier.promptUpTo());
        BigDecimal here = tier.prices().most(longest, maxTokens);
        most = Optional.of(most.map(here::max).orElse(here));
        reached = tier.promptUpTo() + 1;
      }
    }
    return most.map(PriceList::roundedUp);
  }

  private Optional<TokenPrices> prices(String model, Usage usage, LocalDate day) {
    boolean possible =
        Stream.of(
                usage.input(),
                usage.cacheWrite5m(),
                usage.cacheWrite1h(),
                usage.cacheRead(),
                usage.output())
            .allMatch(PriceList::isPossible);
    return possible
        ? tiers(model, day).stream()
            .filter(tier -> usage.prompt() <= tier.promptUpTo())
            .findFirst()
            .map(PriceTier::prices)
        : Optional.empty();
  }

  /// In force that day, by length; none when the price is unknown.
  private List<PriceTier> tiers(String model, LocalDate day) {
    return Optional.ofNullable(models.get(model))
        .or(() ->
            Optional.of(DATED.matcher(model))
                .filter(dated -> dated.matches())
                .flatMap(dated -> Optional.ofNullable(models.get(dated.group(1)))))
        .flatMap(rows -> Optional.ofNullable(rows.floorEntry(day)))
        .map(Map.Entry::getValue)
        .orElse(List.of());
  }

  private static boolean isPossible(long tokens) {
    return tokens >= 0 && tokens <= MOST_TOKENS;
  }

  private static NanoDollars roundedUp(BigDecimal nanoDollars) {
    return new NanoDollars(nanoDollars.setScale(0, RoundingMode.CEILING).longValueExact());
  }
}
