package dev.spendlight.evaluation;

import dev.spendlight.evaluation.command.ScoreCommand;
import picocli.CommandLine;

/// What `evaluation/score` starts.
public final class Main {
  private Main() {}

  static void main(String[] arguments) {
    System.exit(new CommandLine(new ScoreCommand()).execute(arguments));
  }
}
