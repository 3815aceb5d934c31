package dev.spendlight.simulator;

import dev.spendlight.metric.DateRange;
import java.nio.file.Path;
import java.time.LocalDate;

/// The files of one morning.
///
/// @param folder where they are
/// @param pulled the morning: their snapshot date
/// @param covers the days that were asked for. Not all of them need have arrived: a
///   [Incident.MissingDay] or [Decoy.LostDay] is in here too, so an importer that takes the whole
///   period for delivered takes it for a day of zeros
public record Morning(Path folder, LocalDate pulled, DateRange covers) {}
