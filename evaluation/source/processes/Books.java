package processes;

import dev.spendlight.log.Exchange;
import dev.spendlight.log.LogQuery;
import dev.spendlight.log.OpenCall;
import dev.spendlight.log.Round;
import dev.spendlight.model.NanoDollars;
import dev.spendlight.storage.DuckDbPromptLog;
import dev.spendlight.storage.OpenCallFiles;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What the provider billed, beside what our own log and the notes of open calls tell of it.
///
/// @param billed in order of time
/// @param told at most, by hash of request, in nano-dollars
/// @param accounts by hash of request
/// @param firsts hashes of first questions
/// @param guessed hashes of requests of which some bill did not arrive
/// @param logged bills in the log
/// @param unbilled what the log tells at most on top of them
record Books(
    List<Provider.Sent> billed,
    Map<String, Long> told,
    Map<String, String> accounts,
    List<String> firsts,
    Set<String> guessed,
    long logged,
    long unbilled,
    long noted,
    int notes) {
  private static final int MOST = 1_000;

  static Books read(Path data, List<Provider.Sent> billed) {
    Map<String, Long> told = new HashMap<>();
    Map<String, String> accounts = new HashMap<>();
    List<String> firsts = new ArrayList<>();
    Set<String> guessed = new HashSet<>();
    long logged = 0;
    long unbilled = 0;
    long noted = 0;
    try (DuckDbPromptLog log = new DuckDbPromptLog(data)) {
      LogQuery query = LogQuery.newest(MOST);
      for (List<Exchange> page = log.query(query); !page.isEmpty(); page = log.query(query)) {
        for (Exchange each : page) {
          long cost = each.charge().cost().map(NanoDollars::value).orElse(0L);
          long more = each.charge().unbilled().value();
          String hash = each.asked().requestHash();
          told.merge(hash, cost + more, Long::sum);
          logged += cost;
          unbilled += more;
          if (more > 0) {
            guessed.add(hash);
          }
          accounts.put(hash, each.subject().account().value());
          if (each.asked().round() == Round.FIRST && !each.reused()) {
            firsts.add(hash);
          }
        }
        query = LogQuery.newest(MOST).before(page.getLast().id());
      }
    }
    List<OpenCall> notes = new OpenCallFiles(data).all();
    for (OpenCall each : notes) {
      long most = each.most().map(NanoDollars::value).orElse(0L);
      told.merge(each.asked().requestHash(), most, Long::sum);
      guessed.add(each.asked().requestHash());
      noted += most;
      accounts.put(each.asked().requestHash(), each.subject().account().value());
      if (each.asked().round() == Round.FIRST) {
        firsts.add(each.asked().requestHash());
      }
    }
    return new Books(billed, told, accounts, firsts, guessed, logged, unbilled, noted, notes.size());
  }

  long total() {
    return billed.stream().mapToLong(Provider.Sent::nanos).sum();
  }

  String account(Provider.Sent sent) {
    return accounts.getOrDefault(sent.hash(), "unknown");
  }

  boolean isFirst(Provider.Sent sent) {
    return firsts.contains(sent.hash());
  }

  /// By account, of the day on which most was billed.
  Map<LocalDate, Map<String, Long>> byDay() {
    Map<LocalDate, Map<String, Long>> days = new TreeMap<>();
    for (Provider.Sent each : billed) {
      days.computeIfAbsent(each.day(), day -> new TreeMap<>()).merge(account(each), each.nanos(), Long::sum);
    }
    return days;
  }

  /// Requests of which less is told than was billed, or more although every bill arrived.
  List<String> mistold() {
    Map<String, Long> sums = new TreeMap<>();
    billed.forEach(each -> sums.merge(each.hash(), each.nanos(), Long::sum));
    return sums.entrySet().stream()
        .filter(each -> {
          long most = told.getOrDefault(each.getKey(), 0L);
          return guessed.contains(each.getKey()) ? most < each.getValue() : most != each.getValue();
        })
        .map(each -> "%s: billed %d, told %s".formatted(each.getKey().substring(0, 12), each.getValue(), told.get(each.getKey())))
        .toList();
  }
}
