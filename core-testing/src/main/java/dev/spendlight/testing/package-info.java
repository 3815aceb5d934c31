/// What tests of every module share: contracts that adapters must pass, doubles, and the way to
/// real test files.
///
/// Used by tests only. Uses `core`, JUnit and AssertJ.
@NullMarked
package dev.spendlight.testing;

import org.jspecify.annotations.NullMarked;
