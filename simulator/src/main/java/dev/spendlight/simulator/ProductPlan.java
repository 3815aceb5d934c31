package dev.spendlight.simulator;

/// A product as it really is.
///
/// @param price in account currency
/// @param conversion of a click by somebody who looked for just this, to an order
record ProductPlan(
    int index,
    String asin,
    String sku,
    String brand,
    ProductLine line,
    double price,
    double conversion) {}
