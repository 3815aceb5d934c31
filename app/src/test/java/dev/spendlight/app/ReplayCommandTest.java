package dev.spendlight.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spendlight.account.AccountId;
import dev.spendlight.log.Exchange;
import dev.spendlight.log.Exchange.Subject;
import dev.spendlight.log.ExchangeIds;
import dev.spendlight.log.LogQuery;
import dev.spendlight.log.PromptLog;
import dev.spendlight.log.Texts;
import dev.spendlight.log.Verdict;
import dev.spendlight.model.ContentBlock;
import dev.spendlight.model.ModelReply;
import dev.spendlight.storage.DuckDbPromptLog;
import dev.spendlight.testing.SampleExchange;
import dev.spendlight.testing.claude.Replies;
import dev.spendlight.testing.claude.StubClaude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `replay`: what a model said about an account, judged again.
class ReplayCommandTest {
  private static final Path KEPT =
      Path.of("src", "test", "resources", "dev", "spendlight", "app", "replay.txt");

  @TempDir private Path data;
  @TempDir private Path files;
  private final StubClaude claude = StubClaude.start();
  private Shell shell = Shell.in(Path.of(""));

  /// Of a later minute than anything that is asked here.
  private final ExchangeIds ids =
      new ExchangeIds(InstantSource.fixed(Instant.parse("2026-03-20T09:00:00Z")), new Random(7));

  @BeforeEach
  void importAnAccountWithOneExpensiveCampaign() {
    shell =
        Shell.in(data)
            .with("ANTHROPIC_API_KEY", "key-of-a-test")
            .with("SPENDLIGHT_CLAUDE_BASE_URL", claude.baseUrl().toString());
    CampaignReport report = new CampaignReport();
    IntStream.rangeClosed(1, 14)
        .mapToObj("2026-03-%02d"::formatted)
        .forEach(day ->
            report
                .row(day, "Sound", 4000, 60, "30.00", 6, "180.00")
                .row(day, "Healthy", 4000, 60, "30.00", 6, "180.00")
                .row(day, "Leaking", 4000, 60, "60.00", 1, "30.00"));
    shell
        .run("import", report.write(files, "a.csv"), "--account", "a", "--snapshot", "2026-03-15")
        .done();
    shell.run("account", "set", "a", "--target-acos", "0.30").done();
  }

  @AfterEach
  void close() {
    claude.close();
  }

  /// A wrong answer twice, of which both texts are kept, as of every failure.
  private ModelWords askTwiceInVain() {
    ModelWords words = ModelWords.of(data, "a");
    claude.then(Replies.text(words.wrong()), Replies.text(words.wrong()));
    JsonNode answer = shell.document("analyse", "--account", "a", "--json");
    assertThat(answer.get("source").textValue()).isEqualTo("mixed");
    return words;
  }

  /// As if the checks of then had decided otherwise: the first logged prompt with another reply.
  private void log(String reply, Verdict verdict, Optional<Subject> subject, String... violations) {
    try (PromptLog log = new DuckDbPromptLog(data)) {
      Exchange first = log.query(LogQuery.newest(10).onlyWithTexts()).getLast();
      log.append(
          List.of(
              new Exchange(
                  ids.next(),
                  Instant.parse("2026-03-20T09:00:00Z"),
                  subject.orElse(first.subject()),
                  first.asked(),
                  first.reply(),
                  false,
                  verdict,
                  first.attempts(),
                  first.charge(),
                  first.own(),
                  first.model(),
                  Optional.of(
                      new Texts(
                          first.texts().orElseThrow().request(),
                          new ModelReply.Complete(List.of(new ContentBlock.Text(reply))),
                          List.of(violations))))));
    }
  }

  private JsonNode replayed(String... more) {
    List<String> command = new ArrayList<>(List.of("replay", "--json"));
    command.addAll(List.of(more));
    return shell.document(command.toArray(String[]::new));
  }

  @Test
  void whatIsJudgedAsItWasIsTheSame() {
    askTwiceInVain();
    JsonNode document = replayed();
    assertThat(document.at("/totals/same").intValue()).isEqualTo(2);
    assertThat(document.get("replays").findValuesAsText("round"))
        .containsExactly("correction", "first");
    assertThat(document.get("replays").findValuesAsText("verdict"))
        .containsExactly("partly_used", "sent_back");
    assertThat(document.get("replays").findValuesAsText("basis")).containsOnly("same");
  }

