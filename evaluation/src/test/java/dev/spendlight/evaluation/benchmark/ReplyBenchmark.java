package dev.spendlight.evaluation.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.spendlight.analysis.AnalysisDraft;
import dev.spendlight.evaluation.run.AccountStores;
import dev.spendlight.evaluation.run.SimulatedSource;
import dev.spendlight.evaluation.truth.AccountFolder;
import dev.spendlight.finding.Detectors;
import dev.spendlight.grounding.Grounding;
import dev.spendlight.reply.DraftReading;
import dev.spendlight.reply.ReplyReader;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.rules.RulesAnalyst;
import dev.spendlight.service.IntelligenceService;
import dev.spendlight.simulator.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// What a reply of a model costs once it has come, beside a strict parse of the same text.
///
/// The reply is a true draft about a simulated account with three insights, three opportunities and
/// a summary; the facts are those of all its findings.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 2, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReplyBenchmark {
  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Path work = Path.of("");
  private IntelligenceService.Judgement judgement;
  private ReplyReader reader;
  private String reply = "";
  private AnalysisDraft draft;

  @Setup(Level.Trial)
  public void judge() throws IOException {
    work = Files.createTempDirectory("spendlight-benchmark");
    SimulatedSource source = new SimulatedSource(work, Profile.STANDARD, 3, false);
    AccountFolder account = source.describe();
    try (PerformanceStore store = new AccountStores(work).open(source, account)) {
      judgement =
          new IntelligenceService(
                  store, Detectors.standard(), new RulesAnalyst(), InstantSource.system())
              .judge(account.account(), Optional.empty());
    }
    reader = new ReplyReader();
    draft = new RulesAnalyst().write(judgement.sheet());
    reply = json(draft);
    if (draft.opportunities().size() < 3 || !(outcome() instanceof Grounding.Outcome.Grounded)) {
      throw new IllegalStateException("The draft is no normal one: " + reply);
    }
    System.out.printf(
        "# a reply of %d bytes, %d facts of %d findings%n",
        reply.length(), judgement.sheet().facts().size(), judgement.findings().findings().size());
  }

  private static String json(AnalysisDraft draft) throws JsonProcessingException {
    return STRICT.writeValueAsString(
        Map.of(
            "overall_health",
            draft.overallHealth().key(),
            "key_insights",
            draft.insights(),
            "top_opportunities",
            draft.opportunities().stream()
                .map(each ->
                    Map.of(
                        "finding",
                        each.finding(),
                        "issue",
                        each.issue(),
                        "recommendation",
                        each.recommendation(),
                        "estimated_impact",
                        each.estimatedImpact()))
                .toList(),
            "summary",
            draft.summary()));
  }

  @TearDown(Level.Trial)
  public void clean() throws IOException {
    try (var files = Files.walk(work)) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(each -> each.toFile().delete());
    }
  }

  @Benchmark
  public JsonNode strictParse() throws JsonProcessingException {
    return STRICT.readTree(reply);
  }

  @Benchmark
  public DraftReading read() {
    return reader.read(reply);
  }

  @Benchmark
  public Grounding.Outcome verifyAndRender() {
    return new Grounding(judgement.sheet(), judgement.wording()).check(draft);
  }

  /// What the layer does with a reply, a new sheet each time.
  @Benchmark
  public Grounding.Outcome outcome() {
    if (reader.read(reply) instanceof DraftReading.Read read) {
      return new Grounding(judgement.sheet(), judgement.wording()).check(read.draft());
    }
    throw new IllegalStateException("The reply cannot be read.");
  }
}
