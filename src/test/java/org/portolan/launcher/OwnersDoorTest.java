package org.portolan.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnersDoorTest {
  private static final DatabaseAccess ACCESS =
      new DatabaseAccess("jdbc:mysql://127.0.0.1:1/portolan?a=b&c=d", "portolan", "söcret = #1");

  @TempDir private Path data;

  @Test
  void whoComesIsToldTheWayAgainAndAgain() throws IOException {
    try (OwnersDoor door = OwnersDoor.open(data, ACCESS)) {
      assertThat(door).isNotNull();
      assertThat(OwnersDoor.ask(data)).isEqualTo(ACCESS);
      assertThat(OwnersDoor.ask(data)).isEqualTo(ACCESS);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("door"))))
          .isEqualTo("rwx------");
    }
    assertThatThrownBy(() -> OwnersDoor.ask(data)).isInstanceOf(IOException.class);
  }

  @Test
  void aDoorThatAKilledNodeLeftIsReplaced() throws IOException {
    Files.createDirectories(data.resolve("door"));
    Files.createFile(data.resolve("door/socket"));
    try (OwnersDoor door = OwnersDoor.open(data, ACCESS)) {
      assertThat(door).isNotNull();
      assertThat(OwnersDoor.ask(data)).isEqualTo(ACCESS);
    }
  }

  @Test
  void aPathThatIsTooLongForASocketIsAFailureToOpen() throws IOException {
    Path deep = Files.createDirectories(data.resolve("x".repeat(120)));
    assertThatThrownBy(() -> OwnersDoor.open(deep, ACCESS)).isInstanceOf(IOException.class);
  }

  @Test
  void thePasswordIsInNoText() {
    assertThat(ACCESS.toString()).doesNotContain("cret");
  }
}
