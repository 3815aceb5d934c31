package dev.spendlight.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spendlight.log.Exchange;
import dev.spendlight.log.LogQuery;
import dev.spendlight.log.PromptLog;
import dev.spendlight.log.Texts;
import dev.spendlight.model.ModelReply;
import dev.spendlight.model.Turn;
import dev.spendlight.storage.DuckDbPromptLog;
import dev.spendlight.testing.claude.Replies;
import dev.spendlight.testing.claude.StubClaude;
import dev.spendlight.testing.claude.StubRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No text by somebody else reaches a model or the log of what it was told; and what it is told of
/// such things comes back to people as plain text.
///
/// Whole runs: report files, import, prompt, a model that cites what it was told of, answer.
class ForeignTextTest {
  /// Texts in one account: about as many findings as a prompt has room for.
  private static final int AT_ONCE = 40;

  @TempDir private Path folder;
  private final StubClaude claude = StubClaude.start();

  @AfterEach
  void close() {
    claude.close();
  }

  @Test
  void twentyOfOurOwn() {
    List<String> own = Injections.own();
    assertThat(own).hasSize(20).doesNotHaveDuplicates();
    people(run(own, "own"), List.of("analyse", "findings", "summary", "replay"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"injection-bipia", "injection-garak-half", "injection-promptfoo"})
  void publicCorpora(String name) {
    List<String> texts = Injections.corpus(name);
    System.out.printf(
        "ForeignTextTest %s: %d texts, %d of them too short to be told from chance%n",
        name, texts.size(), texts.stream().filter(each -> !Pieces.isTelling(each)).count());
    for (int i = 0; i < texts.size(); i += AT_ONCE) {
      Shell shell = run(texts.subList(i, Math.min(texts.size(), i + AT_ONCE)), name + i);
      // Those two tell of every name; the others of few.
      people(shell, List.of("findings", "summary"));
    }
  }

  private Shell run(List<String> texts, String name) {
    Path data = folder.resolve(name);
    Shell shell =
        Shell.in(data)
            .with("COLUMNS", "100")
            .with("ANTHROPIC_API_KEY", "key-of-a-test")
            .with("SPENDLIGHT_CLAUDE_BASE_URL", claude.baseUrl().toString());
    Path files = ForeignAccount.write(folder.resolve(name + "-files"), texts);
    JsonNode imported =
        shell.document(
            "import",
            files.toString(),
            "--account",
            "a",
            "--snapshot",
            ForeignAccount.LAST.plusDays(20).toString(),
            "--json");
    assertThat(imported.get("files").findValuesAsText("status"))
        .hasSize(3)
        .containsOnly("imported");

    ModelWords words = ModelWords.of(data, "a");
    int before = claude.requests().size();
    claude.then(Replies.text(words.misplaced()), Replies.text(words.right()));
    JsonNode answer = shell.document("analyse", "--account", "a", "--json");

    List<StubRequest> requests = claude.requests().subList(before, claude.requests().size());
    assertThat(requests).as("the wrong reply went back").hasSize(2);
    assertThat(answer.get("source").textValue()).isEqualTo("model");
    assertThat(answer.at("/analysis/top_opportunities"))
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.get("issue").textValue()).contains("“"));
    requests.forEach(request -> assertForeignTo(texts, told(request)));
    assertThat(told(requests.getFirst())).contains("n1 ", "[generic");
    assertForeignTo(texts, logged(data));
    return shell;
  }

  /// Every word of the conversation, without the rules of an answer, which are always the same.
  private static String told(StubRequest request) {
    List<String> turns = new ArrayList<>();
    request.json().path("messages").forEach(each -> turns.add(each.path("content").asText()));
    assertThat(turns).isNotEmpty().doesNotContain("");
    return String.join("\n", turns);
  }

  private static String logged(Path data) {
    try (PromptLog log = new DuckDbPromptLog(data)) {
      List<Texts> texts =
          log.query(LogQuery.newest(100).onlyWithTexts()).stream()
              .map(Exchange::texts)
              .flatMap(each -> each.stream())
              .toList();
      assertThat(texts).as("the failure's texts are kept").isNotEmpty();
      assertThat(texts).anySatisfy(each -> assertThat(each.violations()).isNotEmpty());
      return String.join("\n", texts.stream().flatMap(ForeignTextTest::words).toList());
    }
  }

  private static Stream<String> words(Texts texts) {
    return Stream.of(
            texts.request().turns().stream().map(Turn::text),
            texts.reply() instanceof ModelReply.Complete complete
                ? Stream.of(complete.text())
                : Stream.<String>empty(),
            texts.violations().stream())
        .flatMap(each -> each);
  }

  private static void assertForeignTo(List<String> texts, String words) {
    Pieces pieces = Pieces.of(words);
    String whole = Pieces.plain(words);
    Set<String> found = new TreeSet<>();
    texts.forEach(text -> found.addAll(pieces.of(text, whole)));
    assertThat(found).as("pieces of names in%n%s", words).isEmpty();
  }

  /// What a terminal shows, the answer by the model included: it was paid for, so nobody is asked.
  private void people(Shell shell, List<String> commands) {
    int asked = claude.count();
    for (String command : commands) {
      HostileNamesTest.assertHarmless(shell.run(command, "--account", "a").done().out());
    }
    assertThat(claude.count()).isEqualTo(asked);
  }

  @Test
  void aNameThatGotThroughWouldBeFound() {
    String text = Injections.own().getFirst();
    Pieces told = Pieces.of("FINDINGS\n" + text.toUpperCase(Locale.ROOT) + "\n");
    assertThat(told.of("so I say: " + text, "")).isNotEmpty();
    Pieces part = Pieces.of("campaign “" + text.substring(10, 35) + "”");
    assertThat(part.of(text, "")).isNotEmpty();
    assertThat(Pieces.of("nothing of it").of("free lamps", "we sell free lamps"))
        .containsExactly("free lamps");
  }
}
