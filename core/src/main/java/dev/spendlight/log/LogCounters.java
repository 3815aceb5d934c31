package dev.spendlight.log;

/// What became of the exchanges that a queue was given. At any moment `offered` is the sum of
/// `written`, `dropped` and `waiting`.
///
/// @param offered to the queue
/// @param written to the log
/// @param dropped because the queue was full, closed, or could not be written in time
/// @param waiting to be written
/// @param textsDropped exchanges that lost their texts for want of room, and nothing else
/// @param failedWrites batches that the log did not take, each time counted
public record LogCounters(
    long offered, long written, long dropped, long waiting, long textsDropped, long failedWrites) {}
