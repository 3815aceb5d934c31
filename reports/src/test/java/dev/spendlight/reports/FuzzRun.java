package dev.spendlight.reports;

import dev.spendlight.report.ImportResult;
import dev.spendlight.report.ImportResult.FileResult;
import dev.spendlight.report.ImportResult.Imported;
import dev.spendlight.report.ImportResult.Refused;
import dev.spendlight.report.ImportResult.SkippedRows;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Damages reports of every format and imports them. Whatever comes in, a file is kept whole or
/// leaves nothing, and nothing is thrown.
///
/// Run with two arguments, how many files a format and the seed: `FuzzRun 10000 42`.
public final class FuzzRun {
  /// What is damaged, and where.
  enum Target {
    CSV((report, mutator) -> mutator.damage(report.american())),
    GERMAN_CSV((report, mutator) -> mutator.damage(report.german())),
    JSON((report, mutator) -> mutator.damage(report.json())),
    XLSX((report, mutator) -> mutator.damage(report.xlsx())),
    XLSX_INSIDE((report, mutator) -> inside(report.xlsx(), mutator)),
    GZIP((report, mutator) -> mutator.damage(SampleReport.gzip(report.json()))),
    ZIP((report, mutator) -> mutator.damage(SampleReport.zip("a.csv", report.american())));

    private final BiFunction<SampleReport, Mutator, byte[]> damage;

    Target(BiFunction<SampleReport, Mutator, byte[]> damage) {
      this.damage = damage;
    }
  }

  private final Path folder;

  FuzzRun(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] args) throws IOException {
    int count = Integer.parseInt(args[0]);
    long seed = Long.parseLong(args[1]);
    Path folder = Files.createTempDirectory("spendlight-fuzz");
    try {
      Map<Target, Integer> kept = new EnumMap<>(Target.class);
      for (Target target : Target.values()) {
        kept.put(target, new FuzzRun(folder).run(target, count, seed));
      }
      System.out.printf(
          "%d files a format, seed %d: nothing thrown, nothing half kept; kept whole %s%n",
          count, seed, kept);
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /// @return how many files were kept in spite of their damage
  int run(Target target, int count, long seed) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      long fileSeed = seed * 1_000_003 + i;
      RandomGenerator random = new SplittableRandom(fileSeed);
      byte[] damaged =
          target.damage.apply(SampleReport.of(random, 1 + random.nextInt(20)), new Mutator(random));
      try {
        kept += check(damaged) ? 1 : 0;
      } catch (RuntimeException | AssertionError | StackOverflowError | OutOfMemoryError e) {
        throw new AssertionError("%s, seed %d, file %d".formatted(target, seed, i), e);
      }
    }
    return kept;
  }

  /// @return whether it was kept
  private boolean check(byte[] damaged) {
    ImportSession session = new ImportSession(folder);
    ImportResult result = session.run(session.file("damaged", damaged));
    long imported = result.files().stream().filter(Imported.class::isInstance).count();
    require(!result.files().isEmpty(), "no result");
    require(imported == session.store.files.size(), "kept files and results differ");
    for (FileResult file : result.files()) {
      switch (file) {
        case Imported it -> {
          long skipped = it.skipped().stream().mapToLong(SkippedRows::count).sum();
          require(
              it.facts().rowsRead() == it.facts().rowsImported() + skipped, "rows do not add up");
        }
        case Refused it -> {
          require(
              it.reason().endsWith(".") && it.reason().length() < 1_000,
              "no sentence: " + it.reason());
          require(
              it.reason().chars().noneMatch(Character::isISOControl),
              "not one line: " + it.reason());
        }
        default -> {}
      }
    }
    for (RecordingStore.Kept file : session.store.files) {
      require(file.rows().size() == file.facts().rowsImported(), "half kept");
    }
    return imported > 0;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }

  /// Damages one part of a workbook and packs it again, so that its checksums are right.
  private static byte[] inside(byte[] workbook, Mutator mutator) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(workbook));
        ZipOutputStream to = new ZipOutputStream(packed)) {
      for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        byte[] part = from.readAllBytes();
        boolean damage = entry.getName().contains("sheet1") || mutator.now();
        to.putNextEntry(new ZipEntry(entry.getName()));
        to.write(damage ? mutator.damage(part) : part);
        to.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
