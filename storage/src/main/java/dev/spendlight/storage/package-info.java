/// The performance store on DuckDB: one database file an account, attached to one embedded engine
/// while it is needed.
///
/// In: rows of an import, by way of [dev.spendlight.report.ImportTransaction]. Out: sums,
/// deliveries, identities, states and what each pull saw, as
/// [dev.spendlight.report.PerformanceStore] promises them.
///
/// Start with [DuckDbPerformanceStore]. [AccountAccess] decides who may have a file and when
/// ([AttachedFile]), [Migrations] gives it its tables (see the numbered SQL beside it),
/// [DuckDbImport] writes and [PerformanceQuery] reads. Keys are kept once and numbered, level by
/// level ([KeyLevel], [KeyDictionary]), so that rows are numbers only; [RowSource] is how many
/// numbers get into the engine quickly.
///
/// Two more stores lie beside the accounts in the data folder. [DuckDbPromptLog] keeps logged
/// prompts in a file of its own ([LogFile]); [PaidReplyFiles] keeps paid replies as plain files,
/// without an engine.
@NullMarked
package dev.spendlight.storage;

import org.jspecify.annotations.NullMarked;
