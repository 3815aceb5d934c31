package dev.spendlight.service;

import dev.spendlight.account.AccountId;
import dev.spendlight.finding.Detectors;
import dev.spendlight.model.ModelRequest;
import dev.spendlight.report.PerformanceStore;
import dev.spendlight.report.ReportImporter.Progress;
import dev.spendlight.report.ReportImporter.Request;
import dev.spendlight.reports.ReportFileImporter;
import dev.spendlight.rules.RulesAnalyst;
import dev.spendlight.service.IntelligenceService.Judgement;
import dev.spendlight.simulator.AccountFolder;
import dev.spendlight.simulator.AccountRecipe;
import dev.spendlight.simulator.Profile;
import dev.spendlight.storage.DuckDbPerformanceStore;
import dev.spendlight.testing.DraftJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A simulated account as it was judged on consecutive mornings, each right after its reports came.
record Template(List<Morning> mornings) {

  /// @param reply true: what the rules write, as a model would
  record Morning(Judgement judgement, ModelRequest request, String reply) {}

  static Template of(Profile profile, long seed, Path work, ModelAnalyst.Settings settings) throws IOException {
    AccountRecipe recipe = AccountRecipe.of(profile, seed);
    AccountId id = new AccountId(recipe.id());
    Path files = work.resolve("files-" + recipe.id());
    AccountFolder.of(recipe).write(files);
    List<Morning> mornings = new ArrayList<>();
    Path data = work.resolve("data-" + recipe.id());
    try (PerformanceStore store = new DuckDbPerformanceStore(data)) {
      store.save(id, recipe.account().settings());
      ImportService imports = new ImportService(store, new ReportFileImporter(store));
      IntelligenceService service =
          new IntelligenceService(store, Detectors.standard(), new RulesAnalyst(), InstantSource.system());
      for (Path morning : list(files).filter(Files::isDirectory).toList()) {
        LocalDate pulled = LocalDate.parse(morning.getFileName().toString());
        imports.read(new Request(id, list(morning).toList(), pulled, Optional.empty()), Progress.NONE);
        list(morning).forEach(Template::delete);
        Judgement judgement = service.judge(id, Optional.empty());
        mornings.add(
            new Morning(
                judgement,
                ModelAnalyst.request(settings, judgement),
                DraftJson.of(new RulesAnalyst().write(judgement.sheet()), judgement.findings())));
      }
    }
    list(data).filter(Files::isRegularFile).forEach(Template::delete);
    return new Template(List.copyOf(mornings));
  }

  private static Stream<Path> list(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.sorted().toList().stream();
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
