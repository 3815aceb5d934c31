package dev.spendlight.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The files that a request names, folders walked through: sorted by path, without hidden files.
final class InputFiles {
  private InputFiles() {}

  /// One thing to import, or why there is none.
  sealed interface Input {
    String name();

    /// A file that can be read.
    record Present(String name, Path path) implements Input {}

    /// @param reason one sentence
    record Absent(String name, String reason) implements Input {}
  }

  static List<Input> of(List<Path> paths) {
    List<Input> inputs = new ArrayList<>();
    for (Path path : paths) {
      String name = Shown.name(path.toString());
      if (Files.isDirectory(path)) {
        addFolder(path, name, inputs);
      } else if (!Files.exists(path)) {
        inputs.add(new Input.Absent(name, "There is no such file; check the path."));
      } else if (!Files.isReadable(path) || !Files.isRegularFile(path)) {
        inputs.add(
            new Input.Absent(
                name, "It cannot be read; check that it is a file and its permissions."));
      } else {
        inputs.add(new Input.Present(name, path));
      }
    }
    return inputs;
  }

  private static void addFolder(Path folder, String name, List<Input> inputs) {
    try (Stream<Path> walk = Files.walk(folder)) {
      List<Path> files =
          walk.filter(Files::isRegularFile)
              .filter(file -> !isHidden(folder.relativize(file)))
              .sorted()
              .limit(Limits.FILES + 1L)
              .toList();
      if (files.isEmpty()) {
        inputs.add(
            new Input.Absent(
                name, "The folder holds no files; name the folder that holds the reports."));
      } else if (files.size() > Limits.FILES) {
        inputs.add(
            new Input.Absent(
                name,
                "The folder holds more than %,d files; import it in parts."
                    .formatted(Limits.FILES)));
      } else {
        files.forEach(file -> inputs.add(new Input.Present(Shown.name(file.toString()), file)));
      }
    } catch (IOException | UncheckedIOException e) {
      inputs.add(new Input.Absent(name, "The folder cannot be read; check its permissions."));
    }
  }

  /// Whether a path has a part that begins with a dot, or is what macOS puts into archives.
  static boolean isHidden(Path relative) {
    for (Path part : relative) {
      String name = part.toString();
      if (name.startsWith(".") || name.equals("__MACOSX")) {
        return true;
      }
    }
    return false;
  }
}
