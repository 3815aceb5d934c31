package dev.spendlight.server;

import static dev.spendlight.server.Answers.header;
import static dev.spendlight.server.Answers.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.report.ReportImporter;
import dev.spendlight.report.StoreException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private static final String PATH = "/v1/accounts/shop/findings";

  @Test
  void aStoreThatCannotBeUsedIsWorthAnotherTry() {
    try (ServerUnderTest server = ServerUnderTest.withShop()) {
      server.store =
          FaultyStore.of(
              server.store,
              any -> {
                throw new StoreException("The store is in use by another process; try again.");
              });
      server.start();
      for (String path : new String[] {PATH, "/v1/accounts", "/v1/accounts/shop/analysis"}) {
        HttpResponse<String> response = server.get(path);
        problem(503, response).isEqualTo("The store is in use by another process; try again.");
        assertThat(header(response, "Retry-After")).isEqualTo("1");
      }
    }
  }

  @Test
  void whatNobodyForesawIsToldWithoutItsInside() {
    try (ServerUnderTest server = ServerUnderTest.withShop()) {
      server.store =
          FaultyStore.of(
              server.store,
              any -> {
                throw new IllegalArgumentException("secret inside");
              });
      server.start();
      problem(500, server.get(PATH, "X-Request-Id", "findme"))
          .isEqualTo(
              "Something went wrong here; the server's log says more under this request id.");
    }
  }

  @Test
  void anErrorOfTheMachineIsAnAnswerToo() {
    try (ServerUnderTest server = ServerUnderTest.withShop()) {
      server.answers =
          any ->
              question -> {
                throw new StackOverflowError();
              };
      server.start();
      problem(500, server.get("/v1/accounts/shop/analysis"));
      assertThat(server.get("/health/live").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void anAnswerThatTakesTooLongIsGivenUp() {
    CountDownLatch never = new CountDownLatch(1);
    try (ServerUnderTest server = ServerUnderTest.withShop()) {
      server.options =
          server.options.withTimes(
              ServerOptions.Times.defaults().withAnswer(Duration.ofMillis(200)));
      server.answers =
          any ->
              question -> {
                await(never);
                throw new IllegalStateException("nobody waits for this");
              };
      server.start();
      HttpResponse<String> response = server.get("/v1/accounts/shop/analysis");
      problem(503, response).isEqualTo("The answer was not ready in time; try again soon.");
      assertThat(header(response, "Retry-After")).isEqualTo("1");
      never.countDown();
    }
  }

  @Test
  void moreImportsThanTheServerBearsAreToldToComeAgain() {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    try (ServerUnderTest server = ServerUnderTest.withShop()) {
      server.options = server.options.withLongAtOnce(1);
      ReportImporter slow = new FakeImporter();
      server.importer =
          (request, progress) -> {
            asked.countDown();
            await(go);
            return slow.read(request, progress);
          };
      server.start();
      CompletableFuture<HttpResponse<String>> first =
          CompletableFuture.supplyAsync(() -> server.post("/v1/accounts/shop/reports", "a report"));
      await(asked);
      problem(503, server.post("/v1/accounts/shop/reports", "a report"))
          .isEqualTo("The server is busy with as much as it can do at once; try again soon.");
      go.countDown();
      assertThat(first.join().statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aRequestInFlightComesToItsEndWhenTheServerStops() {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    ServerUnderTest server = ServerUnderTest.withShop();
    server.answers =
        answers ->
            question -> {
              asked.countDown();
              await(go);
              return answers.apply(question);
            };
    server.start();
    server.get("/health/live");
    CompletableFuture<HttpResponse<String>> inFlight =
        CompletableFuture.supplyAsync(() -> server.post("/v1/accounts/shop/analysis", ""));
    await(asked);
    int port = server.port();
    CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> server.server().close());
    awaitRefusal(port);
    assertThat(stopped).isNotDone();
    go.countDown();

    assertThat(inFlight.join().statusCode()).isEqualTo(200);
    stopped.join();
    server.close();
  }

  /// Until nobody listens there any more.
  private static void awaitRefusal(int port) {
    boolean listening = true;
    while (listening) {
      try (RawClient _ = new RawClient(port)) {
        Thread.onSpinWait();
      } catch (java.io.IOException refused) {
        listening = false;
      }
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
