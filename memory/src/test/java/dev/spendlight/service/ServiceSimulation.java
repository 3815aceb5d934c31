package dev.spendlight.service;

import dev.spendlight.account.AccountId;
import dev.spendlight.service.IntelligenceService.Demand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Some hours of a service of several processes: readers, imports, and whatever can go wrong, all
/// drawn from one seed.
final class ServiceSimulation {
  private static final int EVENTS = 60;
  private static final int MOST_STEPS = 200_000;

  private final SimulatedWorld world;
  private final Sabotage sabotage;
  private final List<SimulatedProcess> processes = new ArrayList<>();

  /// Half of the seeds are calm: nothing is killed, stalled, down or wiped.
  private final boolean calm;

  private ServiceSimulation(long seed, SimulatedAccounts accounts, Sabotage sabotage) {
    this.world = new SimulatedWorld(seed, accounts);
    this.sabotage = sabotage;
    this.calm = seed % 2 == 0;
    int count = 1 + world.chance.nextInt(4);
    for (int i = 0; i < count; i++) {
      processes.add(new SimulatedProcess(world, sabotage));
    }
  }

  /// @return answers that were looked at
  /// @throws AssertionError that names the seed
  static int run(long seed, SimulatedAccounts accounts, Sabotage sabotage) {
    ServiceSimulation simulation = new ServiceSimulation(seed, accounts, sabotage);
    try {
      simulation.play();
      return simulation.world.invariants.answers();
    } catch (AssertionError e) {
      throw new AssertionError("seed %d: %s".formatted(seed, e.getMessage()), e);
    } finally {
      simulation.end();
    }
  }

  private void play() {
    for (int i = 0; i < EVENTS; i++) {
      happen();
      steps(world.chance.nextInt(40));
      if (world.chance.nextInt(4) == 0) {
        goOn(Duration.ofSeconds(world.chance.nextInt(600)));
      }
      world.invariants.nothingPaidIsForgotten();
    }
    world.setDown(false);
    world.setSlow(false);
    // As long as clocks can be wrong.
    for (int hours = 0; hours < 8 && !world.calls.all().isEmpty(); hours++) {
      goOn(Duration.ofHours(1));
    }
    world.invariants.nothingPaidIsForgotten();
    world.invariants.everythingIsLogged();
  }

  private void steps(int count) {
    for (int i = 0; i < count; i++) {
      world.scheduler.step();
    }
  }

  private void goOn(Duration time) {
    var end = world.scheduler.now().plus(time);
    int steps = 0;
    while (world.scheduler.now().isBefore(end)) {
      world.scheduler.step();
      if (++steps > MOST_STEPS) {
        throw new AssertionError("Nothing comes to an end.");
      }
    }
  }

  private void happen() {
    SimulatedProcess process = processes.get(world.chance.nextInt(processes.size()));
    List<AccountId> ids = world.accounts.ids();
    AccountId account = ids.get(world.chance.nextInt(ids.size()));
    switch (world.chance.nextInt(calm ? 14 : 20)) {
      case 0, 1, 2, 3, 4, 5 -> process.ask(account, Demand.CURRENT);
      case 6, 7, 8 -> process.ask(account, Demand.FRESH);
      case 9 -> {
        for (int i = 0; i < 7; i++) {
          processes.get(i % processes.size()).ask(account, Demand.FRESH);
        }
      }
      case 10, 11, 12, 13 -> world.importInto(account);
      case 14, 15 -> {
        process.kill();
        processes.remove(process);
        processes.add(new SimulatedProcess(world, sabotage));
      }
      case 16 -> process.jump(Duration.ofMinutes(world.chance.nextInt(120) - 60));
      case 17 -> world.setDown(!world.isDown());
      case 18 -> world.setSlow(!world.isSlow());
      default -> {
        if (world.chance.nextBoolean()) {
          world.wipe();
        } else {
          process.stall(Duration.ofSeconds(world.chance.nextInt(400)));
        }
      }
    }
  }

  private void end() {
    processes.forEach(SimulatedProcess::kill);
    while (world.scheduler.unwinds()) {
      // Until the last one has ended.
    }
  }
}
