package dev.spendlight.storage;

import dev.spendlight.log.ExchangeId;
import dev.spendlight.log.OpenCall;
import dev.spendlight.log.OpenCallJson;
import dev.spendlight.log.OpenCalls;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notes open calls in plain files: `calls/<id>.json` of a data folder. Any number of processes may
/// use one folder. Whatever becomes of a process, its notes stay until somebody has logged them.
public final class OpenCallFiles implements OpenCalls {
  private static final String ENDING = ".json";

  /// Bytes of a note. Names of models and accounts are short.
  private static final int LARGEST = 10_000;

  private static final Logger LOG = LoggerFactory.getLogger(OpenCallFiles.class);

  private final Path folder;

  /// @param dataFolder made when the first call is noted
  public OpenCallFiles(Path dataFolder) {
    this.folder = dataFolder.toAbsolutePath().normalize().resolve("calls");
  }

  @Override
  public boolean keep(OpenCall call) {
    try {
      Files.createDirectories(folder);
      WholeFile.write(note(call.id()), OpenCallJson.write(call).getBytes(StandardCharsets.UTF_8));
      return true;
    } catch (IOException e) {
      LOG.warn("An open call cannot be noted in {}: {}", folder, e.toString());
      return false;
    }
  }

  @Override
  public void remove(ExchangeId id) {
    try {
      Files.deleteIfExists(note(id));
    } catch (IOException e) {
      LOG.warn("The note of a call that was logged stays in {}: {}", folder, e.toString());
    }
  }

  @Override
  public List<OpenCall> all() {
    List<OpenCall> calls = new ArrayList<>();
    try (DirectoryStream<Path> notes = Files.newDirectoryStream(folder, "*" + ENDING)) {
      for (Path note : notes) {
        read(note).ifPresent(calls::add);
      }
    } catch (NoSuchFileException nothingYet) {
      return List.of();
    } catch (IOException | DirectoryIteratorException e) {
      LOG.warn("The notes of open calls cannot be read in {}: {}", folder, e.toString());
    }
    calls.sort(Comparator.comparing(OpenCall::id));
    return List.copyOf(calls);
  }

  private static Optional<OpenCall> read(Path note) {
    try (InputStream file = Files.newInputStream(note)) {
      return Optional.of(
          OpenCallJson.read(new String(file.readNBytes(LARGEST), StandardCharsets.UTF_8)));
    } catch (NoSuchFileException goneMeanwhile) {
      return Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("The note of a call {} cannot be read and is passed over.", note);
      return Optional.empty();
    }
  }

  /// Ids are of one form, so that none is the name of another file.
  private Path note(ExchangeId id) {
    return folder.resolve(id.value() + ENDING);
  }
}
