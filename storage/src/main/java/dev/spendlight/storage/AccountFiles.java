package dev.spendlight.storage;

import dev.spendlight.account.AccountId;
import dev.spendlight.report.StoreException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Where the files of accounts lie: `accounts` in the data folder.
///
/// None of them is ever opened here: closing it would take the engine's lock away, which belongs to
/// the process.
///
/// A file of an account that no transaction has committed yet has a mark beside it. Only files with
/// a mark have to be opened to know whether the account exists.
final class AccountFiles {
  private static final String MARK = ".new";

  private final Path folder;

  AccountFiles(Path dataFolder) {
    this.folder = dataFolder.toAbsolutePath().normalize().resolve("accounts");
  }

  Path folder() {
    return folder;
  }

  Path file(AccountId account) {
    return folder.resolve(AccountFileName.of(account));
  }

  boolean exists(AccountId account) {
    return Files.exists(file(account));
  }

  /// Which file it is, how long, and when it was last written; of what was committed and is not
  /// taken over into it yet too.
  String revision(AccountId account) {
    Path file = file(account);
    Path committed = file.resolveSibling(file.getFileName() + ".wal");
    // An exception for a file that is not there costs ten times as much as the look.
    return Files.exists(committed) ? state(file) + ' ' + state(committed) : state(file);
  }

  private static String state(Path file) {
    try {
      BasicFileAttributes read = Files.readAttributes(file, BasicFileAttributes.class);
      return read.fileKey()
          + ":"
          + read.size()
          + ':'
          + read.lastModifiedTime().to(TimeUnit.NANOSECONDS);
    } catch (IOException notThere) {
      return "-";
    }
  }

  boolean isMarkedNew(AccountId account) {
    return Files.exists(mark(file(account)));
  }

  /// All accounts that have a file, marked or not, in no order.
  List<AccountId> list() {
    List<AccountId> found = new ArrayList<>();
    try {
      list(folder, found);
    } catch (NoSuchFileException nothingYet) {
      return List.of();
    } catch (NotDirectoryException e) {
      throw new StoreException(folder + " is a file, not a folder: choose another data folder.", e);
    } catch (IOException | DirectoryIteratorException e) {
      throw new StoreException(
          "The data folder %s cannot be read: give this user access to it, or choose another one."
              .formatted(folder),
          e);
    }
    return found;
  }

  private void list(Path from, List<AccountId> found) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(from)) {
      for (Path entry : entries) {
        if (entry.getFileName().toString().endsWith(AccountFileName.CONTINUED)) {
          list(entry, found);
        } else {
          AccountFileName.accountOf(folder.relativize(entry)).ifPresent(found::add);
        }
      }
    }
  }

  /// Makes room for a file that is not there yet, and marks it.
  void prepare(AccountId account) {
    Path file = file(account);
    try {
      Files.createDirectories(folderOf(file));
      if (!Files.exists(file)) {
        Files.writeString(mark(file), "");
      }
    } catch (IOException e) {
      throw new StoreException(
          "The data folder %s cannot be written: give this user write access to it, or choose another one."
              .formatted(folder),
          e);
    }
  }

  /// Removes a file without content, which is left when a process dies in the moment of making it.
  ///
  /// @return whether there was one
  boolean removeUnborn(AccountId account) {
    Path file = file(account);
    try {
      return Files.exists(mark(file)) && Files.size(file) == 0 && Files.deleteIfExists(file);
    } catch (IOException e) {
      return false;
    }
  }

  /// The account exists from now on.
  void unmark(AccountId account) {
    deleteIfExists(mark(file(account)));
  }

  /// Removes whatever there is of the account.
  void delete(AccountId account) {
    Path file = file(account);
    deleteIfExists(log(file));
    deleteIfExists(file);
    deleteIfExists(mark(file));
    for (Path each = folderOf(file); !each.equals(folder); each = folderOf(each)) {
      try {
        Files.deleteIfExists(each);
      } catch (IOException otherAccountsLieThere) {
        return;
      }
    }
  }

  /// In bytes.
  static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException absent) {
      return 0;
    }
  }

  /// Whether a process died between a commit and the moment when the engine moves what it committed
  /// into the file.
  boolean hasLog(AccountId account) {
    return Files.exists(log(file(account)));
  }

  /// Tells one file from another that has taken its place.
  Optional<Object> identity(AccountId account) {
    try {
      return Optional.ofNullable(
          Files.readAttributes(file(account), BasicFileAttributes.class).fileKey());
    } catch (IOException absent) {
      return Optional.empty();
    }
  }

  private static Path mark(Path file) {
    return Path.of(file + MARK);
  }

  private static Path log(Path file) {
    return Path.of(file + ".wal");
  }

  private static Path folderOf(Path file) {
    return file.resolveSibling("");
  }

  private static void deleteIfExists(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new StoreException(
          "%s cannot be deleted: give this user write access to its folder.".formatted(file), e);
    }
  }
}