  @Test
  void anotherVerdictThanThenIsToldWithWhatIsWrong() {
    ModelWords words = askTwiceInVain();
    log(words.wrong(), Verdict.ACCEPTED, Optional.empty());
    log(words.right(), Verdict.SENT_BACK, Optional.empty(), "summary[0]: It is dull.");

    JsonNode document = replayed();
    assertThat(document.at("/totals/replayed").intValue()).isEqualTo(4);
    assertThat(document.at("/totals/same").intValue()).isEqualTo(2);
    assertThat(document.at("/totals/newly_accepted").intValue()).isEqualTo(1);
    assertThat(document.at("/totals/newly_refused").intValue()).isEqualTo(1);
    assertThat(document.at("/replays/0/then/violations/0").textValue())
        .isEqualTo("summary[0]: It is dull.");
    assertThat(document.at("/replays/1/now/violations/0").textValue())
        .startsWith("key_insights[0]: ");
  }

  @Test
  void afterANewTargetOrMoreReportsRepliesAreOnlyReadAndItIsSaid() {
    askTwiceInVain();
    shell.run("account", "set", "a", "--target-acos", "0.20").done();
    JsonNode document = replayed();
    assertThat(document.at("/totals/only_read").intValue()).isEqualTo(2);
    assertThat(document.get("replays").findValuesAsText("basis")).containsOnly("other_data");
    assertThat(shell.run("replay").done().out())
        .contains("Note: 2 replies only read, not held against facts: reports or settings");
  }

  @Test
  void aNewDayOfReportsChangesNothingOfADayBefore() {
    askTwiceInVain();
    shell
        .run(
            "import",
            CampaignReport.clicks("2026-03-18", "Sound", 60).write(files, "b.csv"),
            "--account",
            "a",
            "--snapshot",
            "2026-03-19")
        .done();
    assertThat(replayed().at("/totals/same").intValue()).isEqualTo(2);
  }

  @Test
  void anAccountThatIsGoneIsSaidToBeGone() {
    ModelWords words = askTwiceInVain();
    log(
        words.right(),
        Verdict.ACCEPTED,
        Optional.of(new Subject(new AccountId("gone"), LocalDate.of(2026, 3, 14), "print")));
    JsonNode document = replayed("--account", "gone");
    assertThat(document.at("/replays/0/basis").textValue()).isEqualTo("account_gone");
    assertThat(document.at("/replays/0/change").textValue()).isEqualTo("only_read");
    assertThat(document.get("replays")).hasSize(1);
    assertThat(shell.run("replay").done().out()).contains("the account was deleted since");
  }

  @Test
  void onlyThoseSinceADayAndOfAnAccountAreReplayed() {
    askTwiceInVain();
    try (PromptLog log = new DuckDbPromptLog(data)) {
      log.append(
          IntStream.range(0, 230)
              .mapToObj(i ->
                  SampleExchange.at("2026-03-%02dT12:00:00Z".formatted(1 + i % 10), i)
                      .texts(10)
                      .make())
              .toList());
    }
    assertThat(replayed().at("/totals/replayed").intValue()).isEqualTo(232);
    assertThat(replayed("--since", "2026-03-06").at("/totals/replayed").intValue())
        .isEqualTo(2 + 5 * 23);
    assertThat(replayed("--since", "2026-03-06").at("/totals/calls").intValue())
        .isEqualTo(2 + 5 * 23);
    assertThat(replayed("--account", "a").at("/totals/replayed").intValue()).isEqualTo(2);
    assertThat(replayed("--since", "2026-03-21").get("replays")).isEmpty();
  }

  @Test
  void whereNothingWasAskedOrNoTextKeptItIsSaid() {
    assertThat(shell.run("replay").done().out()).isEqualTo("No model was asked.\n");
    Shell.Outcome misspelt = shell.run("replay", "--account", "aa");
    assertThat(misspelt.code()).isEqualTo(1);
    assertThat(misspelt.err()).contains("There is no account aa; known are a.");
    try (PromptLog log = new DuckDbPromptLog(data)) {
      log.append(List.of(SampleExchange.at("2026-03-08T12:00:00Z", 1).make()));
    }
    assertThat(shell.run("replay").done().out())
        .isEqualTo(
            "Replayed 0 of 1 call: the log keeps texts of every failure and of a share of the rest.\n");
  }

  /// Renew with `-Dgolden.renew=true`, as [GoldenOutputTest].
  @Test
  void whatAPersonReads() throws IOException {
    ModelWords words = askTwiceInVain();
    log(words.wrong(), Verdict.ACCEPTED, Optional.empty());
    log(words.right(), Verdict.SENT_BACK, Optional.empty(), "summary[0]: It is dull.");
    log(
        words.right(),
        Verdict.ACCEPTED,
        Optional.of(new Subject(new AccountId("gone"), LocalDate.of(2026, 3, 14), "print")));
    List<String> printed = new ArrayList<>();
    for (String width : List.of("80", "120")) {
      printed.add("---- " + width + " columns ----");
      printed.add(shell.with("COLUMNS", width).run("replay").done().out());
    }
    String text = String.join("\n", printed);
    if (Boolean.getBoolean("golden.renew")) {
      Files.writeString(KEPT, text);
    }
    assertThat(text).isEqualTo(Files.readString(KEPT));
  }
}
