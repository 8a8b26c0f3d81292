package org.portolan.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFolderTest {
  /** Of the three letters of the standard. */
  private static final String HASH =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir private Path disk;
  private FileFolder folder;

  @BeforeEach
  void begin() {
    folder = new FileFolder(disk.resolve("files"));
  }

  @Test
  void whatIsPutThereIsFoundByItsHash() throws IOException {
    FileFolder.Incoming incoming = folder.receive(abc(), 10);
    assertThat(incoming.hash()).isEqualTo(HASH);
    assertThat(folder.size(HASH)).as("not there yet").isNegative();
    folder.place(incoming);
    try (InputStream in = folder.open(HASH)) {
      assertThat(in.readAllBytes()).asString().isEqualTo("abc");
    }
    assertThat(folder.size(HASH)).isEqualTo(3);
  }

  @Test
  void theSameContentIsThereOnceAndNothingIsLeftBeside() throws IOException {
    folder.place(folder.receive(abc(), 10));
    folder.place(folder.receive(abc(), 10));
    try (var all = Files.walk(disk)) {
      assertThat(all.filter(Files::isRegularFile)).hasSize(1);
    }
  }

  @Test
  void aHalfFileInThePlaceIsMended() throws IOException {
    folder.place(folder.receive(abc(), 10));
    Path place = disk.resolve("files/content/ba").resolve(HASH.substring(2));
    Files.writeString(place, "ab");
    folder.place(folder.receive(abc(), 10));
    assertThat(place).hasContent("abc");
  }

  @Test
  void nothingIsReadFarBeyondTheMost() throws IOException {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }

          @Override
          public int read(byte[] piece, int from, int length) {
            return length;
          }
        };
    FileFolder.Incoming incoming = folder.receive(endless, 1000);
    assertThat(incoming.size()).isGreaterThan(1000).isLessThan(200_000);
    folder.drop(incoming);
    assertThat(incoming.path()).doesNotExist();
  }

  @Test
  void aSenderWhoGoesAwayLeavesNothing() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }
        };
    assertThatThrownBy(() -> folder.receive(broken, 10)).isInstanceOf(IOException.class);
    assertThat(disk.resolve("files/incoming")).isEmptyDirectory();
  }

  @Test
  void whatDiedOnTheWayIsFoundAfterwards() throws IOException {
    FileFolder.Incoming left = folder.receive(abc(), 10);
    Instant now = Instant.now();
    assertThat(folder.leftBehind(now.minusSeconds(60))).isEmpty();
    assertThat(folder.leftBehind(now.plusSeconds(60))).containsExactly(left.path());
  }

  @Test
  void whatGotItsPlaceBeforeIsListedByItsHash() throws IOException {
    assertThat(folder.placed(Instant.now())).as("no folder yet").isEmpty();
    folder.place(folder.receive(abc(), 10));
    Files.writeString(disk.resolve("files/content/ba/note.txt"), "not ours");
    Instant now = Instant.now();
    assertThat(folder.placed(now.minusSeconds(60))).isEmpty();
    assertThat(folder.placed(now.plusSeconds(60))).containsExactly(HASH);
  }

  @Test
  void aNameThatIsNoHashIsNoPath() {
    for (String name : new String[] {"../../etc/passwd", "", HASH + "/", HASH.toUpperCase()}) {
      assertThatThrownBy(() -> folder.open(name)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static InputStream abc() {
    return new ByteArrayInputStream("abc".getBytes(StandardCharsets.US_ASCII));
  }
}
