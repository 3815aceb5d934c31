package dev.spendlight.simulator;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Names of campaigns and ad groups as agencies write them. One account has one habit, and a few
/// names in another.
final class CampaignNames {
  private static final double OTHER_HABIT = 0.15;
  private static final DateTimeFormatter SHORT_MONTH =
      DateTimeFormatter.ofPattern("MMM''yy", Locale.US);
  private static final DateTimeFormatter SLASHES =
      DateTimeFormatter.ofPattern("M/d/uuuu", Locale.US);
  private static final List<String> TAGS =
      List.of(
          "Ranking", "Profit", "Discovery", "T1", "Core", "Scale", "Research", "US", "Top", "Main");

  /// A way of writing names.
  private enum Habit {
    DOUBLE_BARS,
    UNDERSCORES,
    BARS,
    LONG_AGENCY,
    CONSOLE_DEFAULT,
    DASHES
  }

  private final Draws draws;
  private final String marketplace;
  private final Habit main;
  private final Set<String> given = new HashSet<>();

  CampaignNames(Draws draws, String marketplace) {
    this.draws = draws;
    this.marketplace = marketplace;
    this.main = draws.pick(List.of(Habit.values()));
  }

  String campaign(CampaignRole role, ProductPlan product, LocalDate start) {
    Habit habit = draws.chance(OTHER_HABIT) ? draws.pick(List.of(Habit.values())) : main;
    String name = write(habit, role.word(), product, start);
    String unique = name;
    for (int i = 2; !given.add(unique); i++) {
      unique = name + (habit == Habit.UNDERSCORES ? "_" : " ") + i;
    }
    return unique;
  }

  String adGroup(CampaignRole role, ProductPlan product, int number) {
    return switch (main) {
      case CONSOLE_DEFAULT -> "Ad group " + number;
      case UNDERSCORES, LONG_AGENCY -> product.sku() + "_" + role.word() + "_" + number;
      case BARS, DOUBLE_BARS, DASHES ->
          number == 1 ? title(product) : title(product) + " " + number;
    };
  }

  private String write(Habit habit, String role, ProductPlan product, LocalDate start) {
    String tag = draws.pick(TAGS);
    return switch (habit) {
      case DOUBLE_BARS ->
          "%s || SP || %s || %s %s"
              .formatted(
                  title(product), role, ordinal(start.getDayOfMonth()), SHORT_MONTH.format(start));
      case UNDERSCORES -> "SP_%s_%s_%s".formatted(role, product.line().noun(), tag);
      case BARS -> "%s | SP | %s | %s".formatted(title(product), role, tag);
      case LONG_AGENCY ->
          "AMZ-%s_%s_%s_%s_SP_%s_%s"
              .formatted(
                  marketplace,
                  product.line().category(),
                  title(product),
                  product.asin(),
                  role,
                  tag);
      case CONSOLE_DEFAULT ->
          "%s_%s_Campaign - %s %d:%02d:%02d"
              .formatted(
                  role,
                  product.line().code(),
                  SLASHES.format(start),
                  draws.between(8, 19),
                  draws.below(60),
                  draws.below(60));
      case DASHES ->
          "%s - %s - %s".formatted(product.brand(), title(product), role.toUpperCase(Locale.ROOT));
    };
  }

  private static String ordinal(int day) {
    String ending =
        day >= 11 && day <= 13
            ? "th"
            : switch (day % 10) {
              case 1 -> "st";
              case 2 -> "nd";
              case 3 -> "rd";
              default -> "th";
            };
    return day + ending;
  }

  private static String title(ProductPlan product) {
    return Arrays.stream(product.line().noun().split(" "))
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining(" "));
  }
}
