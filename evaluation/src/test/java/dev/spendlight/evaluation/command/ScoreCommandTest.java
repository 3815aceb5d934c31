package dev.spendlight.evaluation.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.evaluation.SimulatedFolders;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ScoreCommandTest {
  @TempDir Path temp;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return new CommandLine(new ScoreCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  @Test
  void accountsAreScoredAndListedAndOneThatCannotBeJudgedIsPrinted() throws IOException {
    Path accounts = temp.resolve("accounts");
    SimulatedFolders.incidents(accounts, 7);
    SimulatedFolders.clean(accounts, 8);
    Path broken = SimulatedFolders.clean(accounts, 9).resolve("account.json");
    Files.writeString(broken, Files.readString(broken).replace("\"2026-03-01\"", "\"nowhere\""));
    Path csv = temp.resolve("claims.csv");
    String work = temp.resolve("work").toString();
    int exit =
        run("--folder", accounts.toString(), "--work", work, "--list", "--csv", csv.toString());
    assertThat(exit).isEqualTo(1);
    assertThat(err.toString())
        .contains("ERROR in")
        .contains("s0009c")
        .contains("1 account could not be judged");
    assertThat(out.toString())
        .contains("small s0007, seed 7, 2026-02-28: 1 of 1 found")
        .contains("FOUND   #1")
        .contains("small s0008c (clean), seed 8")
        .containsPattern("(?m)^findings +1 +1 ")
        .containsPattern("(?m)^fixed rules +1 +1 ")
        .containsPattern("(?m)^naive +1 +1 ")
        .containsPattern("(?m)^zero_conversion +1 +1\\.00 ");
    assertThat(Files.readString(csv))
        .contains("findings,small,s0007,7,false,2026-02-28,right,1,zero_conversion");
  }

  @Test
  void aFolderWithoutAccountsIsRefusedWithASentence() throws IOException {
    assertThat(run("--folder", temp.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("holds no such account");
  }

  @Test
  void aProfileThatThereIsNotIsMisuse() {
    assertThat(run("--profile", "huge", "--work", temp.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("There is no profile 'huge'; there are standard");
  }
}
