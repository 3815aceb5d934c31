package dev.spendlight.evaluation.truth;

import dev.spendlight.account.AccountId;
import dev.spendlight.account.AccountSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A simulated account on disk: report files, one folder a morning, and the truth beside them.
///
/// @param path the folder itself
/// @param account the id to import under
/// @param generator name and version of what wrote it
/// @param profile what sort of account it is
/// @param settings what the seller told; the target ACOS and the margin are often untold
/// @param clean whether nothing is planted, so that whatever is found is a false alarm
/// @param mornings oldest first
/// @param truths as of the last judged morning
public record AccountFolder(
    Path path,
    AccountId account,
    String generator,
    String profile,
    long seed,
    AccountSettings settings,
    boolean clean,
    List<ReportMorning> mornings,
    List<Truth> truths,
    List<Neutral> neutrals) {

  /// Name of the file that describes the account.
  public static final String DESCRIPTION = "account.json";

  public AccountFolder {
    mornings = List.copyOf(mornings);
    truths = List.copyOf(truths);
    neutrals = List.copyOf(neutrals);
  }

  /// The mornings on which findings are asked for; at least one.
  public List<ReportMorning> judged() {
    return mornings.stream().filter(ReportMorning::judged).toList();
  }

  /// The same, with findings asked for on every morning but the first, of which nothing is known
  /// before.
  public AccountFolder withEveryMorning() {
    List<ReportMorning> all = new ArrayList<>();
    for (ReportMorning each : mornings) {
      all.add(all.isEmpty() && mornings.size() > 1 ? each : each.asJudged());
    }
    return new AccountFolder(
        path, account, generator, profile, seed, settings, clean, all, truths, neutrals);
  }

  /// For example `standard s0040`.
  public String title() {
    return profile + " " + account + (clean ? " (clean)" : "");
  }
}
