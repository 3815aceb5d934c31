package dev.spendlight.service;

import dev.spendlight.account.AccountId;
import dev.spendlight.service.Replay.Change;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What replaying logged replies showed, as somebody asked for it.
///
/// @param account all accounts unless given
/// @param since the first day on which they were asked, in UTC; all days unless given
/// @param calls logged in all, those included whose texts were not kept
/// @param replays the newest first
public record ReplayReport(
    Optional<AccountId> account, Optional<LocalDate> since, long calls, List<Replay> replays) {
  public ReplayReport {
    replays = List.copyOf(replays);
  }

  public long count(Change change) {
    return replays.stream().filter(each -> each.change() == change).count();
  }
}
