package dev.spendlight.evaluation.run;

import dev.spendlight.evaluation.truth.AccountFolder;
import dev.spendlight.evaluation.truth.AccountFolderReader;
import dev.spendlight.evaluation.truth.FolderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A folder that is there, whatever wrote it. Nothing in it is changed.
public record WrittenSource(Path path) implements AccountSource {

  /// Every folder within `parent` that describes an account, in the order of their names.
  ///
  /// @param wanted which of them; one whose description cannot be read is always wanted, so that it
  ///   is told
  /// @throws FolderException when there is none
  public static List<AccountSource> within(Path parent, Predicate<AccountFolder> wanted) {
    try (Stream<Path> folders = Files.list(parent)) {
      List<AccountSource> sources =
          folders
              .filter(each -> Files.exists(each.resolve(AccountFolder.DESCRIPTION)))
              .sorted()
              .map(WrittenSource::new)
              .filter(each -> each.isWanted(wanted))
              .<AccountSource>map(each -> each)
              .toList();
      if (sources.isEmpty()) {
        throw new FolderException(
            "%s holds no such account: a folder with an %s."
                .formatted(parent, AccountFolder.DESCRIPTION));
      }
      return sources;
    } catch (IOException e) {
      throw new FolderException("%s is not a folder that can be read.".formatted(parent), e);
    }
  }

  private boolean isWanted(Predicate<AccountFolder> wanted) {
    try {
      return wanted.test(describe());
    } catch (FolderException toldWhenItIsJudged) {
      return true;
    }
  }

  @Override
  public String title() {
    return path.toString();
  }

  @Override
  public AccountFolder describe() {
    return AccountFolderReader.read(path);
  }

  @Override
  public String state() {
    return Fingerprint.files(path);
  }

  @Override
  public void provide() {
    // They are there, or the import says what is missing.
  }

  @Override
  public void discard() {
    // They are not ours.
  }
}
