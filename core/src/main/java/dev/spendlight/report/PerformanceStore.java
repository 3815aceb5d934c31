package dev.spendlight.report;

import dev.spendlight.account.AccountId;
import dev.spendlight.account.AccountSettings;
import dev.spendlight.metric.AttributionWindow;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Keeps what was imported, as it was imported. It decides nothing about time or overlap: callers
/// say which deliveries they want.
///
/// Threads may share one. Every method throws [StoreException] when the store cannot be reached or
/// is in use by another process; its message is a sentence for the user.
public interface PerformanceStore extends AutoCloseable {

  /// All accounts, in the order of their ids.
  List<AccountId> accounts();

  /// The settings of an account, empty when there is no such account.
  Optional<AccountSettings> settings(AccountId account);

  /// Changes whenever anything of the account did, settings too, by whichever process. It may also
  /// change when nothing did. Costs next to nothing: it may be asked before every answer. Of an
  /// account that is not there it is some text too.
  String revision(AccountId account);

  /// Keeps an account at hand for several questions in a row, which then cost less each. Whoever
  /// would begin to write waits until it is let go, so it is for moments; what is being written
  /// already shows when it is committed.
  default Hold hold(AccountId account) {
    return () -> {};
  }

  /// An account that is kept at hand.
  interface Hold extends AutoCloseable {
    /// Lets it go. A second time does nothing.
    @Override
    void close();
  }

  /// Replaces the settings, and creates the account when it is new.
  void save(AccountId account, AccountSettings settings);

  /// Removes everything of the account.
  ///
  /// @return whether there was such an account
  boolean delete(AccountId account);

  /// Begins one import command. Nothing of it is visible, and nothing of it remains, unless it is
  /// committed. Creates the account at commit when it is new.
  ///
  /// @param pulled the day on which the platform was asked
  ImportTransaction begin(AccountId account, LocalDate pulled);

  /// What was imported, oldest import first; empty when there is no such account.
  List<Delivery> deliveries(AccountId account);

  /// Sums of the selected rows by the keys that `detail` leaves, names and ids as the files had
  /// them. Rows stand by key, in the order of the table's keys, those of one key by day.
  ///
  /// @param byDay whether days are told apart too
  PerformanceTable read(
      AccountId account,
      Selection selection,
      AttributionWindow window,
      Detail detail,
      boolean byDay);

  /// What files with ids called things, and when.
  List<KnownIdentity> identities(AccountId account);

  /// How entities were set according to the selected rows, the latest for each key: that of the
  /// last day, there of the last file, there of the last row. Rows of an unknown state tell
  /// nothing.
  List<StateAt> states(AccountId account, Selection selection);

  /// How entities were set day by day according to the selected rows: one entry for each key and
  /// day that tells it, of the last file, there of the last row. So a budget report tells each
  /// day's budget and time in budget.
  ///
  /// @return entries of one key together, by day
  List<StateAt> dailyStates(AccountId account, Selection selection);

  /// How entities were set according to one pull of a report after the other, wherever that
  /// changed: one entry for each key and pull that tells it otherwise ([EntityState#isSetLike])
  /// than the pull before that told it, the first one included. What a pull tells of a key is what
  /// [#states] would make of all its rows.
  ///
  /// @param lastPull pulls after this day are passed over
  /// @return entries of one key together, by pull
  List<StateAt> stateChanges(AccountId account, ReportKind kind, LocalDate lastPull);

  /// What each pull of a daily report saw of each of its days, account-wide: for learning how
  /// complete orders are at each age. A delivered day without rows was seen with 0 clicks; pulls
  /// whose files do not carry clicks and orders of that window are left out. Of several imports of
  /// one pull day the last that has a day answers for it.
  ///
  /// @param lastPull pulls after this day are passed over
  /// @return by day, then by pull
  List<VisibleDay> visibleDays(
      AccountId account, ReportKind kind, LocalDate lastPull, AttributionWindow window);

  /// Removes selected rows for good, and their days from their deliveries. For imports that a later
  /// one of the same pull day replaced.
  void forget(AccountId account, Selection superseded);

  @Override
  void close();
}
