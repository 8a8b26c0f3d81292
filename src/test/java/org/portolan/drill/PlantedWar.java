package org.portolan.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.portolan.running.PackagedApplication;
import org.portolan.running.TestDatabase;

/**
 * The packaged form once more, with mistakes planted in its sources: each does nothing until its
 * own file is laid into a folder that the application was told of.
 */
final class PlantedWar {
  private static final Path SOURCES = Path.of("src/main/java/org/portolan");
  private static final String SWITCH =
      "package org.portolan.platform.security;\n"
          + "public final class Planted {\n"
          + "  private Planted() {}\n"
          + "  public static boolean at(int number) {\n"
          + "    return new java.io.File(System.getProperty(\"portolan.planted\"),"
          + " Integer.toString(number)).exists();\n"
          + "  }\n"
          + "}\n";

  private final Path folder;

  /**
   * A mistake.
   *
   * @param in the file below the root package
   * @param right what stands there; {@code wrong} is put in its place, where {@code PLANTED} is
   *     true once the mistake is switched on
   */
  record Mistake(int number, String what, String in, String right, String wrong) {}

  private PlantedWar(Path folder) {
    this.folder = folder;
  }

  /** Builds it below a folder. */
  static PlantedWar build(Path folder, List<Mistake> mistakes) {
    try {
      PlantedWar planted = new PlantedWar(folder);
      planted.compile(mistakes);
      planted.pack();
      Files.createDirectories(planted.switches());
      return planted;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it with the demo world, without a mistake. */
  PackagedApplication start(TestDatabase database) {
    Map<String, String> settings = new HashMap<>(database.settings());
    settings.put("PORTOLAN_DEMO", "true");
    settings.put("PORTOLAN_DEMO_PASSWORD", PackagedApplication.PASSWORD);
    return PackagedApplication.startOn(
        launcher(),
        folder.resolve("node"),
        Stream.concat(
                PackagedApplication.QUICK.stream(), Stream.of("-Dportolan.planted=" + switches()))
            .toList(),
        settings);
  }

  /** What is started in place of the packaged form. */
  private Path launcher() {
    return folder.resolve("portolan/portolan.jar");
  }

  private Path switches() {
    return folder.resolve("switches").toAbsolutePath();
  }

  void on(Mistake mistake) throws IOException {
    Files.createFile(switches().resolve(Integer.toString(mistake.number())));
  }

  void off(Mistake mistake) throws IOException {
    Files.delete(switches().resolve(Integer.toString(mistake.number())));
  }

  private void compile(List<Mistake> mistakes) throws IOException {
    Map<String, String> texts = new HashMap<>();
    for (Mistake mistake : mistakes) {
      String text = texts.get(mistake.in());
      if (text == null) {
        text = Files.readString(SOURCES.resolve(mistake.in()));
      }
      int at = text.indexOf(mistake.right());
      if (at < 0) {
        throw new IllegalStateException(
            "mistake " + mistake.number() + " has no place any more in " + mistake.in());
      }
      String flag = "org.portolan.platform.security.Planted.at(" + mistake.number() + ")";
      texts.put(
          mistake.in(),
          text.substring(0, at)
              + mistake.wrong().replace("PLANTED", flag)
              + text.substring(at + mistake.right().length()));
    }
    Path sources = folder.resolve("sources");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-proc:none",
                "-parameters",
                "-nowarn",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "-d",
                Files.createDirectories(folder.resolve("classes")).toString()));
    texts.put("platform/security/Planted.java", SWITCH);
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Path file = sources.resolve(text.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, text.getValue());
      arguments.add(file.toString());
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler.run(null, System.out, System.err, arguments.toArray(String[]::new)) != 0) {
      throw new IllegalStateException("the planted mistakes do not compile");
    }
  }

  private void pack() throws IOException {
    Path packaged = Path.of(System.getProperty("portolan.packaged")).toAbsolutePath();
    Path home = Files.createDirectories(folder.resolve("portolan"));
    Files.copy(packaged, launcher(), StandardCopyOption.REPLACE_EXISTING);
    Path libraries = home.resolve("lib");
    if (!Files.exists(libraries)) {
      Files.createSymbolicLink(libraries, packaged.resolveSibling("lib"));
    }
    Path war = home.resolve("portolan.war");
    Files.copy(packaged.resolveSibling("portolan.war"), war, StandardCopyOption.REPLACE_EXISTING);
    Path classes = folder.resolve("classes");
    try (FileSystem zip = FileSystems.newFileSystem(war);
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = zip.getPath("WEB-INF/classes", classes.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
