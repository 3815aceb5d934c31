package dev.spendlight.reports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;

/// A report ready to be read, whatever format it is in. The format is told by the content, never by
/// the name.
///
/// @param copy a temporary file that is removed in the end
record OpenTable(Table table, Optional<Path> copy) implements AutoCloseable {

  static OpenTable of(Content content) throws IOException, Refusal {
    byte[] head = content.head();
    if (Magic.isGzip(head)) {
      Content inside = content.gunzipped();
      byte[] insideHead = inside.head();
      if (Magic.isGzip(insideHead)) {
        throw new Refusal("It is packed twice with gzip; unpack it once.");
      }
      return unpacked(inside, insideHead);
    }
    return unpacked(content, head);
  }

  private static OpenTable unpacked(Content content, byte[] head) throws IOException, Refusal {
    if (head.length == 0) {
      throw new Refusal("It is empty, without even a header; export or download it again.");
    }
    if (Magic.isZip(head)) {
      return workbook(content);
    }
    Optional<String> other = Magic.otherFormat(head);
    if (other.isPresent()) {
      throw new Refusal(
          "It is %s; Spendlight reads CSV, XLSX and JSON reports, also in .gz and .zip."
              .formatted(other.get()));
    }
    char first = Magic.firstCharacter(head);
    if (first == '[' || first == '{') {
      return new OpenTable(JsonTable.of(content), Optional.empty());
    }
    return new OpenTable(CsvTable.of(content), Optional.empty());
  }

  private static OpenTable workbook(Content content) throws IOException, Refusal {
    Optional<Path> copy =
        content.path().isPresent() ? Optional.empty() : Optional.of(copy(content));
    Path file = content.path().or(() -> copy).orElseThrow();
    try {
      try (Archive archive = Archive.open(content.name(), file)) {
        if (!archive.isWorkbook()) {
          throw new Refusal("It is an archive inside an archive; unpack the outer one.");
        }
      }
      return new OpenTable(XlsxTable.of(content, file), copy);
    } catch (IOException | Refusal | RuntimeException e) {
      if (copy.isPresent()) {
        Files.deleteIfExists(copy.get());
      }
      throw e;
    }
  }

  /// A workbook is read here and there, which a stream does not allow.
  private static Path copy(Content content) throws IOException {
    Path copy = Files.createTempFile("spendlight-", ".xlsx");
    try (InputStream in = content.open()) {
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
      return copy;
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(copy);
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    if (copy.isPresent()) {
      Files.deleteIfExists(copy.get());
    }
  }

  /// What the first bytes of a file tell.
  static final class Magic {
    private Magic() {}

    static boolean isGzip(byte[] head) {
      return begins(head, 0x1f, 0x8b);
    }

    static boolean isZip(byte[] head) {
      return begins(head, 'P', 'K', 3, 4) || begins(head, 'P', 'K', 5, 6);
    }

    private static boolean begins(byte[] head, int... bytes) {
      if (head.length < bytes.length) {
        return false;
      }
      for (int i = 0; i < bytes.length; i++) {
        if ((head[i] & 0xff) != bytes[i]) {
          return false;
        }
      }
      return true;
    }

    /// What else than a text in UTF-8, UTF-16 or Windows-1252 it is.
    static Optional<String> otherFormat(byte[] head) {
      if (begins(head, 0xd0, 0xcf, 0x11, 0xe0)) {
        return Optional.of("an Excel workbook of the old format (.xls); save it as .xlsx");
      }
      if (begins(head, '%', 'P', 'D', 'F')) {
        return Optional.of("a PDF");
      }
      if (begins(head, 'P', 'A', 'R', '1')) {
        return Optional.of("a Parquet file");
      }
      boolean utf16 = begins(head, 0xff, 0xfe) || begins(head, 0xfe, 0xff);
      for (byte b : head) {
        if (b == 0 && !utf16) {
          return Optional.of("not text, nor a workbook");
        }
      }
      String text = new String(head, StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
      if (text.startsWith("<")) {
        return Optional.of(
            text.contains("<html") || text.startsWith("<!doctype html")
                ? "a web page, perhaps a sign-in page saved instead of the report"
                : "an XML file");
      }
      return Optional.empty();
    }

    /// The first character that is not blank, of a text in any of the encodings.
    static char firstCharacter(byte[] head) {
      for (byte b : head) {
        boolean mark = (b & 0xff) >= 0xbb;
        if (!mark && b > ' ') {
          return (char) b;
        }
      }
      return ' ';
    }
  }
}
