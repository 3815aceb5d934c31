package dev.spendlight.server;

import static dev.spendlight.server.Answers.document;
import static dev.spendlight.server.Answers.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spendlight.account.AccountId;
import dev.spendlight.document.DocumentKind;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountSettingsTest {
  private ServerUnderTest server;

  @BeforeEach
  void start() {
    server = ServerUnderTest.withShop().start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void settingsMakeAnAccountAndReplaceThemselves() {
    HttpResponse<String> made =
        put(
            "/v1/accounts/new",
            """
            {"currency": "eur", "timezone": "Europe/Berlin", "marketplace": "DE",
             "target_acos": 0.30, "margin": 0.38, "type": "vendor"}
            """);
    assertThat(made.statusCode()).isEqualTo(201);
    JsonNode account = document(DocumentKind.ACCOUNT, made);
    assertThat(account.get("currency").textValue()).isEqualTo("EUR");
    assertThat(account.get("timezone").textValue()).isEqualTo("Europe/Berlin");
    assertThat(account.get("target_acos").decimalValue()).isEqualByComparingTo("0.3");
    assertThat(account.get("type").textValue()).isEqualTo("vendor");

    HttpResponse<String> replaced = put("/v1/accounts/new", "{\"margin\": null}");
    assertThat(replaced.statusCode()).isEqualTo(200);
    JsonNode bare = document(DocumentKind.ACCOUNT, server.get("/v1/accounts/new"));
    assertThat(bare).isEqualTo(document(DocumentKind.ACCOUNT, replaced));
    assertThat(bare.get("currency").isNull()).isTrue();
    assertThat(bare.get("margin").isNull()).isTrue();
  }

  @Test
  void theCurrencyOfDataStaysAndCannotBeAnother() {
    JsonNode account =
        document(DocumentKind.ACCOUNT, put("/v1/accounts/shop", "{\"target_acos\": 0.5}"));
    assertThat(account.get("currency").textValue()).isEqualTo("USD");
    problem(409, put("/v1/accounts/shop", "{\"currency\": \"EUR\"}"))
        .isEqualTo(
            "Account shop has data in USD; another currency would relabel it. Import it into"
                + " another account instead.");
    problem(409, put("/v1/accounts/shop", "{\"marketplace\": \"DE\"}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"currency\": \"USD\"|The body is no valid JSON at line 1, column 19.",
        "[]|Settings are one JSON object, such as {\"currency\": \"USD\"}.",
        "``|Settings are one JSON object, such as {\"currency\": \"USD\"}.",
        "{} {}|The body is no valid JSON at line 1, column 4.",
        "{\"margin\": 0.3, \"margin\": 0.4}|The body is no valid JSON at line 1, column 25.",
        "{\"target_acso\": 0.3}|There is no setting 'target_acso'; known are currency, timezone,"
            + " marketplace, target_acos, margin, type.",
        "{\"currency\": 5}|The setting 'currency' is a text.",
        "{\"currency\": \"XXX\"}|'XXX' is no currency code; write it as USD or EUR.",
        "{\"timezone\": \"Berlin\"}|'Berlin' is no time zone; write it as Europe/Berlin.",
        "{\"type\": \"buyer\"}|An account is of type seller or vendor, not 'buyer'.",
        "{\"margin\": \"0.3\"}|The setting 'margin' is a number of at most 20 digits, such as"
            + " 0.30.",
        "{\"margin\": 1e999999999}|The setting 'margin' is a number of at most 20 digits, such as"
            + " 0.30.",
        "{\"margin\": 1.5}|The margin is a fraction between 0 and 1 (0.38 for 38%), not 1.5.",
        "{\"target_acos\": 0}|The target ACOS is a fraction above 0 and at most 10 (0.30 for 30%),"
            + " not 0.",
      })
  void whatIsWrongWithSettingsIsTold(String body, String sentence) {
    problem(400, put("/v1/accounts/shop", body)).isEqualTo(sentence);
  }

  @Test
  void anUnknownMarketplaceIsToldTheKnownOnes() {
    problem(400, put("/v1/accounts/shop", "{\"marketplace\": \"ZZ\"}"))
        .startsWith("'ZZ' is no marketplace known here; known are US, CA,");
  }

  @Test
  void settingsAreJsonOfModestSize() {
    problem(
            415,
            server.send(
                server
                    .request("/v1/accounts/shop")
                    .header("Content-Type", "text/csv")
                    .PUT(BodyPublishers.ofString("{}"))))
        .isEqualTo("Settings are sent as application/json.");
    problem(413, put("/v1/accounts/shop", " ".repeat(64 << 10) + "{}"))
        .isEqualTo("The body may have at most 65536 bytes.");
    assertThat(put("/v1/accounts/shop", " ".repeat((64 << 10) - 2) + "{}").statusCode())
        .isEqualTo(200);
  }

  @Test
  void aDeletedAccountIsForgottenEverywhere() {
    server.get("/v1/accounts/shop/analysis");
    HttpResponse<String> deleted = server.send(server.request("/v1/accounts/shop").DELETE());

    assertThat(deleted.statusCode()).isEqualTo(204);
    assertThat(deleted.body()).isEmpty();
    assertThat(server.forgotten).containsExactly(new AccountId("shop"));
    problem(404, server.get("/v1/accounts/shop/analysis"));
    problem(404, server.send(server.request("/v1/accounts/shop").DELETE()));
    assertThat(server.forgotten).hasSize(2);
  }

  private HttpResponse<String> put(String path, String body) {
    return server.send(
        server
            .request(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body)));
  }
}
