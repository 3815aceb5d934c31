package dev.spendlight.evaluation.run;

import dev.spendlight.evaluation.truth.AccountFolder;
import dev.spendlight.evaluation.truth.AccountFolderReader;
import dev.spendlight.evaluation.truth.ReportMorning;
import dev.spendlight.simulator.AccountRecipe;
import dev.spendlight.simulator.Profile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// An account of our own simulator, written when it is first asked for and whenever the simulator
/// changed. Its report files, twenty times as large as what is stored of them, are kept only until
/// they are imported.
///
/// @param work under which it is kept
public record SimulatedSource(Path work, Profile profile, long seed, boolean clean)
    implements AccountSource {

  @Override
  public String title() {
    return "%s seed %d%s".formatted(profileName(), seed, clean ? " (clean)" : "");
  }

  @Override
  public AccountFolder describe() {
    if (!marker().says(state())) {
      write();
    }
    return AccountFolderReader.read(folder());
  }

  @Override
  public String state() {
    return Fingerprint.code(AccountRecipe.class);
  }

  @Override
  public void provide() {
    if (!describe().mornings().stream().map(ReportMorning::folder).allMatch(Files::isDirectory)) {
      write();
    }
  }

  @Override
  public void discard() {
    describe().mornings().stream().map(ReportMorning::folder).forEach(Folders::delete);
  }

  private void write() {
    Folders.delete(folder());
    AccountRecipe recipe = AccountRecipe.of(profile, seed);
    try {
      dev.spendlight.simulator.AccountFolder.of(clean ? recipe.withoutIncidents() : recipe)
          .write(folder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    marker().write(state());
  }

  private Path folder() {
    return work.resolve("written").resolve(profileName()).resolve((clean ? "clean-" : "") + seed);
  }

  private Marker marker() {
    return new Marker(folder().resolve("written"));
  }

  private String profileName() {
    return profile.name().toLowerCase(Locale.ROOT);
  }
}
