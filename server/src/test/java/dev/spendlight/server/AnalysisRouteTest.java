package dev.spendlight.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.analysis.AnalysisResult;
import dev.spendlight.analysis.AnalysisResult.Degradation;
import dev.spendlight.analysis.AnalysisResult.Freshness;
import dev.spendlight.cache.CachedAnswer;
import dev.spendlight.document.DocumentKind;
import dev.spendlight.document.Schemas;
import dev.spendlight.service.IntelligenceService.Demand;
import dev.spendlight.service.IntelligenceService.Question;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class AnalysisRouteTest {
  private static final String PATH = "/v1/accounts/shop/analysis";

  private final List<Question> asked = new CopyOnWriteArrayList<>();

  @Test
  void anAnalysisIsADocumentOfItsSchemaWithoutAudit() {
    try (ServerUnderTest server = ServerUnderTest.withShop().start()) {
      HttpResponse<String> response = server.get(PATH);

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(new Schemas().breaches(DocumentKind.ANALYSIS, response.body())).isEmpty();
      assertThat(response.body()).doesNotContain("\"audit\"").contains("\"freshness\" : \"fresh\"");
      assertThat(header(response, "Cache-Control")).isEqualTo("private, no-cache");
      assertThat(header(response, "Content-Type")).isEqualTo("application/json");
    }
  }

  @Test
  void aKeptAnswerIsSentWithoutAskingAgainAndSaysThatItIs() {
    try (ServerUnderTest server = counted(UnaryOperator.identity()).start()) {
      HttpResponse<String> first = server.get(PATH);
      HttpResponse<String> second = server.get(PATH);

      assertThat(asked).hasSize(1);
      assertThat(second.body())
          .isEqualTo(
              first.body().replace("\"freshness\" : \"fresh\"", "\"freshness\" : \"cached\""));
      assertThat(header(second, "ETag")).isEqualTo(header(first, "ETag"));
      assertThat(server.meters.counter("spendlight.answers.kept").count()).isEqualTo(1);
    }
  }

  /// Helidon makes room for 255 bytes and copies the whole answer where there are more.
  @Test
  void theHeadOfAnAnswerIsShort() {
    try (ServerUnderTest server = ServerUnderTest.withShop().start()) {
      int head =
          server.get(PATH).headers().map().entrySet().stream()
                  .flatMap(each -> each.getValue().stream().map(it -> each.getKey() + ": " + it))
                  .mapToInt(line -> line.length() + 2)
                  .sum()
              + "HTTP/1.1 200 OK\r\n\r\n".length();
      assertThat(head).isBetween(200, 255);
    }
  }

  @Test
  void aChangeOfTheAccountEndsWhatWasKept() {
    try (ServerUnderTest server = counted(UnaryOperator.identity()).start()) {
      server.get(PATH);
      SampleShop.fill(server.store, ServerUnderTest.SHOP);
      server.get(PATH);

      assertThat(asked).hasSize(2);
    }
  }

  @Test
  void aChangeThroughTheServerEndsWhatWasKeptAtOnce() {
    ServerUnderTest server = counted(UnaryOperator.identity());
    server.options = server.options.withUnlooked(Duration.ofDays(1));
    try (server) {
      server.start();
      server.get(PATH);
      server.get(PATH);
      assertThat(asked).hasSize(1);
      server.send(
          server.request("/v1/accounts/shop").PUT(HttpRequest.BodyPublishers.ofString("{}")));
      server.get(PATH);
      assertThat(asked).hasSize(2);
      server.post("/v1/accounts/shop/reports", "a report");
      server.get(PATH);
      assertThat(asked).hasSize(3);
    }
  }

  @Test
  void staleAndPendingAnswersAreNotKept() {
    for (UnaryOperator<CachedAnswer> lesser :
        List.<UnaryOperator<CachedAnswer>>of(
            answer -> changed(answer, Freshness.STALE, List.of()),
            answer -> changed(answer, Freshness.FRESH, List.of(Degradation.MODEL_PENDING)))) {
      asked.clear();
      try (ServerUnderTest server = counted(lesser).start()) {
        server.get(PATH);
        server.get(PATH);
      }
      assertThat(asked).hasSize(2);
    }
  }

  @Test
  void anAnswerIsKeptUntilABetterOneMayBeHad() {
    UnaryOperator<CachedAnswer> due = answer -> again(answer, ServerUnderTest.NOW);
    UnaryOperator<CachedAnswer> later =
        answer -> again(answer, ServerUnderTest.NOW.plus(Duration.ofSeconds(1)));
    try (ServerUnderTest server = counted(due).start()) {
      server.get(PATH);
      server.get(PATH);
    }
    assertThat(asked).hasSize(2);
    asked.clear();
    try (ServerUnderTest server = counted(later).start()) {
      server.get(PATH);
      server.get(PATH);
    }
    assertThat(asked).hasSize(1);
  }

  @Test
  void whatTheClientHasAlreadyIsNotSentAgain() {
    try (ServerUnderTest server = ServerUnderTest.withShop().start()) {
      HttpResponse<String> first = server.get(PATH);
      String tag = header(first, "ETag");

      for (String named : List.of(tag, tag.substring(2), "\"other\", " + tag, "*")) {
        HttpResponse<String> again = server.get(PATH, "If-None-Match", named);
        assertThat(again.statusCode()).as(named).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(tag);
        assertThat(header(again, "Cache-Control")).isEqualTo("private, no-cache");
        assertThat(header(again, "Vary")).isEqualTo("Accept-Encoding");
      }
      assertThat(server.get(PATH, "If-None-Match", "W/\"other\"").statusCode()).isEqualTo(200);
      assertThat(tag).matches("W/\"[A-Za-z0-9_-]{12}\"");
    }
  }

  @Test
  void anotherAnswerHasAnotherTag() {
    try (ServerUnderTest server = ServerUnderTest.withShop().start()) {
      assertThat(header(server.get(PATH + "?as_of=2026-03-30"), "ETag"))
          .isNotEqualTo(header(server.get(PATH), "ETag"));
    }
  }

  @Test
  void aPostAsksForAFreshAnswerWhichIsKeptInPlaceOfTheLast() {
    try (ServerUnderTest server = counted(UnaryOperator.identity()).start()) {
      server.get(PATH);
      HttpResponse<String> fresh = server.post(PATH + "?as_of=2026-03-30", "");
      server.post(PATH, "");
      server.get(PATH);

      assertThat(fresh.statusCode()).isEqualTo(200);
      assertThat(new Schemas().breaches(DocumentKind.ANALYSIS, fresh.body())).isEmpty();
      assertThat(asked)
          .extracting(Question::demand)
          .containsExactly(Demand.CURRENT, Demand.FRESH, Demand.FRESH);
    }
  }

  @Test
  void beyondTheLimitAPostIsToldWhenToComeAgain() {
    UnaryOperator<CachedAnswer> limited =
        answer ->
            again(
                changed(answer, Freshness.FRESH, List.of(Degradation.RATE_LIMITED)),
                ServerUnderTest.NOW.plusMillis(719_001));
    try (ServerUnderTest server = counted(limited).start()) {
      HttpResponse<String> response = server.post(PATH, "");

      assertThat(response.statusCode()).isEqualTo(429);
      assertThat(header(response, "Retry-After")).isEqualTo("720");
      assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
    }
  }

  @Test
  void aLimitThatHasJustPassedStillAsksForASecond() {
    UnaryOperator<CachedAnswer> limited =
        answer ->
            again(
                changed(answer, Freshness.FRESH, List.of(Degradation.RATE_LIMITED)),
                ServerUnderTest.NOW.minusSeconds(5));
    try (ServerUnderTest server = counted(limited).start()) {
      assertThat(header(server.post(PATH, ""), "Retry-After")).isEqualTo("1");
    }
  }

  /// A server whose answers are counted, and changed.
  private ServerUnderTest counted(UnaryOperator<CachedAnswer> change) {
    ServerUnderTest server = ServerUnderTest.withShop();
    server.answers =
        answers ->
            question -> {
              asked.add(question);
              return change.apply(answers.apply(question));
            };
    return server;
  }

  private static CachedAnswer again(CachedAnswer answer, Instant when) {
    return new CachedAnswer(
        answer.key(), answer.dataVersion(), answer.result(), answer.words(), Optional.of(when));
  }

  private static CachedAnswer changed(
      CachedAnswer answer, Freshness freshness, List<Degradation> because) {
    AnalysisResult result = answer.result();
    return new CachedAnswer(
        answer.key(),
        answer.dataVersion(),
        new AnalysisResult(
            result.account(),
            result.asOf(),
            result.generatedAt(),
            result.source(),
            freshness,
            because,
            result.caveats(),
            result.analysis(),
            result.opportunityFindings(),
            result.facts(),
            result.audit()),
        answer.words(),
        answer.again());
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
