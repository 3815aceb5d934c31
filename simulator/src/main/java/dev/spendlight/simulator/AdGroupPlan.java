package dev.spendlight.simulator;

import java.util.List;

/// An ad group and the products that it advertises, the first of them most.
///
/// @param ads ids of its ads, one a product
record AdGroupPlan(
    int index,
    String id,
    String name,
    int campaign,
    List<ProductPlan> products,
    List<String> ads) {}
