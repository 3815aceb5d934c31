package dev.spendlight.driver;

import java.util.List;

/// Entities of one level in which a change sits.
///
/// @param level which of the levels given, 0 the widest
/// @param ids the one that goes furthest beyond its size first; within the place before only, where
///   there is one
/// @param shareOfChange what they make of the change of the whole: 0.81 for 81%; more than 1 where
///   others work against them
/// @param sizeShare how much of the whole they were in the earlier period: of a sum their share of
///   it, of a ratio the mean of their shares of its two sums
public record Place(int level, List<String> ids, double shareOfChange, double sizeShare) {
  public Place {
    ids = List.copyOf(ids);
  }
}
