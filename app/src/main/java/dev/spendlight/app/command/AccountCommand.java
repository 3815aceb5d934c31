package dev.spendlight.app.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `spendlight account`: a group of commands.
@Command(
    name = "account",
    description = "Settings of accounts: set, list, show, delete.",
    mixinStandardHelpOptions = true)
public final class AccountCommand implements Runnable {
  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  private AccountCommand() {}

  public static CommandLine all(Workbench bench) {
    return new CommandLine(new AccountCommand())
        .addSubcommand(new AccountSetCommand(bench))
        .addSubcommand(new AccountListCommand(bench))
        .addSubcommand(new AccountShowCommand(bench))
        .addSubcommand(new AccountDeleteCommand(bench));
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "say what to do with an account: set, list, show or delete");
  }
}
