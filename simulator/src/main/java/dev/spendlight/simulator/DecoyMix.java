package dev.spendlight.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Draws what else happens in an account.
final class DecoyMix {
  private static final double ORDINARY_CAMPAIGNS = 26;

  private final Draws draws;
  private final AccountShape shape;
  private final int size;
  private final List<Decoy> decoys = new ArrayList<>();

  DecoyMix(Draws draws, AccountShape shape) {
    this.draws = draws;
    this.shape = shape;
    this.size = (int) Math.max(1, Math.round(shape.campaigns() / ORDINARY_CAMPAIGNS));
  }

  List<Decoy> drawn() {
    market();
    products();
    campaigns();
    seller();
    return decoys;
  }

  private void market() {
    if (draws.chance(0.5)) {
      decoys.add(new Decoy.ShoppingEvent(draws.between(5, 60)));
    }
    if (draws.chance(0.25)) {
      decoys.add(new Decoy.BrandDecline(draws.uniform(0.3, 0.65), draws.between(8, 30)));
    }
    if (draws.chance(0.1)) {
      decoys.add(new Decoy.LostDay(draws.between(3, 60)));
    }
  }

  private void products() {
    for (int i = 0; i < size; i++) {
      if (draws.chance(0.5)) {
        decoys.add(
            new Decoy.Promotion(
                draws.uniform(1.4, 1.8),
                draws.uniform(0.75, 0.85),
                draws.between(3, 60),
                draws.between(4, 7)));
      }
      if (draws.chance(0.4)) {
        double price = draws.chance(0.5) ? draws.uniform(0.9, 0.96) : draws.uniform(1.04, 1.1);
        decoys.add(new Decoy.PriceChange(price, StrictMath.pow(price, -1.2), draws.between(3, 50)));
      }
    }
    for (int i = 0; i < shape.products(); i++) {
      if (draws.chance(1 / 6.0)) {
        double demand = draws.chance(0.5) ? draws.uniform(0.65, 0.85) : draws.uniform(1.15, 1.35);
        int days = draws.between(20, 45);
        decoys.add(new Decoy.SeasonalRamp(demand, draws.between(days / 2, 60), days));
      }
    }
  }

  private void campaigns() {
    for (int i = 0; i < size; i++) {
      if (draws.chance(0.6)) {
        decoys.add(new Decoy.OrdinaryLaunch(draws.between(8, 35)));
      }
      if (draws.chance(0.2)) {
        decoys.add(new Decoy.PausedCampaign(draws.between(2, 40), OptionalInt.empty()));
      }
      if (draws.chance(0.15)) {
        int ago = draws.between(30, 55);
        decoys.add(new Decoy.PausedCampaign(ago, OptionalInt.of(draws.between(6, 22))));
      }
    }
    for (int i = 0; i < shape.campaigns(); i++) {
      if (draws.chance(0.08)) {
        decoys.add(new Decoy.NearlyCapped(draws.uniform(0.82, 0.97)));
      }
    }
  }

  private void seller() {
    for (int i = 0; i < 2 * size; i++) {
      if (draws.chance(0.4)) {
        double bid = draws.chance(0.5) ? draws.uniform(0.8, 0.93) : draws.uniform(1.07, 1.25);
        decoys.add(new Decoy.BidChange(bid, draws.between(2, 50)));
      }
      if (draws.chance(0.25)) {
        decoys.add(new Decoy.BudgetChange(draws.uniform(1.1, 1.5), draws.between(2, 50)));
      }
      if (draws.chance(0.2)) {
        decoys.add(new Decoy.PausedTargets(draws.between(1, 3), draws.between(2, 50)));
      }
    }
    if (draws.chance(0.2)) {
      int most = Math.max(1, shape.campaigns() / 4);
      decoys.add(new Decoy.Renaming(draws.between(1, most), draws.between(1, 40)));
    }
  }
}
