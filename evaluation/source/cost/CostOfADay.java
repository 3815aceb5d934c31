package dev.spendlight.service;

import dev.spendlight.analysis.AnalysisResult;
import dev.spendlight.cache.CachedAnswer;
import dev.spendlight.model.Allowance;
import dev.spendlight.model.Purse;
import dev.spendlight.simulator.Profile;
import dev.spendlight.storage.DuckDbPerformanceStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// What a day of dashboard loads costs under three policies: `CostOfADay FOLDER ACCOUNTS TEMPLATES SEED`.
final class CostOfADay {
  /// What the usual cache is said to save.
  private static final double SAVED = 0.67;

  private static final ModelAnalyst.Settings SETTINGS =
      new ModelAnalyst.Settings(
          "claude-sonnet-5-5", 4_000, 6_000, new Allowance(Duration.ofSeconds(60), 3, Purse.OPEN));

  private final Map<String, Long> bodies = new HashMap<>();
  private final LocalDate priced = LocalDate.now(ZoneOffset.UTC);
  private final List<Template> templates;
  private final List<Traffic.Load> loads;
  private double usual;

  private CostOfADay(List<Template> templates, List<Traffic.Load> loads) {
    this.templates = templates;
    this.loads = loads;
  }

  public static void main(String[] arguments) throws Exception {
    Path work = Path.of(arguments[0]);
    int accounts = Integer.parseInt(arguments[1]);
    List<Template> templates = templates(work, Integer.parseInt(arguments[2]));
    List<Traffic.Load> loads = Traffic.drawn(accounts, SAVED, Long.parseLong(arguments[3]));
    CostOfADay cost = new CostOfADay(templates, loads);
    cost.changes();
    boolean older;
    try (DuckDbPerformanceStore none = new DuckDbPerformanceStore(work.resolve("none"))) {
      older = cost.table(none);
    }
    System.exit(older ? 1 : 0);
  }

