package dev.spendlight.server;

import dev.spendlight.account.AccountId;
import dev.spendlight.document.ExplainDocument;
import dev.spendlight.document.FactDocument;
import dev.spendlight.document.FindingsDocument;
import dev.spendlight.document.SummaryDocument;
import dev.spendlight.driver.Decomposition;
import dev.spendlight.metric.DateRange;
import dev.spendlight.metric.Metric;
import dev.spendlight.service.Breakdown;
import dev.spendlight.service.Explanations;
import dev.spendlight.service.IntelligenceService;
import io.helidon.http.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The figures behind an answer: sums, findings, parts of a change, single facts.
final class FigureEndpoints {
  private final IntelligenceService service;
  private final Explanations explanations;
  private final Accounts accounts;
  private final Work storeWork;

  FigureEndpoints(
      IntelligenceService service, Explanations explanations, Accounts accounts, Work storeWork) {
    this.service = service;
    this.explanations = explanations;
    this.accounts = accounts;
    this.storeWork = storeWork;
  }

  List<Route> routes(ServerOptions.Times times) {
    String path = "/v1/accounts/{id}";
    return List.of(
        Route.get(path + "/summary", times.answer(), this::summary, "from", "to", "as_of"),
        Route.get(path + "/findings", times.answer(), this::findings, "as_of"),
        Route.get(
            path + "/explain",
            times.answer(),
            this::explain,
            "metric",
            "from",
            "to",
            "level",
            "as_of"),
        Route.get(path + "/facts/{fact}", times.answer(), this::fact, "as_of"));
  }

  private Reply summary(Call call) {
    AccountId account = call.account();
    Optional<LocalDate> asOf = call.day("as_of");
    Optional<DateRange> days = call.days();
    return Reply.json(
        accounts.answer(
            call, account, () -> SummaryDocument.of(service.summarise(account, asOf, days))));
  }

  private Reply findings(Call call) {
    AccountId account = call.account();
    Optional<LocalDate> asOf = call.day("as_of");
    return Reply.json(
        accounts.answer(
            call, account, () -> FindingsDocument.of(service.judge(account, asOf).sheet())));
  }

  private Reply explain(Call call) {
    AccountId account = call.account();
    Metric metric =
        word(
            "metric",
            call.required("metric", "say which metric's change is to be explained, such as acos"),
            Decomposition.METRICS,
            Metric::key);
    Breakdown level =
        call.parameter("level")
            .map(text -> word("level", text, List.of(Breakdown.values()), Breakdown::key))
            .orElse(Breakdown.CAMPAIGN);
    DateRange from = call.period("from");
    DateRange to = call.period("to");
    Optional<LocalDate> asOf = call.day("as_of");
    Explanations.Question question =
        Refusal.unless(() -> new Explanations.Question(account, metric, from, to, level, asOf));
    return Reply.json(
        accounts.answer(
            storeWork, call, account, () -> ExplainDocument.of(explanations.explain(question))));
  }

  private Reply fact(Call call) {
    AccountId account = call.account();
    String fact = call.variable(1);
    Optional<LocalDate> asOf = call.day("as_of");
    return Reply.json(
        accounts.answer(
            call,
            account,
            () ->
                service
                    .judge(account, asOf)
                    .sheet()
                    .fact(fact)
                    .map(FactDocument::of)
                    .orElseThrow(() ->
                        new Refusal(
                            Status.NOT_FOUND_404,
                            "Account %s has no fact %s in its present figures."
                                .formatted(account, fact)))));
  }

  private static <T> T word(String parameter, String text, List<T> known, Function<T, String> key) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(each -> key.apply(each).equals(wanted))
        .findFirst()
        .orElseThrow(() ->
            Refusal.badRequest(
                "In '%s' there is no '%s'; known are %s."
                    .formatted(
                        parameter,
                        text,
                        known.stream().map(key).collect(Collectors.joining(", ")))));
  }
}
