package dev.spendlight.evaluation.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ScoreOptionsTest {

  private static ScoreOptions parse(String... arguments) {
    return CommandLine.populateCommand(new ScoreOptions(), arguments);
  }

  private static Optional<SeedRange> seeds(long from, long to) {
    return Optional.of(new SeedRange(from, to));
  }

  @Test
  void withoutArgumentsTheReportingSeedsOfTheStandardProfileAreScored() {
    ScoreOptions options = parse();
    assertThat(options.profile()).isEqualTo("standard");
    assertThat(options.choice()).contains(new AccountChoice(seeds(40, 159), seeds(500, 539)));
    assertThat(options.work()).isEqualTo(Path.of("./evaluation/target/accounts"));
    assertThat(options.list()).isFalse();
  }

  @Test
  void seedsThatAreGivenAreAllThatIsScored() {
    assertThat(parse("--seeds", "41-43").choice())
        .contains(new AccountChoice(seeds(41, 43), Optional.empty()));
    assertThat(parse("--clean-seeds", "500").choice())
        .contains(new AccountChoice(Optional.empty(), seeds(500, 500)));
  }

  @Test
  void tuningTakesTheTuningSeeds() {
    assertThat(parse("--tuning").choice()).contains(new AccountChoice(seeds(0, 39), seeds(0, 19)));
    assertThat(parse("--tune-rules").choice())
        .contains(new AccountChoice(seeds(0, 39), Optional.empty()));
  }

  @Test
  void tuningSeedsCannotBeChosen() {
    assertThatThrownBy(() -> parse("--tune-rules", "--seeds", "40-99").choice())
        .hasMessageContaining("leave out --seeds");
  }

  @Test
  void aFolderIsTakenWholeUnlessSeedsAreGiven() {
    assertThat(parse("--folder", "x").choice()).isEmpty();
    assertThat(parse("--folder", "x", "--seeds", "1-2").choice())
        .contains(new AccountChoice(seeds(1, 2), Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a-b", "9-3", "1-2-3", "-5", "4-"})
  void seedsThatAreNoRangeAreRefusedWithASentence(String text) {
    assertThatThrownBy(() -> parse("--seeds", text)).hasMessageContaining("two whole numbers");
  }
}
