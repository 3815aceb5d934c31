package dev.spendlight.simulator;

import java.util.List;

/// What is really the matter in an account as of a day, for a score.
///
/// @param weeklySpend expected in the last seven days, account currency
/// @param truths what has to be found
/// @param neutrals what may be found
record AnswerSheet(double weeklySpend, List<Truth> truths, List<Neutral> neutrals) {
  AnswerSheet {
    truths = List.copyOf(truths);
    neutrals = List.copyOf(neutrals);
  }
}