  /// Three small accounts for each standard one.
  private static List<Template> templates(Path work, int count) throws Exception {
    List<Future<Template>> made = new ArrayList<>();
    List<Template> templates = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      for (int i = 0; i < count; i++) {
        Profile profile = i % 4 == 3 ? Profile.STANDARD : Profile.SMALL;
        long seed = 600 + i;
        made.add(threads.submit(() -> Template.of(profile, seed, work, SETTINGS)));
      }
      for (Future<Template> each : made) {
        templates.add(each.get());
      }
    }
    for (Template each : templates) {
      if (each.mornings().size() < Traffic.DAYS) {
        throw new IllegalStateException("An account has only %d mornings.".formatted(each.mornings().size()));
      }
    }
    return templates;
  }

  /// How often the first findings change from one morning to the next.
  private void changes() {
    int same = 0;
    int all = 0;
    for (Template each : templates) {
      for (int i = 1; i < Traffic.DAYS; i++) {
        all++;
        same += top(each.mornings().get(i)).equals(top(each.mornings().get(i - 1))) ? 1 : 0;
      }
    }
    System.out.printf(
        "%d simulated accounts on %d mornings; the first three findings are those of the morning before in %.0f%% of cases%n",
        templates.size(), Traffic.DAYS, 100.0 * same / all);
  }

  private static List<String> top(Template.Morning morning) {
    return morning.judgement().findings().findings().stream().limit(3).map(each -> each.id()).toList();
  }

  /// @return whether an answer of ours was ever older than the usual cache's
  private boolean table(DuckDbPerformanceStore none) {
    System.out.printf(
        "%-34s %9s %9s %9s %8s %8s %7s %9s%n",
        "a day (mean of 6)", "loads", "questions", "dollars", "of none", "of usual", "words", "age, h");
    Tally nothing = new Tally();
    for (Traffic.Load load : loads) {
      Template.Morning morning = morning(load, load.at());
      var _ = nothing.bill.ask(morning.request(), morning.reply(), load.at());
      nothing.count(load, Traffic.morning(load.account(), load.at()), true);
    }
    nothing.print("no cache: every load asks", nothing.dollars());
    Tally halves = new Tally();
    Map<Long, Integer> kept = new HashMap<>();
    int[] known = new int[loads.size()];
    for (int i = 0; i < known.length; i++) {
      Traffic.Load load = loads.get(i);
      long key = (long) load.account() * 2 * Traffic.DAYS + Traffic.half(load.at());
      known[i] =
          kept.computeIfAbsent(key, any -> {
            Template.Morning morning = morning(load, load.at());
            var _ = halves.bill.ask(morning.request(), morning.reply(), load.at());
            return Traffic.morning(load.account(), load.at());
          });
      halves.count(load, known[i], true);
    }
    usual = halves.dollars();
    halves.print("by account, day and half-day", nothing.dollars());
    boolean older = false;
    Map<String, Duration> variants = new LinkedHashMap<>();
    variants.put("ours (words kept 2 days)", Patience.standard().words());
    variants.put("ours, no words carried over", Duration.ofNanos(1));
    variants.put("ours, words kept half a day", Duration.ofHours(12));
    variants.put("ours, words kept 1 day", Duration.ofDays(1));
    variants.put("ours, words kept 3 days", Duration.ofDays(3));
    for (Map.Entry<String, Duration> each : variants.entrySet()) {
      Tally ours = new Tally();
      PlayedService service = new PlayedService(templates, SETTINGS, each.getValue(), ours.bill, none);
      int behind = 0;
      for (int i = 0; i < known.length; i++) {
        CachedAnswer answer = service.load(loads.get(i));
        int version = Math.toIntExact(answer.dataVersion()) - 1;
        behind += version < known[i] ? 1 : 0;
        ours.count(loads.get(i), version, answer.result().source() == AnalysisResult.Source.MODEL);
      }
      ours.print(each.getKey(), nothing.dollars());
      if (behind > 0) {
        System.out.printf("  older than the usual cache's: %d answers%n", behind);
        older = true;
      }
    }
    System.out.println(older ? "" : "No answer of ours was of older data than the usual cache's.");
    return older;
  }

  private Template.Morning morning(Traffic.Load load, Instant at) {
    return templates.get(load.account() % templates.size()).mornings().get(Traffic.morning(load.account(), at));
  }

  /// Of the counted days.
  private final class Tally {
    final Bill bill = new Bill(priced, bodies);
    private long answers;
    private long inWords;
    private double hours;

    void count(Traffic.Load load, int version, boolean words) {
      if (Traffic.day(load.at()) >= Traffic.FIRST_COUNTED) {
        answers++;
        inWords += words ? 1 : 0;
        hours += Duration.between(Traffic.arrival(load.account(), version), load.at()).toMinutes() / 60.0;
      }
    }

    double dollars() {
      long nanos = 0;
      for (int day = Traffic.FIRST_COUNTED; day < Traffic.DAYS; day++) {
        nanos += bill.nanos[day];
      }
      return nanos / 1e9 / days();
    }

    private int days() {
      return Traffic.DAYS - Traffic.FIRST_COUNTED;
    }

    void print(String what, double nothing) {
      long questions = 0;
      long written = 0;
      long prompt = 0;
      long output = 0;
      for (int day = Traffic.FIRST_COUNTED; day < Traffic.DAYS; day++) {
        questions += bill.questions[day];
        written += bill.written[day];
        prompt += bill.prompt[day];
        output += bill.output[day];
      }
      System.out.printf(
          "%-34s %9d %9d %9.4f %7.1f%% %7.1f%% %6.1f%% %9.2f   tokens a question %d and %d, system prompt written %.1f%%%n",
          what,
          answers / days(),
          questions / days(),
          dollars(),
          100 * dollars() / nothing,
          usual == 0 ? 0 : 100 * dollars() / usual,
          100.0 * inWords / answers,
          hours / answers,
          prompt / Math.max(1, questions),
          output / Math.max(1, questions),
          100.0 * written / Math.max(1, questions));
    }
  }
}
