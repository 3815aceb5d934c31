package dev.spendlight.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Answers as bytes: one for the version of the format, then JSON as gzip, whose CRC tells whether
/// it is whole. (The check sum of plain deflate let one in 10,000 flipped bits through.)
///
/// Fields are the components of the records, and reading takes nothing else. An entry of a program
/// whose records were others is therefore not read, whether or not somebody thought of the version.
public final class CachedAnswerCodec {
  private static final byte VERSION = 1;

  /// An answer is some 10 kB of JSON; more than this is none.
  private static final int MOST_JSON_BYTES = 4 << 20;

  private final JsonMapper mapper = AnswerJson.mapper();

  /// An answer of more than 4 MB of JSON is written, and cannot be read.
  public byte[] write(CachedAnswer answer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(VERSION);
    try (GZIPOutputStream deflated = new GZIPOutputStream(bytes)) {
      deflated.write(json(answer));
    } catch (IOException e) {
      throw new IllegalStateException("An array takes all bytes.", e);
    }
    return bytes.toByteArray();
  }

  /// Empty for whatever is not an answer as [#write] writes them now.
  public Optional<CachedAnswer> read(byte[] bytes) {
    if (bytes.length == 0 || bytes[0] != VERSION) {
      return Optional.empty();
    }
    try (GZIPInputStream inflated =
        new GZIPInputStream(new ByteArrayInputStream(bytes, 1, bytes.length - 1))) {
      byte[] json = inflated.readNBytes(MOST_JSON_BYTES + 1);
      return json.length > MOST_JSON_BYTES
          ? Optional.empty()
          : Optional.ofNullable(mapper.readValue(json, CachedAnswer.class));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// The bytes of its JSON: about what it takes in memory.
  public int size(CachedAnswer answer) {
    return json(answer).length;
  }

  private byte[] json(CachedAnswer answer) {
    try {
      return mapper.writeValueAsBytes(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An answer can be written.", e);
    }
  }
}
