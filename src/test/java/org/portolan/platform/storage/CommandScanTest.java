package org.portolan.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portolan.platform.storage.FileScan.Verdict;

class CommandScanTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void begin() throws IOException {
    file = Files.writeString(folder.resolve("letter"), "content");
  }

  @Test
  void whereNothingIsSetUpNothingIsSaid() {
    assertThat(new CommandScan(List.of(), Duration.ofSeconds(1)).scan(file))
        .isEqualTo(Verdict.NONE);
  }

  @Test
  void theCodeWithWhichTheProgramEndsDecides() {
    assertThat(scan("grep", "-q", "virus")).as("found nothing: 1").isEqualTo(Verdict.INFECTED);
    assertThat(scan("grep", "-q", "content")).isEqualTo(Verdict.CLEAN);
    assertThat(scan("sh", "-c", "exit 2")).isEqualTo(Verdict.FAILED);
  }

  @Test
  void aProgramThatIsNotThereOrHangsHasFailed() {
    assertThat(scan("/nowhere/clamdscan")).isEqualTo(Verdict.FAILED);
    assertThat(new CommandScan(List.of("sh", "-c", "sleep 600"), Duration.ofMillis(300)).scan(file))
        .isEqualTo(Verdict.FAILED);
  }

  @Test
  void theProgramLearnsNothingOfOurSettings() throws IOException {
    scan("sh", "-c", "env > " + folder.resolve("said"));
    assertThat(Files.readAllLines(folder.resolve("said")))
        .allMatch(line -> line.matches("(PATH|PWD|OLDPWD|SHLVL|_)=.*"));
  }

  private Verdict scan(String... command) {
    return new CommandScan(List.of(command), Duration.ofSeconds(9)).scan(file);
  }
}
