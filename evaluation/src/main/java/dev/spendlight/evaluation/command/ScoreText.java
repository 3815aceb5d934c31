package dev.spendlight.evaluation.command;

import static dev.spendlight.evaluation.command.Columns.figure;

import dev.spendlight.evaluation.score.Bootstrap.Interval;
import dev.spendlight.evaluation.score.KindScore;
import dev.spendlight.evaluation.score.Median;
import dev.spendlight.evaluation.score.MethodScore;
import dev.spendlight.finding.FindingKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The tables: one row a method, and one row a kind.
final class ScoreText {
  private ScoreText() {}

  static List<String> lines(List<MethodScore> methods) {
    List<String> lines = new ArrayList<>();
    lines.addAll(quality(methods));
    lines.add("");
    lines.addAll(ranking(methods));
    lines.add("");
    lines.addAll(apart(methods));
    lines.add("");
    lines.addAll(kinds(methods));
    return lines;
  }

  private static List<String> quality(List<MethodScore> methods) {
    Columns table =
        new Columns(
            List.of(
                "method",
                "accounts",
                "truths",
                "findings",
                "P",
                "R",
                "F1",
                "95%",
                "false alarms",
                "95%",
                "clean accounts"));
    for (MethodScore each : methods) {
      table.row(
          List.of(
              each.method(),
              String.valueOf(each.accounts()),
              String.valueOf(each.counts().truths()),
              String.valueOf(each.counts().claims()),
              figure(each.counts().precision()),
              figure(each.counts().recall()),
              figure(each.counts().f1()),
              interval(each.f1Interval()),
              figure(each.alarmsAWeek()),
              interval(each.alarmsInterval()),
              String.valueOf(each.cleanAccounts())));
    }
    return table.lines();
  }

  private static List<String> ranking(List<MethodScore> methods) {
    Columns table =
        new Columns(
            List.of(
                "method",
                "top-3 P",
                "R",
                "F1",
                "hit@1",
                "nDCG@10",
                "impact error",
                "within 2x",
                "bias",
                "days to detect"));
    for (MethodScore each : methods) {
      table.row(
          List.of(
              each.method(),
              figure(each.top().precision()),
              figure(each.top().recall()),
              figure(each.top().f1()),
              figure(each.hitAtOne()),
              figure(each.gain()),
              figure(each.impact().error()),
              figure(each.impact().withinTwice()),
              figure(each.impact().bias()),
              days(each)));
    }
    return table.lines();
  }

  private static String days(MethodScore score) {
    return score.daysToDetect().isEmpty()
        ? "-"
        : "%.1f of %d"
            .formatted(Median.of(score.daysToDetect()).orElseThrow(), score.daysToDetect().size());
  }

  private static List<String> apart(List<MethodScore> methods) {
    Columns table =
        new Columns(
            List.of("counted apart", "related", "excused", "context: truths", "told", "right"));
    for (MethodScore each : methods) {
      table.row(
          List.of(
              each.method(),
              String.valueOf(each.counts().related()),
              String.valueOf(each.counts().excused()),
              String.valueOf(each.context().truths()),
              String.valueOf(each.context().claims()),
              String.valueOf(each.context().right())));
    }
    return table.lines();
  }

  private static List<String> kinds(List<MethodScore> methods) {
    List<String> header = new ArrayList<>(List.of("kind", "truths"));
    methods.forEach(each -> header.addAll(List.of(each.method() + ": R", "P", "findings")));
    Columns table = new Columns(header);
    Arrays.stream(FindingKind.values())
        .filter(kind -> methods.stream().anyMatch(each -> find(each, kind).isPresent()))
        .forEach(kind -> table.row(kindRow(methods, kind)));
    return table.lines();
  }

  private static List<String> kindRow(List<MethodScore> methods, FindingKind kind) {
    int truths =
        methods.stream()
            .flatMap(each -> find(each, kind).stream())
            .mapToInt(KindScore::truths)
            .max()
            .orElse(0);
    List<String> row = new ArrayList<>(List.of(kind.key(), String.valueOf(truths)));
    for (MethodScore method : methods) {
      Optional<KindScore> score = find(method, kind);
      row.add(score.map(each -> figure(each.recall())).orElse("-"));
      row.add(score.map(each -> figure(each.precision())).orElse("-"));
      row.add(score.map(each -> String.valueOf(each.claims())).orElse("0"));
    }
    return row;
  }

  private static Optional<KindScore> find(MethodScore method, FindingKind kind) {
    return method.kinds().stream().filter(each -> each.kind() == kind).findFirst();
  }

  private static String interval(Optional<Interval> interval) {
    return interval.map(each -> figure(each.low()) + ".." + figure(each.high())).orElse("-");
  }
}
