package dev.spendlight.storage;

import dev.spendlight.report.StoreException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the engine's errors mean to a user.
///
/// The driver gives every error the code 0 and no SQL state, so its words are all there is to tell
/// them apart.
final class StoreFailures {
  private static final Pattern HOLDER =
      Pattern.compile("Conflicting lock is held in (.*) \\(PID (\\d+)\\)");
  private static final Set<String> OPTIONS_WITH_VALUE =
      Set.of("-cp", "-classpath", "--class-path", "-p", "--module-path", "--add-modules");
  private static final int LONGEST_COMMAND = 100;

  private StoreFailures() {}

  /// Somebody else has the file; trying again later may help.
  static boolean isInUse(SQLException e) {
    return says(e, "could not set lock", "unique file handle conflict");
  }

  /// The file, or its folder, is not there.
  static boolean isGone(SQLException e) {
    return says(e, "database does not exist", "no such file or directory");
  }

  static boolean isNoSuchTable(SQLException e) {
    return says(e, "catalog error", "does not exist");
  }

  /// A sum does not fit the type it was cast to.
  static boolean isOverflow(SQLException e) {
    return says(e, "value is out of range", "out of range for the destination type", "overflow in");
  }

  /// The file cannot be read by any means, so nothing is lost by deleting it.
  static boolean isUnreadable(SQLException e) {
    return says(
        e,
        "not a valid duckdb",
        "could not read enough bytes",
        "checksum",
        "corrupt",
        "serialization error",
        "storage version",
        "database file with version");
  }

  /// Who has the file, as far as the engine tells: `process 1234 (spendlight.jar import ...)`.
  static String holder(SQLException e) {
    Matcher lock = HOLDER.matcher(message(e));
    if (!lock.find()) {
      return says(e, "unique file handle conflict")
          ? "another store of this process"
          : "another process";
    }
    long pid = Long.parseLong(lock.group(2));
    String command =
        ProcessHandle.of(pid)
            .flatMap(each -> each.info().arguments())
            .map(StoreFailures::withoutOptionsOfJava)
            .filter(each -> !each.isEmpty())
            .orElse(lock.group(1));
    return "process %d (%s)".formatted(pid, shorten(command));
  }

  /// What a Java process was started to do: its main class or jar, and what follows.
  private static String withoutOptionsOfJava(String[] arguments) {
    int first = 0;
    while (first < arguments.length && arguments[first].startsWith("-")) {
      first += OPTIONS_WITH_VALUE.contains(arguments[first]) ? 2 : 1;
    }
    return Arrays.stream(arguments).skip(first).collect(Collectors.joining(" "));
  }

  /// Every other failure as a sentence.
  static StoreException of(SQLException e, Path file) {
    return new StoreException(sentence(e, file), e);
  }

  /// The end of the file is missing.
  static StoreException cutOff(Path file) {
    return new StoreException(damaged(file, "its end is missing"));
  }

  private static String damaged(Path file, String how) {
    return "%s is damaged: restore it from a backup, or delete the account and import its reports again (%s)."
        .formatted(file, how);
  }

  private static String sentence(SQLException e, Path file) {
    if (says(e, "not a valid duckdb")) {
      return "%s is not a data file of Spendlight: move it away, or delete the account, and import its reports again."
          .formatted(file);
    }
    if (says(e, "no space left", "disk full", "file too large", "disk quota")) {
      return "There is no space left for %s: free some and try again; nothing of this was kept."
          .formatted(file);
    }
    if (says(e, "storage version", "database file with version")) {
      return "%s was written by a newer Spendlight: use that version, or delete the account."
          .formatted(file);
    }
    if (isUnreadable(e)) {
      return damaged(file, firstLine(e));
    }
    if (says(
        e, "permission denied", "read-only file system", "read-only mode", "cannot open file")) {
      return "%s cannot be opened for writing: give this user write access to it and to its folder, or choose another data folder."
          .formatted(file);
    }
    if (says(e, "out of memory")) {
      return "The engine's memory does not suffice for %s: give the store more, or choose fewer days (%s)."
          .formatted(file, firstLine(e));
    }
    return "%s cannot be used: %s".formatted(file, firstLine(e));
  }

  static String firstLine(Throwable e) {
    return message(e).lines().findFirst().orElse(e.getClass().getSimpleName());
  }

  private static boolean says(SQLException e, String... words) {
    String message = message(e).toLowerCase(Locale.ROOT);
    for (String each : words) {
      if (message.contains(each)) {
        return true;
      }
    }
    return false;
  }

  private static String message(Throwable e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  private static String shorten(String command) {
    return command.length() <= LONGEST_COMMAND
        ? command
        : command.substring(0, LONGEST_COMMAND) + "...";
  }
}
