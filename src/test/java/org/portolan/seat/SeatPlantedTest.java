package org.portolan.seat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That the random lives find what is wrong, where something is. */
class SeatPlantedTest {
  private static final int DEEDS = 50;

  /** Mistakes as somebody might make them one day. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SeatBook.java | fits = groups -> | fits = groups -> tally.queued() > 1 &&",
        "SeatBook.java | .findFirst()) | .findFirst().filter(each -> false))",
        "SeatBook.java | tally.taken() >= tally.rules().places() | tally.taken() >="
            + " tally.rules().places() - 1",
        "Tally.java | taken >= rules.places() | taken > rules.places()",
        "Tally.java | taken(own.get()) >= quota.most() | taken(own.get()) > quota.most()",
        "Tally.java | taken + held >= rules.places() | taken + held > rules.places()",
        "Tally.java | Math.max(0, hold.seats() - taken(hold.group())) | hold.seats()",
        "SeatBook.java | first().isPresent() | false",
        "Tally.java | queued < rules.queue() | queued <= rules.queue()",
      })
  void aMistakeIsFound(String file, String right, String wrong, @TempDir Path folder)
      throws Exception {
    try (URLClassLoader planted = planted(folder, file, right, wrong)) {
      var run =
          planted
              .loadClass("org.portolan.seat.SeatModelRun")
              .getMethod("disagreement", long.class, int.class);
      List<Object> found = new ArrayList<>();
      for (long seed = 0; seed < 400; seed++) {
        Object said = run.invoke(null, seed, DEEDS);
        if (said != null) {
          found.add(said);
        }
      }
      assertThat(found).as("%s for %s", wrong, right).isNotEmpty();
      System.out.println("Planted in " + file + " (" + wrong + "): found by " + found.size());
    }
  }

  private static URLClassLoader planted(Path folder, String file, String right, String wrong)
      throws IOException {
    Path sources = Path.of("src/main/java/org/portolan/seat");
    Path classes = Files.createDirectory(folder.resolve("classes"));
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-proc:none",
                "-nowarn",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "-d",
                classes.toString()));
    try (Stream<Path> files = Files.list(sources)) {
      for (Path source : files.toList()) {
        String text = Files.readString(source);
        if (source.endsWith(file)) {
          assertThat(text).contains(right);
          text = text.replace(right, wrong);
        }
        Path copy = folder.resolve(source.getFileName().toString());
        arguments.add(Files.writeString(copy, text).toString());
      }
    }
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, System.out, System.err, arguments.toArray(String[]::new)))
        .as("compiles")
        .isZero();
    URL[] places = {
      classes.toUri().toURL(),
      SeatModelRun.class.getProtectionDomain().getCodeSource().getLocation()
    };
    return new URLClassLoader(places, SeatPlantedTest.class.getClassLoader()) {
      @Override
      protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("org.portolan.seat.")) {
          return super.loadClass(name, resolve);
        }
        Class<?> known = findLoadedClass(name);
        return known == null ? findClass(name) : known;
      }
    };
  }
}
