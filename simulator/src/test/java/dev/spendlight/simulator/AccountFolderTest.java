package dev.spendlight.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountFolderTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<String> TYPES =
      Set.of(
          "account",
          "product",
          "campaign",
          "campaign_match",
          "ad_group",
          "keyword",
          "search_term",
          "placement");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anAccountWithIncidentsHasAHistoryAndSevenMorningsOfWhichTheLastIsJudged(long seed)
      throws IOException {
    JsonNode account = write(AccountRecipe.of(Profile.SMALL, seed));

    assertThat(account.get("clean").asBoolean()).isFalse();
    assertThat(account.get("simulated").asBoolean()).isTrue();
    assertThat(account.get("weekly_spend").asDouble()).isPositive();
    List<JsonNode> mornings = account.get("mornings").valueStream().toList();
    assertThat(mornings).hasSize(8);
    assertThat(mornings.stream().map(each -> each.get("judged").asBoolean()))
        .containsExactly(false, false, false, false, false, false, false, true);
    for (JsonNode morning : mornings) {
      LocalDate pulled = day(morning, "pulled");
      assertThat(day(morning, "to")).isEqualTo(pulled.minusDays(1));
      assertThat(day(morning, "as_of")).isEqualTo(pulled.minusDays(1));
      assertThat(folder.resolve(morning.get("folder").asText())).isNotEmptyDirectory();
    }
    assertThat(
            day(mornings.getFirst(), "from").until(day(mornings.getFirst(), "to")).toTotalMonths())
        .isBetween(1L, 3L);
  }

  @Test
  void aCleanAccountHasSevenJudgedMorningsAndNoTruths() throws IOException {
    JsonNode account = write(AccountRecipe.of(Profile.SMALL, 2).withoutIncidents());

    assertThat(account.get("clean").asBoolean()).isTrue();
    assertThat(account.get("truths")).isEmpty();
    assertThat(account.get("mornings").valueStream().map(each -> each.get("judged").asBoolean()))
        .containsExactly(false, true, true, true, true, true, true, true);
  }

  @Test
  void whoWantsToKnowHowSoonSomethingIsFoundHasEveryMorningJudged() throws IOException {
    AccountFolder.of(AccountRecipe.of(Profile.SMALL, 2)).withAllJudged().write(folder);

    assertThat(
            read(folder.resolve("account.json"))
                .get("mornings")
                .valueStream()
                .filter(each -> each.get("judged").asBoolean()))
        .hasSize(7);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whatIsTrueIsNamedByTheIdsOfTheReports(long seed) throws IOException {
    JsonNode account = write(AccountRecipe.of(Profile.SMALL, seed));
    Set<String> ids = idsInReports();

    for (String list : List.of("truths", "neutrals")) {
      for (JsonNode each : account.get(list)) {
        JsonNode entity = each.get("entity");
        assertThat(entity.get("type").asText()).isIn(TYPES);
        each.get("target_ids").forEach(id -> assertThat(ids).contains(id.asText()));
        switch (entity.get("type").asText()) {
          case "account" -> assertThat(entity.get("id")).isEqualTo(account.get("account"));
          case "campaign_match", "search_term", "placement" ->
              assertThat(ids).contains(entity.get("id").asText().split(":", 2)[0]);
          default -> assertThat(ids).contains(entity.get("id").asText());
        }
      }
    }
    assertThat(account.get("truths")).isNotEmpty();
    double least = 0.005 * account.get("weekly_spend").asDouble();
    assertThat(account.get("truths").valueStream())
        .filteredOn(truth -> !truth.get("kind").asText().matches("data_missing|market_shift"))
        .allSatisfy(truth ->
            assertThat(truth.get("weekly_impact").asDouble()).isGreaterThanOrEqualTo(least - 0.01));
  }

  @Test
  void everyMorningHasAllReports() throws IOException {
    JsonNode account = write(AccountRecipe.of(Profile.SMALL, 1));

    for (JsonNode morning : account.get("mornings")) {
      assertThat(
              names(folder.resolve(morning.get("folder").asText())).stream()
                  .map(name -> name.replaceAll("[_.].*", ""))
                  .distinct())
          .containsExactlyInAnyOrder(
              "Sponsored Products Budget report",
              "spAdvertisedProduct",
              "spCampaigns",
              "spCampaigns-campaignPlacement",
              "spSearchTerm",
              "spTargeting");
    }
  }

  @Test
  void theSameSeedGivesTheSameBytes() throws IOException {
    assertThat(bytes(folder.resolve("once"))).isEqualTo(bytes(folder.resolve("twice")));
  }

  private static Map<String, String> bytes(Path into) throws IOException {
    AccountFolder.of(AccountRecipe.of(Profile.SMALL, 5)).write(into);
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(into)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(
            into.relativize(path).toString(),
            new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }

  private JsonNode write(AccountRecipe recipe) throws IOException {
    AccountFolder.of(recipe).write(folder);
    JsonNode account = read(folder.resolve("account.json"));
    assertThat(account.get("account").asText()).isEqualTo(recipe.id());
    assertThat(account.get("profile").asText())
        .isEqualTo(recipe.profile().name().toLowerCase(Locale.ROOT));
    return account;
  }

  private Set<String> idsInReports() throws IOException {
    Set<String> ids = new HashSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(each -> each.toString().contains("/sp")).toList()) {
        if (file.toString().contains(".json")) {
          for (JsonNode row : read(file)) {
            ids.addAll(
                Stream.of("campaignId", "adGroupId", "keywordId", "advertisedAsin")
                    .filter(row::has)
                    .map(field -> row.get(field).asText())
                    .collect(Collectors.toSet()));
          }
        }
      }
    }
    return ids;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static JsonNode read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in) {
      return JSON.readTree(plain);
    }
  }

  private static LocalDate day(JsonNode node, String field) {
    return LocalDate.parse(node.get(field).asText());
  }
}
