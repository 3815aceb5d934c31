package processes;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What was promised, and whether it was kept.
record Verdicts(
    Shops shops, List<Traffic.Answer> answers, Troubles troubles, int lives, Books books, Instant begin) {
  /// After Redis came back, until every process has found it again.
  private static final Duration RECONNECTING = Duration.ofSeconds(3);

  boolean print(PrintStream out) {
    List<String> broken = new ArrayList<>();
    traffic(out);
    faults(broken);
    limits(out, broken);
    money(out, broken);
    doubles(out, broken);
    broken.forEach(each -> out.println("BROKEN: " + each));
    out.println(broken.isEmpty() ? "All promises were kept." : broken.size() + " promises were broken.");
    return broken.isEmpty();
  }

  private void traffic(PrintStream out) {
    for (Traffic.What what : Traffic.What.values()) {
      List<Traffic.Answer> those = answers.stream().filter(each -> each.what() == what).toList();
      long[] millis = those.stream().mapToLong(Traffic.Answer::millis).sorted().toArray();
      out.printf(
          "%n%s: %d, sent again after a lost connection %d; ms p50 %d, p90 %d, p99 %d, most %d%n",
          what,
          those.size(),
          those.stream().filter(each -> each.tries() > 1).count(),
          at(millis, 0.5),
          at(millis, 0.9),
          at(millis, 0.99),
          at(millis, 1));
      Map<String, Long> counts =
          those.stream()
              .collect(Collectors.groupingBy(Verdicts::label, TreeMap::new, Collectors.counting()));
      counts.forEach((label, count) -> out.printf("  %6d  %s%n", count, label));
    }
    Map<Troubles.Kind, Long> kinds =
        troubles.all().stream()
            .collect(Collectors.groupingBy(Troubles.Trouble::kind, TreeMap::new, Collectors.counting()));
    out.printf("%ntroubles: %s; processes started: %d%n", kinds, lives);
  }

  private static String label(Traffic.Answer answer) {
    String words = String.join(" ", answer.words());
    return answer.status()
        + (answer.what() == Traffic.What.UPLOAD && answer.status() == 200
            ? ""
            : " " + words.replaceAll("shop-\\d+", "ID").replaceAll("shop%2D\\d+|/\\S+", "FILE"));
  }

  private static long at(long[] sorted, double share) {
    return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))];
  }

  private void faults(List<String> broken) {
    answers.stream()
        .filter(each -> each.what() != Traffic.What.UPLOAD && !each.faults().isEmpty())
        .collect(Collectors.groupingBy(each -> each.what() + " " + each.faults() + " " + label(each), Collectors.counting()))
        .forEach((fault, count) -> broken.add(count + " requests without a valid answer: " + fault));
  }

  /// A grant is a POST that was not refused, or a first question to the model while nobody waited on a POST.
  private void limits(PrintStream out, List<String> broken) {
    Map<String, List<Traffic.Answer>> posts =
        answers.stream()
            .filter(each -> each.what() == Traffic.What.POST)
            .collect(Collectors.groupingBy(each -> shops.id(each.shop()).value()));
    Map<String, Long> granted = new HashMap<>();
    posts.forEach((account, those) ->
        granted.put(account, those.stream().filter(each -> each.status() == 200).count()));
    for (Provider.Sent sent : books.billed()) {
      String account = books.account(sent);
      boolean waitedFor =
          posts.getOrDefault(account, List.of()).stream()
              .anyMatch(each -> !sent.at().isBefore(each.asked()) && !sent.at().isAfter(each.came()));
      if (books.isFirst(sent) && !waitedFor) {
        granted.merge(account, 1L, Long::sum);
      }
    }
    long wipes = troubles.count(Troubles.Kind.REDIS_WIPED) + troubles.count(Troubles.Kind.REDIS_KILLED);
    long filled = Duration.between(begin, Instant.now()).toMinutes() / (60 / FourProcesses.ANALYSES_AN_HOUR) + 1;
    long calm = FourProcesses.ANALYSES_AN_HOUR + filled;
    long most = FourProcesses.ANALYSES_AN_HOUR * (1 + wipes) + filled + lives;
    Map<Long, Long> histogram =
        granted.values().stream().collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    out.printf("%nfresh analyses granted, accounts by count: %s%n", histogram);
    out.printf(
        "  without troubles at most %d; %d wipes and %d shares of 1 explain at most %d%n", calm, wipes, lives, most);
    granted.forEach((account, count) -> {
      if (count > most) {
        broken.add("%s had %d fresh analyses, at most %d can be explained".formatted(account, count, most));
      }
    });
  }

  private void money(PrintStream out, List<String> broken) {
    out.printf(
        "%nbilled by the provider: %d requests, $%.6f; bills in the log $%.6f, unbilled at most $%.6f; %d notes of open calls, at most $%.6f%n",
        books.billed().size(),
        books.total() / 1e9,
        books.logged() / 1e9,
        books.unbilled() / 1e9,
        books.notes(),
        books.noted() / 1e9);
    books.byDay().forEach((day, accounts) -> {
      long all = accounts.values().stream().mapToLong(each -> each).sum();
      Map.Entry<String, Long> dearest = accounts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
      out.printf(
          "  %s: service $%.6f of $%.6f, dearest account $%.6f of $%.6f%n",
          day,
          all / 1e9,
          FourProcesses.SERVICE_DAILY.value() / 1e9,
          dearest.getValue() / 1e9,
          FourProcesses.ACCOUNT_DAILY.value() / 1e9);
      if (all > FourProcesses.SERVICE_DAILY.value() || dearest.getValue() > FourProcesses.ACCOUNT_DAILY.value()) {
        broken.add("more was billed than the budget of " + day);
      }
    });
    books.mistold().forEach(each -> broken.add("the log does not tell what was billed, request " + each));
  }

  /// The same request billed again: while the first was under way and Redis away, or after its process was killed.
  private void doubles(PrintStream out, List<String> broken) {
    Map<String, Provider.Sent> before = new HashMap<>();
    int doubles = 0;
    int explained = 0;
    for (Provider.Sent sent : books.billed()) {
      Provider.Sent first = before.put(sent.hash(), sent);
      if (first != null) {
        doubles++;
        if (troubles.all().stream().anyMatch(each -> each.touches(first.at(), first.until(), RECONNECTING))) {
          explained++;
        } else {
          broken.add("paid twice without a reason: %s at %s and %s".formatted(sent.hash().substring(0, 12), first, sent));
        }
      }
    }
    out.printf("%npaid twice: %d, of which a kill or an outage explains %d%n", doubles, explained);
  }
}
