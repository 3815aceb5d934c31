package dev.spendlight.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spendlight.log.PaidReplies;
import dev.spendlight.log.PaidReply;
import dev.spendlight.testing.PaidRepliesContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
final class PaidReplyFilesTest extends PaidRepliesContract {
  @TempDir Path folder;

  @Override
  protected PaidReplies open() {
    return new PaidReplyFiles(folder);
  }

  private Path entry(int number) {
    return folder
        .resolve("replies")
        .resolve(hash(number).substring(0, 2))
        .resolve(hash(number) + ".json.gz");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void askingMakesNoFile() throws IOException {
    assertThat(open().find(hash(1))).isEmpty();
    assertThat(files()).isEmpty();
  }

  @Test
  void anEntryIsNamedByTheHashOfItsRequest() throws IOException {
    open().keep(hash(1), reply("one"));
    assertThat(files()).containsExactly(entry(1));
  }

  /// At every length that a file can have been cut to.
  @Test
  void aTornEntryIsAMissAndIsReplacedByTheNextOne() throws IOException {
    PaidReplies replies = open();
    replies.keep(hash(1), reply("one"));
    byte[] whole = Files.readAllBytes(entry(1));
    for (int length = 0; length < whole.length; length++) {
      Files.write(entry(1), Arrays.copyOf(whole, length));
      assertThat(replies.find(hash(1))).as("cut to %d bytes", length).isEmpty();
    }
    assertThat(replies.keep(hash(1), reply("two"))).isTrue();
    assertThat(replies.find(hash(1))).contains(reply("two"));
  }

  /// Whatever byte was changed, what is found is the reply or nothing.
  @Test
  void anEntryThatWasChangedIsNeverAnotherReply() throws IOException {
    PaidReplies replies = open();
    replies.keep(hash(1), reply("one"));
    byte[] whole = Files.readAllBytes(entry(1));
    int misses = 0;
    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= 0x20;
      Files.write(entry(1), changed);
      Optional<PaidReply> found = replies.find(hash(1));
      assertThat(found.orElse(reply("one"))).as("byte %d", at).isEqualTo(reply("one"));
      misses += found.isEmpty() ? 1 : 0;
    }
    assertThat(misses).isGreaterThan(whole.length - 10);
  }

  @Test
  void anEntryInTheWrongPlaceIsAMiss() throws IOException {
    PaidReplies replies = open();
    replies.keep(hash(1), reply("one"));
    Files.createDirectories(entry(2).getParent());
    Files.copy(entry(1), entry(2));
    assertThat(replies.find(hash(2))).isEmpty();
  }

  @Test
  void aReplyThatIsTooLargeIsNotKept() throws IOException {
    assertThat(open().keep(hash(1), reply("x".repeat(4_000_000)))).isFalse();
    assertThat(files()).isEmpty();
  }

  /// A few bytes that unpack to a gigabyte are not unpacked.
  @Test
  void anEntryThatUnpacksToMoreThanAnyReplyIsAMiss() throws IOException {
    Files.createDirectories(entry(1).getParent());
    try (var zip = new java.util.zip.GZIPOutputStream(Files.newOutputStream(entry(1)))) {
      for (int megabyte = 0; megabyte < 100; megabyte++) {
        zip.write(new byte[1 << 20]);
      }
    }
    assertThat(open().find(hash(1))).isEmpty();
  }

  @Test
  void theOldestGoWhenThereIsNoMoreRoom() throws IOException {
    int step = 256; // all in one folder
    open().keep(hash(0), reply("reply 0"));
    long bytes = Files.size(entry(0));
    PaidReplies small = new PaidReplyFiles(folder, 256 * (bytes * 4 + 20));
    FileTime first = Files.getLastModifiedTime(entry(0));
    for (int i = 0; i < 10; i++) {
      assertThat(small.keep(hash(i * step), reply("reply " + i))).isTrue();
      Files.setLastModifiedTime(
          entry(i * step), FileTime.from(first.toInstant().minus(Duration.ofMinutes(10L - i))));
    }
    assertThat(files()).hasSize(4);
    for (int i = 0; i < 10; i++) {
      assertThat(small.find(hash(i * step)).isPresent()).as("reply %d", i).isEqualTo(i >= 6);
    }
  }

  @Test
  void draftsOfProcessesThatDiedGoAndThoseUnderWayStay() throws IOException {
    open().keep(hash(1), reply("one"));
    Path dead = Files.writeString(entry(1).resolveSibling("dead.draft"), "half");
    Path alive = Files.writeString(entry(1).resolveSibling("alive.draft"), "half");
    Files.setLastModifiedTime(
        dead,
        FileTime.from(Files.getLastModifiedTime(alive).toInstant().minus(Duration.ofHours(2))));
    open().keep(hash(1), reply("one"));
    assertThat(files()).containsExactlyInAnyOrder(entry(1), alive);
  }

  @Test
  void aFolderThatCannotBeUsedIsAMissAndNoFailure() throws IOException {
    Files.writeString(folder.resolve("replies"), "a file");
    assertThat(open().keep(hash(1), reply("one"))).isFalse();
    assertThat(open().find(hash(1))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../../x", "ABCD", "0"})
  void whatIsNoHashIsRefused(String hash) {
    assertThatThrownBy(() -> open().find(hash)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void processesThatWriteTheSameEntryAndAreKilledNeverLeaveHalfOfOne() throws Exception {
    PaidReplies replies = open();
    try (PaidReplyProcess one = PaidReplyProcess.start(folder, "one");
        PaidReplyProcess two = PaidReplyProcess.start(folder, "two")) {
      one.awaitKept();
      two.awaitKept();
      for (int i = 0; i < 300; i++) {
        assertThat(replies.find(PaidReplyProcess.HASH).map(PaidReplyProcess::author))
            .hasValueSatisfying(author -> assertThat(author).isIn("one", "two"));
      }
      one.kill();
      two.kill();
    }
    assertThat(replies.find(PaidReplyProcess.HASH).map(PaidReplyProcess::author))
        .hasValueSatisfying(author -> assertThat(author).isIn("one", "two"));
    assertThat(replies.keep(PaidReplyProcess.HASH, reply("after"))).isTrue();
    assertThat(replies.find(PaidReplyProcess.HASH)).contains(reply("after"));
  }
}
