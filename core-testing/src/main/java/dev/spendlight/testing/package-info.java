/// What tests of every module share, and those of programs that embed Spendlight: contracts that
/// adapters must pass, doubles that are real and small, and the way to real test files.
///
/// Start with [SampleAccount] to write an account down, and with [PerformanceStoreContract] to test
/// a store. Used by tests only. Uses `core`, JUnit and AssertJ.
@NullMarked
package dev.spendlight.testing;

import org.jspecify.annotations.NullMarked;
