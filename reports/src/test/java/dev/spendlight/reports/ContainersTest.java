package dev.spendlight.reports;

import static dev.spendlight.reports.Samples.daily;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.report.ImportResult;
import dev.spendlight.report.ImportResult.FileResult;
import dev.spendlight.report.ImportResult.Imported;
import dev.spendlight.report.ImportResult.Refused;
import dev.spendlight.report.ImportResult.Repeated;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainersTest {
  private static final byte[] REPORT = bytes(daily("2026-01-01,C,10,1,0.50,0,0"));
  private static final byte[] OTHER = bytes(daily("2026-01-02,C,10,1,0.50,0,0"));

  @TempDir Path folder;
  private ImportSession session;

  @BeforeEach
  void open() {
    session = new ImportSession(folder);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /// Names and contents by turns.
  private static byte[] zip(Object... members) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      for (int i = 0; i < members.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) members[i]));
        zip.write((byte[]) members[i + 1]);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private List<FileResult> results(String name, byte[] bytes) {
    return session.run(session.file(name, bytes)).files();
  }

  @Test
  void gzipIsToldByItsBytes() {
    assertThat(session.imported("report.csv", gzip(REPORT)).facts().rowsImported()).isEqualTo(1);
    assertThat(session.imported("report.json.gz", REPORT).facts().rowsImported()).isEqualTo(1);
  }

  @Test
  void everyMemberOfAZipIsAFile() {
    List<FileResult> results =
        results(
            "all.zip",
            zip(
                "a.csv",
                REPORT,
                "deep/b.csv.gz",
                gzip(OTHER),
                "__MACOSX/._a.csv",
                REPORT,
                ".DS_Store",
                REPORT,
                "../bad.txt",
                bytes("hello\n")));
    assertThat(results)
        .extracting(FileResult::file)
        .containsExactly(
            folder + "/all.zip/a.csv",
            folder + "/all.zip/deep/b.csv.gz",
            folder + "/all.zip/../bad.txt");
    assertThat(results.get(0)).isInstanceOf(Imported.class);
    assertThat(results.get(1)).isInstanceOf(Imported.class);
    assertThat(results.get(2)).isInstanceOf(Refused.class);
    assertThat(session.store.files).hasSize(2);
  }

  @Test
  void archivesInArchivesAndEmptyOnesAreRefused() {
    assertThat(
            ImportSession.refused(results("a.zip", zip("b.zip", zip("c.csv", REPORT))).getFirst()))
        .isEqualTo("It is an archive inside an archive; unpack the outer one.");
    assertThat(session.refused("b.zip", zip("__MACOSX/x", REPORT)))
        .isEqualTo("It is an archive without files; pack the reports into it.");
    assertThat(session.refused("c.gz", gzip(gzip(REPORT))))
        .isEqualTo("It is packed twice with gzip; unpack it once.");
  }

  @Test
  void whatIsCutOffOrDamagedIsRefusedAndLeavesNothing() {
    byte[] gzip = gzip(bytes(daily("2026-01-01,C,10,1,0.50,0,0\n".repeat(1000))));
    assertThat(session.refused("a.gz", Arrays.copyOf(gzip, gzip.length - 20)))
        .isEqualTo("It is cut off: its packed data ends too early; download it again.");
    byte[] wrongSum = gzip.clone();
    wrongSum[wrongSum.length - 6] ^= 1;
    assertThat(session.refused("b.gz", wrongSum)).startsWith("It is damaged (");
    byte[] zip = zip("a.csv", REPORT);
    assertThat(session.refused("c.zip", Arrays.copyOf(zip, zip.length - 10)))
        .isEqualTo("It is cut off: the end of the archive is missing; download it again.");
    byte[] stored = storedZip(REPORT);
    stored[stored.length / 3] ^= 1;
    assertThat(session.refused("d.zip", stored))
        .isEqualTo("It is damaged (wrong checksum); download or export it again.");
    assertThat(session.store.files).isEmpty();
  }

  private static byte[] storedZip(byte[] content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      zip.setLevel(0);
      zip.putNextEntry(new ZipEntry("a.csv"));
      zip.write(content);
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  @Test
  void aBombIsRefusedBeforeItGoesOff() {
    byte[] million = bytes("2026-01-01,C,10,1,0.50,0,0\n".repeat(40_000));
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(REPORT);
      for (int i = 0; i < 90; i++) {
        gzip.write(million);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(session.refused("bomb.gz", packed.toByteArray()))
        .matches(
            "It unpacks to more than \\d+ MB, far more than a report of its size; it is damaged or made to do harm\\.");
    assertThat(session.store.files).isEmpty();
  }

  @Test
  void theSameContentTwiceIsReadOnceHoweverItIsPacked() {
    ImportResult result =
        session.run(
            session.file("a.csv", REPORT),
            session.file("b.csv", OTHER),
            session.file("c.gz", gzip(REPORT)));
    assertThat(result.files().get(2)).isEqualTo(new Repeated(folder + "/c.gz", folder + "/a.csv"));
    assertThat(session.store.files).hasSize(2);
  }

  @Test
  void foldersAreWalkedInOrderWithoutHiddenFiles() {
    session.file("in/b.csv", OTHER);
    session.file("in/a/z.csv", REPORT);
    session.file("in/.hidden", REPORT);
    session.file("in/.git/x.csv", REPORT);
    ImportResult result = session.run(folder.resolve("in"));
    assertThat(result.files())
        .extracting(FileResult::file)
        .containsExactly(folder + "/in/a/z.csv", folder + "/in/b.csv");
  }

  @Test
  void whatIsNotThereIsRefusedAndTheRestLands() throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    ImportResult result =
        session.run(
            folder.resolve("none.csv"), folder.resolve("empty"), session.file("a.csv", REPORT));
    assertThat(ImportSession.refused(result.files().get(0)))
        .isEqualTo("There is no such file; check the path.");
    assertThat(ImportSession.refused(result.files().get(1)))
        .isEqualTo("The folder holds no files; name the folder that holds the reports.");
    assertThat(result.anyRefused()).isTrue();
    assertThat(result.importId()).hasValue(1);
    assertThat(session.store.files).hasSize(1);
  }

  @Test
  void nothingIsCommittedWhenEverythingIsRefused() {
    ImportResult result = session.run(session.file("a.csv", "hello\n"));
    assertThat(result.importId()).isEmpty();
    assertThat(session.store.commits).isZero();
  }
}
