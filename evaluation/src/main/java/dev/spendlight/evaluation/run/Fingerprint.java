package dev.spendlight.evaluation.run;

import dev.spendlight.evaluation.truth.AccountFolder;
import dev.spendlight.reports.ReportFileImporter;
import dev.spendlight.storage.DuckDbPerformanceStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// Changes when an imported store would: with the report files, or with the code that reads and
/// stores them.
///
/// Report files count by name, size and time, for they are many; the code by its content, for a
/// build makes every jar anew.
final class Fingerprint {
  private Fingerprint() {}

  /// Of an account's report files.
  static String files(Path account) {
    MessageDigest digest = sha256();
    for (Path file : Folders.files(account)) {
      if (!file.equals(account.resolve(AccountFolder.DESCRIPTION))) {
        digest.update(stamp(account, file).getBytes(StandardCharsets.UTF_8));
      }
    }
    return text(digest);
  }

  /// Of the importer and the store.
  static String importer() {
    return code(ReportFileImporter.class) + code(DuckDbPerformanceStore.class);
  }

  /// Of the jar, or the folder of classes, that a class comes from.
  static String code(Class<?> of) {
    MessageDigest digest = sha256();
    try {
      Path place = Path.of(of.getProtectionDomain().getCodeSource().getLocation().toURI());
      for (Path file : Files.isDirectory(place) ? Folders.files(place) : List.of(place)) {
        digest.update(Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
    return text(digest);
  }

  private static String text(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String stamp(Path account, Path file) {
    try {
      return "%s %d %s\n"
          .formatted(account.relativize(file), Files.size(file), Files.getLastModifiedTime(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
