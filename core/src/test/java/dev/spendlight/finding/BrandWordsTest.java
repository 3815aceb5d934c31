package dev.spendlight.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.finding.BrandWords.Term;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrandWordsTest {
  /// Terms of generic words that convert at a tenth.
  private static List<Term> generic() {
    List<Term> terms = new ArrayList<>();
    for (String thing : List.of("shoes", "boots", "sandals", "slippers")) {
      for (String sort : List.of("red", "blue", "mens", "womens")) {
        terms.add(new Term(sort + " " + thing, 100, 10));
      }
    }
    return terms;
  }

  private static BrandWords with(Term... more) {
    List<Term> terms = generic();
    terms.addAll(List.of(more));
    return BrandWords.of(terms);
  }

  @Test
  void aWordWhoseTermsConvertFourTimesAsWellIsBrandLike() {
    BrandWords words =
        with(
            new Term("Acme", 100, 45),
            new Term("acme shoes", 100, 40),
            new Term("acme boots", 50, 20));
    assertThat(words.of("acme sandals 42")).isEqualTo(TermClass.BRAND_LIKE);
    assertThat(words.of("ACME")).as("in any case").isEqualTo(TermClass.BRAND_LIKE);
    assertThat(words.of("acme-boots")).as("whatever is between").isEqualTo(TermClass.BRAND_LIKE);
    assertThat(words.of("red shoes")).isEqualTo(TermClass.GENERIC);
    assertThat(words.of("acmeshoes")).as("another word").isEqualTo(TermClass.GENERIC);
  }

  @Test
  void aWordThatOnlyKeepsABrandCompanyIsGeneric() {
    BrandWords words =
        with(
            new Term("acme trail", 200, 80),
            new Term("acme trail shoes", 200, 80),
            new Term("acme", 200, 80),
            new Term("acme boots", 200, 80),
            new Term("trail shoes", 100, 10));
    assertThat(words.of("acme")).isEqualTo(TermClass.BRAND_LIKE);
    assertThat(words.of("trail shoes")).isEqualTo(TermClass.GENERIC);
  }

  @Test
  void twoBrandsAreBothLearned() {
    BrandWords words =
        with(
            new Term("acme", 200, 90),
            new Term("acme shoes", 200, 90),
            new Term("zenith", 150, 60),
            new Term("zenith boots", 150, 60));
    assertThat(words.of("zenith sandals")).isEqualTo(TermClass.BRAND_LIKE);
    assertThat(words.of("acme sandals")).isEqualTo(TermClass.BRAND_LIKE);
  }

  @Test
  void aWordThatConvertsALittleBetterIsGeneric() {
    BrandWords words = with(new Term("leather shoes", 300, 48), new Term("leather boots", 300, 48));
    assertThat(words.of("leather shoes")).isEqualTo(TermClass.GENERIC);
  }

  @Test
  void fewOrdersMakeNoBrand() {
    BrandWords words = with(new Term("lucky shoes", 3, 3), new Term("lucky boots", 3, 3));
    assertThat(words.of("lucky shoes")).isEqualTo(TermClass.GENERIC);
  }

  @Test
  void aSingleTermMakesNoBrand() {
    assertThat(with(new Term("gtin5012345", 100, 60)).of("gtin5012345"))
        .isEqualTo(TermClass.GENERIC);
  }

  @Test
  void anAccountWithoutTermsOrWithoutOrdersHasNoBrand() {
    assertThat(BrandWords.of(List.of()).of("acme")).isEqualTo(TermClass.GENERIC);
    assertThat(
            BrandWords.of(List.of(new Term("acme", 100, 0), new Term("acme shoes", 9, 0)))
                .of("acme"))
        .isEqualTo(TermClass.GENERIC);
    assertThat(BrandWords.none().of("acme")).isEqualTo(TermClass.GENERIC);
  }
}
