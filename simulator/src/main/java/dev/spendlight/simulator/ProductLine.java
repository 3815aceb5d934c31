package dev.spendlight.simulator;

import java.util.List;

/// A kind of product and the words that people search it by.
///
/// @param code as in SKUs
/// @param price in dollars, typical
record ProductLine(
    String category,
    String code,
    String noun,
    double price,
    List<String> modifiers,
    List<String> uses) {}
