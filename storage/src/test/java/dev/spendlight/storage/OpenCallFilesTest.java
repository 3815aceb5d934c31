package dev.spendlight.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spendlight.log.OpenCalls;
import dev.spendlight.testing.OpenCallsContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenCallFilesTest extends OpenCallsContract {
  @TempDir Path folder;

  @Override
  protected OpenCalls open() {
    return new OpenCallFiles(folder);
  }

  @Test
  void aNoteThatCannotBeReadIsPassedOver() throws IOException {
    assertThat(open().keep(call(1, 10))).isTrue();
    assertThat(open().keep(call(2, 20))).isTrue();
    Path first = folder.resolve("calls").resolve(call(1, 10).id().value() + ".json");
    Files.writeString(first, Files.readString(first).substring(0, 40));
    assertThat(open().all()).containsExactly(call(2, 20));
  }

  @Test
  void aFolderThatIsNoneIsToldAndNotThrown() throws IOException {
    Files.writeString(folder.resolve("calls"), "a file");
    assertThat(open().keep(call(1, 10))).isFalse();
    assertThat(open().all()).isEmpty();
    open().remove(call(1, 10).id());
  }
}
