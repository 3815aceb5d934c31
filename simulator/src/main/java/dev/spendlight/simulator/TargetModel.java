package dev.spendlight.simulator;

import java.util.List;

/// What is drawn from for each click of a target, worked out once.
final class TargetModel {
  private final TargetPlan plan;
  private final double[] termShares;
  private final double[] termConversions;
  private final double meanTerm;
  private final double[] productShares;
  private final double[] pricesInCoins;
  private final int mainProduct;
  private final double orderValue;

  private TargetModel(AccountPlan account, TargetPlan plan, double coins) {
    List<TermPlan> terms = plan.terms();
    List<ProductPlan> products = account.adGroups().get(plan.adGroup()).products();
    double[] shares = AccountPlan.productShares(products.size());
    double value = 0;
    for (int i = 0; i < shares.length; i++) {
      value += shares[i] * products.get(i).price();
    }
    this.plan = plan;
    this.termShares = Shares.running(terms.stream().mapToDouble(TermPlan::share).toArray());
    this.termConversions = terms.stream().mapToDouble(TermPlan::conversion).toArray();
    this.meanTerm = terms.stream().mapToDouble(term -> term.share() * term.conversion()).sum();
    this.productShares = Shares.running(shares);
    this.pricesInCoins =
        products.stream().mapToDouble(product -> product.price() * coins).toArray();
    this.mainProduct = products.getFirst().index();
    this.orderValue = value * AccountPlan.UNITS_PER_ORDER * AccountPlan.PAID;
  }

  static List<TargetModel> of(AccountPlan account) {
    double coins = 1e6 / account.shape().coin();
    return account.targets().stream().map(plan -> new TargetModel(account, plan, coins)).toList();
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

  int drawProduct(Draws draws) {
    return draws.index(productShares);
  }

  double priceInCoins(int product) {
    return pricesInCoins[product];
  }

  /// Index in the account of the product that it advertises most.
  int mainProduct() {
    return mainProduct;
  }

  /// Sales of an order, on average, in account currency.
  double orderValue() {
    return orderValue;
  }
}
