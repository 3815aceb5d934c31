/// Tests of the report formats, and the small writers and the mutator that they share.
@org.jspecify.annotations.NullMarked
package dev.spendlight.reports;
