package dev.spendlight.testing.claude;

import java.io.IOException;
import java.util.List;
import java.util.Random;

/// A provider that mostly works: with a given probability a request meets a fault, each of them
/// equally often. Give one twice to have it twice as often.
///
/// The n-th request of the stub draws the n-th number of the seed. So the same number of requests
/// meets the same faults in every run, though threads may share them out differently.
public final class Mixture implements Behaviour {
  private final Random random;
  private final double probability;
  private final Behaviour usual;
  private final List<Behaviour> faults;

  /// @param probability of a fault, from 0 to 1
  public Mixture(long seed, double probability, Behaviour usual, List<Behaviour> faults) {
    if (!(probability >= 0 && probability <= 1) || faults.isEmpty()) {
      throw new IllegalArgumentException(
          "A mixture needs a probability from 0 to 1, not " + probability + ", and some fault.");
    }
    random = new Random(seed);
    this.probability = probability;
    this.usual = usual;
    this.faults = List.copyOf(faults);
  }

  @Override
  public void answer(StubRequest request, StubResponse response) throws IOException {
    draw().answer(request, response);
  }

  private synchronized Behaviour draw() {
    // Both numbers are drawn always: another probability leaves the order of faults as it is.
    double chance = random.nextDouble();
    Behaviour fault = faults.get(random.nextInt(faults.size()));
    return chance < probability ? fault : usual;
  }
}
