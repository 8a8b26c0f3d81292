package org.portolan.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MariaDbBinariesTest {
  @Test
  void itsProgramIsKnownBehindALink(@TempDir Path folder) throws IOException {
    Path real = Files.createDirectories(folder.resolve("real/mariadb/bin"));
    Path program =
        Files.createFile(
            real.resolve(Path.of(new MariaDbBinaries(real.getParent()).program()).getFileName()));
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));
    MariaDbBinaries binaries = new MariaDbBinaries(link.resolve("mariadb"));

    assertThat(binaries.isProgram(program.toRealPath().toString())).isTrue();
    assertThat(binaries.isProgram(binaries.program())).isTrue();
    assertThat(binaries.isProgram(Files.createFile(folder.resolve("mariadbd")).toString()))
        .isFalse();
    assertThat(binaries.isProgram("/nowhere/mariadbd (deleted)")).isFalse();
  }
}
