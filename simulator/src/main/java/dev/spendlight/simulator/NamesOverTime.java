package dev.spendlight.simulator;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The keys of an account's rows as reports have them on a day: a campaign that was given another
/// name has it in all reports that are pulled from then on, those of earlier days too.
final class NamesOverTime {
  private final NavigableMap<LocalDate, RowKeys> from = new TreeMap<>();

  NamesOverTime(PlantedAccount account) {
    Map<Integer, String> names = new HashMap<>();
    from.put(LocalDate.MIN, RowKeys.named(account.plan(), names));
    NavigableMap<LocalDate, Map<Integer, String>> renamings = new TreeMap<>();
    for (Effect effect : account.effects()) {
      if (effect instanceof Effect.Name(int campaign, String name, LocalDate day)) {
        renamings.computeIfAbsent(day, any -> new HashMap<>()).put(campaign, name);
      }
    }
    renamings.forEach((day, changed) -> {
      names.putAll(changed);
      from.put(day, RowKeys.named(account.plan(), names));
    });
  }

  RowKeys asOf(LocalDate day) {
    return from.floorEntry(day).getValue();
  }
}
