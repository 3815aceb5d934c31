package dev.spendlight.history;

import dev.spendlight.report.ReportKind;
import dev.spendlight.report.RowKey;
import java.math.BigDecimal;

/// Something that had spend in a pull and has no row in the next pull of the same days.
///
/// @param spend in the earlier pull, account currency
public record Vanished(ReportKind kind, RowKey key, BigDecimal spend) {}
