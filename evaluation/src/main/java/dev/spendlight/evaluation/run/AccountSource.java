package dev.spendlight.evaluation.run;

import dev.spendlight.evaluation.truth.AccountFolder;
import dev.spendlight.evaluation.truth.AccountFolderReader;
import dev.spendlight.evaluation.truth.FolderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Where an account comes from. Nothing happens before it is asked for.
public interface AccountSource {
  /// For messages.
  String title();

  /// The account, written first if need be.
  AccountFolder folder();

  /// Every folder within `parent` that describes an account, in the order of their names.
  ///
  /// @throws FolderException when there is none
  static List<AccountSource> within(Path parent) {
    try (Stream<Path> folders = Files.list(parent)) {
      List<AccountSource> sources =
          folders
              .filter(each -> Files.exists(each.resolve(AccountFolder.DESCRIPTION)))
              .sorted()
              .<AccountSource>map(Written::new)
              .toList();
      if (sources.isEmpty()) {
        throw new FolderException(
            "%s holds no account: none of its folders has an %s."
                .formatted(parent, AccountFolder.DESCRIPTION));
      }
      return sources;
    } catch (IOException e) {
      throw new FolderException("%s is not a folder that can be read.".formatted(parent), e);
    }
  }

  /// A folder that is there.
  record Written(Path path) implements AccountSource {
    @Override
    public String title() {
      return path.toString();
    }

    @Override
    public AccountFolder folder() {
      return AccountFolderReader.read(path);
    }
  }
}
