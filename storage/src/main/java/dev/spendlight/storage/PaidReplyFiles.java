package dev.spendlight.storage;

import dev.spendlight.log.ModelJson;
import dev.spendlight.log.PaidReplies;
import dev.spendlight.log.PaidReply;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps paid replies as plain files: `replies/ab/abcd....json.gz` of a data folder, named by the
/// hash of the request. Any number of processes may use one folder, without asking each other: an
/// entry is written under a name of its own, flushed to the disk, and moved to its place in one
/// step, so that a reader finds a whole one or none.
///
/// An entry holds the reply alone: neither an account nor any name. Entries stay when an account is
/// deleted, until they are the oldest.
public final class PaidReplyFiles implements PaidReplies {
  /// Of one entry, as text and as file. A long reply is a few thousand characters.
  private static final int LARGEST = 4_000_000;

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final Logger LOG = LoggerFactory.getLogger(PaidReplyFiles.class);

  private final Path folder;
  private final ReplyRotation rotation;

  /// @param dataFolder made when the first reply is kept; replies take at most about 512 MB of it
  public PaidReplyFiles(Path dataFolder) {
    this(dataFolder, 512_000_000);
  }

  /// @param mostBytes of all entries together, about
  public PaidReplyFiles(Path dataFolder, long mostBytes) {
    this.folder = dataFolder.toAbsolutePath().normalize().resolve("replies");
    this.rotation = new ReplyRotation(mostBytes);
  }

  @Override
  public Optional<PaidReply> find(String requestHash) {
    Path entry = entry(requestHash);
    try (InputStream file = Files.newInputStream(entry)) {
      byte[] zipped = file.readNBytes(LARGEST + 1);
      return Optional.of(ModelJson.paidReply(requestHash, unzipped(zipped)));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("The paid reply {} cannot be read and counts as absent.", entry);
      return Optional.empty();
    }
  }

  @Override
  public boolean keep(String requestHash, PaidReply reply) {
    Path entry = entry(requestHash);
    byte[] text = ModelJson.write(requestHash, reply).getBytes(StandardCharsets.UTF_8);
    if (text.length > LARGEST) {
      return false;
    }
    try {
      Files.createDirectories(entry.resolveSibling(""));
      WholeFile.write(entry, zipped(text));
      rotation.run(entry);
      return true;
    } catch (IOException e) {
      LOG.warn("The paid reply {} cannot be kept: {}", entry, e.toString());
      return false;
    }
  }

  /// @throws IllegalArgumentException when it is no hash, which would be a name of any file
  private Path entry(String requestHash) {
    if (!HASH.matcher(requestHash).matches()) {
      throw new IllegalArgumentException("The hash of a request is 64 hexadecimal digits.");
    }
    return folder.resolve(requestHash.substring(0, 2)).resolve(requestHash + ".json.gz");
  }

  private static byte[] zipped(byte[] text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// Its checksum says whether anything is missing or was changed.
  private static String unzipped(byte[] bytes) throws IOException {
    try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      byte[] text = zip.readNBytes(LARGEST + 1);
      if (text.length > LARGEST) {
        throw new IOException("A paid reply is not so large.");
      }
      return new String(text, StandardCharsets.UTF_8);
    }
  }
}
