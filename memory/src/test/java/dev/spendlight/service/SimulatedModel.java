package dev.spendlight.service;

import dev.spendlight.account.AccountId;
import dev.spendlight.model.Allowance;
import dev.spendlight.model.Attempt;
import dev.spendlight.model.ContentBlock;
import dev.spendlight.model.LanguageModel;
import dev.spendlight.model.ModelCall;
import dev.spendlight.model.ModelReply;
import dev.spendlight.model.ModelRequest;
import dev.spendlight.model.NanoDollars;
import dev.spendlight.model.Usage;
import dev.spendlight.service.SimulatedAccounts.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A provider that takes its time, fails in many ways, and bills what it was sent, whether anybody
/// hears the answer or not. It asks the purse before each attempt, as a client has to.
final class SimulatedModel implements LanguageModel {
  /// Nano-dollars, tokens and worst case are the same number here.
  static final long WORST = 1_000;

  private final SimulatedWorld world;

  SimulatedModel(SimulatedWorld world) {
    this.world = world;
  }

  @Override
  public ModelCall ask(ModelRequest request, Allowance allowance) {
    Version version = world.accounts.of(request.turns().getFirst().text());
    String hash = request.hash();
    List<Attempt> attempts = new ArrayList<>();
    Instant end = world.scheduler.now().plus(allowance.time());
    Object call = new Object();
    long most = 0;
    while (true) {
      if (!allowance.purse().covers(Optional.of(new NanoDollars(most + WORST)))) {
        world.invariants.refused(world.payer().orElse(version.account()), most + WORST);
        return new ModelCall(
            new ModelReply.TooDear(), attempts, Optional.of(new NanoDollars(most)));
      }
      AccountId payer = world.payer().orElse(version.account());
      world.invariants.covered(call, payer, most + WORST);
      world.scheduler.letGo();
      long bill = 100 + world.chance.nextInt((int) WORST - 100);
      int fate = world.chance.nextInt(20);
      world.invariants.begins(hash);
      if (fate < 18) {
        world.invariants.sent(payer, hash, bill);
      }
      // A kill in here ends the question for us, not for the provider.
      try {
        Duration left = Duration.between(world.scheduler.now(), end);
        Duration takes = Duration.ofSeconds(15 + world.chance.nextInt(30));
        if (left.compareTo(takes) < 0) {
          fate = 1;
          takes = left;
        }
        world.scheduler.waitFor(() -> false, takes);
      } finally {
        world.invariants.ends(hash);
      }
      Optional<Usage> usage =
          fate == 1 || fate >= 18
              ? Optional.empty()
              : Optional.of(new Usage(bill - 50, 0, 0, 0, 50));
      ModelReply reply = reply(fate, version);
      most += usage.isPresent() ? bill : fate == 1 ? WORST : 0;
      attempts.add(
          new Attempt(
              reply.key(), usage, Optional.empty(), Optional.of("some-model"), Duration.ZERO));
      boolean again =
          (fate == 1 || fate == 18)
              && attempts.size() < allowance.attempts()
              && world.scheduler.now().isBefore(end);
      world.invariants.settled(call, payer, most);
      if (!again) {
        return new ModelCall(reply, attempts, Optional.of(new NanoDollars(most)));
      }
    }
  }

  private ModelReply reply(int fate, Version version) {
    return switch (fate) {
      case 1 -> new ModelReply.Late();
      case 2 -> text(version.reply().replaceFirst("\"key_insights\":\\[\"", "$0Fell by 17%. "));
      case 3 -> text("I would rather talk.");
      case 4 -> new ModelReply.Refused();
      case 5 -> new ModelReply.Garbled("not JSON");
      case 18, 19 -> new ModelReply.Unavailable("It is not there.");
      default -> text(version.reply());
    };
  }

  private static ModelReply text(String text) {
    return new ModelReply.Complete(List.of(new ContentBlock.Text(text)));
  }
}
