package dev.spendlight.simulator;

import java.util.List;

/// What is drawn from for each click of a target, worked out once.
final class TargetModel {
  private final TargetPlan plan;
  private final double[] termShares;
  private final double[] termConversions;
  private final double meanTerm;
  private final double[] productShares;
  private final double[] runningProducts;
  private final List<ProductPlan> products;
  private final double otherProducts;
  private final double units;

  private TargetModel(AccountPlan account, TargetPlan plan) {
    List<TermPlan> terms = plan.terms();
    OrderHabits orders = account.shape().nature().orders();
    this.plan = plan;
    this.termShares = Shares.running(terms.stream().mapToDouble(TermPlan::share).toArray());
    this.termConversions = terms.stream().mapToDouble(TermPlan::conversion).toArray();
    this.meanTerm = terms.stream().mapToDouble(term -> term.share() * term.conversion()).sum();
    this.products = account.adGroups().get(plan.adGroup()).products();
    this.productShares = AccountPlan.productShares(products.size());
    this.runningProducts = Shares.running(productShares);
    this.otherProducts = orders.otherProducts();
    this.units = orders.units();
  }

  static List<TargetModel> of(AccountPlan account) {
    return account.targets().stream().map(plan -> new TargetModel(account, plan)).toList();
  }

  TargetPlan plan() {
    return plan;
  }

  int drawTerm(Draws draws) {
    return draws.index(termShares);
  }

  /// Relative to the target's conversion rate.
  double conversion(int term) {
    return termConversions[term];
  }

  /// The mean of these over the clicks: 1, or less where terms are planted.
  double meanConversion() {
    return meanTerm;
  }

  /// Which of the ad group's products is clicked.
  int drawProduct(Draws draws) {
    return draws.index(runningProducts);
  }

  ProductPlan product(int product) {
    return products.get(product);
  }

  /// Index in the account of the product that it advertises most.
  int mainProduct() {
    return products.getFirst().index();
  }

  /// Sales of a click over its conversion rate, on average, in account currency.
  ///
  /// @param otherPrice mean price of the account's products that day
  double orderValue(Levers levers, double otherPrice) {
    double value = 0;
    for (int i = 0; i < productShares.length; i++) {
      value += orderValue(i, levers, otherPrice);
    }
    return value;
  }

  /// The part of it that comes of clicks on one product of the account.
  double orderValueOf(int product, Levers levers, double otherPrice) {
    for (int i = 0; i < productShares.length; i++) {
      if (products.get(i).index() == product) {
        return orderValue(i, levers, otherPrice);
      }
    }
    return 0;
  }

  private double orderValue(int i, Levers levers, double otherPrice) {
    ProductPlan product = products.get(i);
    double price = product.price() * levers.productValue(product.index());
    return productShares[i]
        * levers.productConversion(product.index())
        * ((1 - otherProducts) * price + otherProducts * otherPrice)
        * units
        * AccountPlan.PAID;
  }
}
