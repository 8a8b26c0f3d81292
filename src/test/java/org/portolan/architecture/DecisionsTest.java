package org.portolan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Decisions are found by their number, and a reader knows where each stands. */
class DecisionsTest {
  private static final Path FOLDER = Path.of("src", "docs", "adr");

  @Test
  void everyNumberIsGivenOnce() throws IOException {
    assertThat(decisions())
        .isNotEmpty()
        .allSatisfy(
            file -> assertThat(file.getFileName().toString()).matches("\\d{4}-[a-z0-9-]+\\.md"))
        .extracting(file -> file.getFileName().toString().substring(0, 4))
        .doesNotHaveDuplicates();
  }

  @Test
  void everyDecisionSaysHowItStandsAndWhatFollows() throws IOException {
    for (Path file : decisions()) {
      assertThat(Files.readString(file))
          .as(file.toString())
          .contains("Status", "Context", "Decision", "Consequences");
    }
  }

  private static List<Path> decisions() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }
}
