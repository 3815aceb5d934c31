package dev.spendlight.simulator;

import dev.spendlight.metric.DateRange;
import java.nio.file.Path;
import java.time.LocalDate;

/// The files of one morning.
///
/// @param folder where they are
/// @param pulled the morning: their snapshot date
/// @param covers the days that were asked for
public record Morning(Path folder, LocalDate pulled, DateRange covers) {}
