package dev.spendlight.server;

import static dev.spendlight.server.Answers.document;
import static dev.spendlight.server.Answers.header;
import static dev.spendlight.server.Answers.json;
import static dev.spendlight.server.Answers.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spendlight.account.AccountId;
import dev.spendlight.account.AccountSettings;
import dev.spendlight.document.DocumentKind;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {
  private static final AccountId BARE = new AccountId("no data/yet");
  private static final String BARE_PATH = "/v1/accounts/no%20data%2Fyet";
  private static ServerUnderTest server;

  @BeforeAll
  static void start() {
    server = ServerUnderTest.withShop();
    server.store.save(BARE, AccountSettings.unset());
    server.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void accountsAreListed() {
    assertThat(document(DocumentKind.ACCOUNTS, server.get("/v1/accounts")).at("/accounts"))
        .extracting(each -> each.get("account").textValue())
        .contains("no data/yet", "shop");
  }

  @Test
  void anAccountIsShownByAnIdThatMayHoldASlash() {
    assertThat(document(DocumentKind.ACCOUNT, server.get(BARE_PATH)).get("account").textValue())
        .isEqualTo("no data/yet");
    assertThat(
            document(DocumentKind.ACCOUNT, server.get("/v1/accounts/shop"))
                .get("last_day")
                .textValue())
        .isEqualTo("2026-03-31");
  }

  @Test
  void theSummaryIsOfTheWeekOrOfAnyWindow() {
    JsonNode week = document(DocumentKind.SUMMARY, server.get("/v1/accounts/shop/summary"));
    assertThat(week.at("/window/days").intValue()).isEqualTo(7);
    JsonNode window =
        document(
            DocumentKind.SUMMARY,
            server.get("/v1/accounts/shop/summary?from=2026-03-05&to=2026-03-06"));
    assertThat(window.at("/window/from").textValue()).isEqualTo("2026-03-05");
    assertThat(window.at("/window/days").intValue()).isEqualTo(2);
    JsonNode earlier =
        document(DocumentKind.SUMMARY, server.get("/v1/accounts/shop/summary?as_of=2026-03-20"));
    assertThat(earlier.get("as_of").textValue()).isEqualTo("2026-03-20");
  }

  @Test
  void findingsAreTold() {
    JsonNode findings = document(DocumentKind.FINDINGS, server.get("/v1/accounts/shop/findings"));
    assertThat(findings.at("/findings/0/kind").textValue()).isEqualTo("zero_conversion");
  }

  @Test
  void aChangeIsExplained() {
    JsonNode explained =
        document(
            DocumentKind.EXPLAIN,
            server.get(
                "/v1/accounts/shop/explain?metric=acos&from=2026-03-10..2026-03-16"
                    + "&to=2026-03-17..2026-03-23&level=keyword"));
    assertThat(explained.get("level").textValue()).isEqualTo("keyword");
    assertThat(explained.get("parts")).hasSize(9);
  }

  @Test
  void everyFactThatAnAnswerCitesCanBeAskedFor() {
    JsonNode facts = json(server.get("/v1/accounts/shop/analysis").body()).get("facts");
    assertThat(facts).isNotEmpty();
    for (JsonNode fact : facts) {
      assertThat(
              document(
                  DocumentKind.FACT,
                  server.get("/v1/accounts/shop/facts/" + fact.get("id").textValue())))
          .isEqualTo(fact);
    }
    problem(404, server.get("/v1/accounts/shop/facts/f9999"))
        .isEqualTo("Account shop has no fact f9999 in its present figures.");
  }

  @Test
  void costsAreTold() {
    JsonNode costs =
        document(
            DocumentKind.COSTS, server.get("/v1/costs?account=shop&from=2026-03-01&to=2026-03-31"));
    assertThat(costs.get("account").textValue()).isEqualTo("shop");
    document(DocumentKind.COSTS, server.get("/v1/costs"));
  }

  @Test
  void thePageIsHtmlThatMayLoadFromHereAlone() {
    HttpResponse<String> page = server.get("/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).isEqualTo(ServerParts.NO_PAGE);
    assertThat(header(page, "Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(header(page, "Content-Security-Policy")).startsWith("default-src 'self'");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/accounts/nobody, 404, There is no account nobody.",
    "DELETE, /v1/accounts/nobody, 404, There is no account nobody.",
    "GET, /v1/accounts/nobody/analysis, 404, There is no account nobody.",
    "POST, /v1/accounts/nobody/analysis, 404, There is no account nobody.",
    "GET, /v1/accounts/nobody/summary, 404, There is no account nobody.",
    "GET, /v1/accounts/nobody/findings, 404, There is no account nobody.",
    "GET, /v1/accounts/nobody/facts/f1, 404, There is no account nobody.",
    "GET, /v1/accounts/no%20data%2Fyet/analysis, 409, Account no data/yet has no data yet; import"
        + " a report first.",
    "GET, /v1/accounts/shop/analysis?as_of=2027-01-01, 422, Account shop has no data for"
        + " 2027-01-01; its last day with data is 2026-03-31.",
    "GET, /nothing, 404, There is nothing at this path; openapi.json says what there is.",
    "GET, /v1/accounts/shop/, 404, There is nothing at this path; openapi.json says what there is.",
    "GET, /v1//shop, 404, There is nothing at this path; openapi.json says what there is.",
    "GET, /schemas/secret, 404, 'There is no such schema; there are account.schema.json,"
        + " accounts.schema.json, analysis.schema.json, costs.schema.json, explain.schema.json,"
        + " fact.schema.json, findings.schema.json, import.schema.json, replay.schema.json,"
        + " summary.schema.json.'",
    "GET, /v1/accounts/%20/analysis, 400, 'An account id has 1 to 128 characters, this one has"
        + " 1.'",
    "GET, /v1/accounts/a%0Ab, 400, An account id cannot hold control characters.",
    "GET, /v1/accounts/shop/analysis?as_of=yesterday, 400, 'In ''as_of'' a date is written as"
        + " 2026-03-01, not ''yesterday''.'",
    "GET, /v1/accounts/shop/analysis?as_of=2026-03-01&as_of=2026-03-02, 400, 'The parameter"
        + " ''as_of'' is given more than once.'",
    "GET, /v1/accounts/shop/analysis?asof=2026-03-01, 400, 'There is no parameter ''asof'' here;"
        + " known are as_of.'",
    "GET, /v1/accounts/shop/analysis?as_of, 400, 'In ''as_of'' a date is written as 2026-03-01, not"
        + " ''''.'",
    "GET, /v1/accounts/shop/analysis?as_of=2026-02-30, 400, 'In ''as_of'' a date is written as"
        + " 2026-03-01, not ''2026-02-30''.'",
    "GET, /v1/accounts?limit=5, 400, 'There is no parameter ''limit'' here; none is taken.'",
    "GET, /v1/accounts/shop/summary?from=2026-03-01, 400, 'The parameters ''from'' and ''to'' go"
        + " together; give both.'",
    "GET, /v1/accounts/shop/summary?from=2026-03-02&to=2026-03-01, 400, 'A period ends on or after"
        + " its first day, not 2026-03-02 to 2026-03-01.'",
    "GET, /v1/accounts/shop/explain?from=2026-03-01..2026-03-02&to=2026-03-03..2026-03-04, 400,"
        + " 'The parameter ''metric'' is missing; say which metric''s change is to be explained,"
        + " such as acos.'",
    "GET, /v1/accounts/shop/explain?metric=luck&from=2026-03-01..2026-03-02&to=2026-03-03, 400,"
        + " 'In ''metric'' there is no ''luck''; known are acos, roas, spend, sales, orders,"
        + " clicks, impressions, cpc, cvr, ctr, aov.'",
    "GET, /v1/accounts/shop/explain?metric=acos&from=2026-03-01..2026-03-02&to=2026-03-03, 400,"
        + " 'In ''to'' a period is written as 2026-03-01..2026-03-07, not ''2026-03-03''.'",
    "GET, /v1/accounts/shop/explain?metric=acos&from=2026-03-01..2026-03-02"
        + "&to=2026-03-02..2026-03-04, 400, '2026-03-01..2026-03-02 and 2026-03-02..2026-03-04"
        + " share days; give two periods without a common day.'",
    "GET, /v1/costs?account=, 400, 'An account id has 1 to 128 characters, this one has 0.'",
    "POST, /v1/accounts, 405, This path takes GET.",
    "PATCH, /v1/accounts/shop, 405, 'This path takes DELETE, GET, PUT.'",
    "BREW, /v1/accounts/shop/analysis, 405, 'This path takes GET, POST.'",
    "OPTIONS, /, 405, This path takes GET.",
  })
  void whatCannotBeAnsweredIsTold(String method, String path, int status, String sentence) {
    HttpResponse<String> response =
        server.send(server.request(path).method(method, BodyPublishers.noBody()));
    problem(status, response).isEqualTo(sentence);
    if (status == 405) {
      assertThat("This path takes %s.".formatted(header(response, "Allow"))).isEqualTo(sentence);
    }
  }
}
