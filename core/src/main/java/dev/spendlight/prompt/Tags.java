package dev.spendlight.prompt;

import dev.spendlight.account.Entity;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads tags from the words of targets and search terms. Names of campaigns, ad groups and
/// products tell nothing.
public final class Tags {
  /// An ASIN of anything but a book.
  private static final Pattern ASIN = Pattern.compile("(?i)\\bB0[0-9A-Z]{8}\\b");

  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]+");

  /// In the languages of the marketplaces where most is sold.
  private static final Map<Tag, Set<String>> INTENT =
      Map.of(
          Tag.FREE,
          Set.of("free", "gratis", "kostenlos", "gratuit", "gratuito"),
          Tag.USED,
          Set.of("used", "refurbished", "secondhand", "gebraucht", "occasion", "usato", "usado"),
          Tag.REPLACEMENT,
          Set.of("replacement", "refill", "spare", "parts", "ersatz", "ersatzteil", "recambio"),
          Tag.INSTRUCTIONS,
          Set.of("diy", "manual", "tutorial", "instructions", "anleitung", "selber"));

  private final Predicate<String> brandLike;
  private final Set<String> products;

  /// @param brandLike whether a text is known to be of the own brand
  /// @param products ASINs that the account sells
  public Tags(Predicate<String> brandLike, Set<String> products) {
    this.brandLike = brandLike;
    this.products =
        products.stream().map(each -> each.toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  /// In the order of [Tag].
  List<Tag> of(Entity entity) {
    return switch (entity) {
      case Entity.Keyword target -> of(target.name());
      case Entity.SearchTerm term -> of(term.name());
      default -> List.of();
    };
  }

  private List<Tag> of(String text) {
    List<String> asins =
        ASIN.matcher(text).results().map(each -> each.group().toUpperCase(Locale.ROOT)).toList();
    if (!asins.isEmpty()) {
      return List.of(
          asins.stream().anyMatch(products::contains) ? Tag.OWN_PRODUCT : Tag.OTHER_PRODUCT);
    }
    Set<Tag> tags = EnumSet.of(brandLike.test(text) ? Tag.OWN_BRAND : Tag.GENERIC);
    Set<String> words =
        Set.copyOf(
            List.of(NO_LETTER.split(text.toLowerCase(Locale.ROOT))).stream().distinct().toList());
    INTENT.forEach((tag, known) -> {
      if (known.stream().anyMatch(words::contains)) {
        tags.add(tag);
      }
    });
    return List.copyOf(tags);
  }
}
