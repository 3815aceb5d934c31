/// The service: one question, one answer, and the order in which it comes about.
///
/// Start with [IntelligenceService#analyse]. Uses all packages before it.
@NullMarked
package dev.spendlight.service;

import org.jspecify.annotations.NullMarked;
