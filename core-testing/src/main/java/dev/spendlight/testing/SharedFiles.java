package dev.spendlight.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// Real report files and public test cases, which lie in a folder `shared` beside the project and
/// are not part of it.
///
/// A test that asks for a file which is not there is skipped, with a sentence that says what is
/// missing.
public final class SharedFiles {
  private SharedFiles() {}

  /// A file or folder under `shared`, such as `data/amazon-sp-IN-2020-02`.
  public static Path require(String relative) {
    Path found = root().resolve(relative);
    Assumptions.assumeTrue(
        Files.exists(found),
        () -> "skipped: ../shared/" + relative + " is absent beside the project");
    return found;
  }

  /// All regular files below a folder of `shared`, sorted by path.
  public static List<Path> requireAllIn(String folder) {
    try (Stream<Path> paths = Files.walk(require(folder))) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Tests run in a module's folder or in the project's: `shared` lies beside the latter.
  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    Path project = Files.exists(here.resolve("core-testing")) ? here : here.resolveSibling("");
    return project.resolveSibling("shared").normalize();
  }
}
