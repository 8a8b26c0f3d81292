package org.portolan.platform.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a key comes from that is kept outside the database: a setting, the file that another
 * setting names, else the file that the first start made in the data directory.
 *
 * @param name of the setting in small letters; with {@code .file} after it, the one of a file
 * @param file in the data directory
 * @param setting reads a setting by its name; null or empty where it is not set
 */
public record KeyFile(String name, String file, Function<String, String> setting) {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Empty when nothing is set and no file was made yet. */
  public Optional<String> find() throws IOException {
    Optional<String> given = text(name);
    if (given.isPresent()) {
      return given;
    }
    Optional<String> named = text(name + ".file");
    if (named.isPresent()) {
      try {
        return Optional.of(Files.readString(Path.of(named.get())));
      } catch (NoSuchFileException e) {
        throw new IllegalArgumentException(
            name.toUpperCase(Locale.ROOT).replace('.', '_')
                + "_FILE names a file that is not there",
            e);
      }
    }
    return Files.exists(own()) ? Optional.of(Files.readString(own())) : Optional.empty();
  }

  /** Makes a key of this installation, readable to its owner alone. */
  public String create() throws IOException {
    byte[] secret = new byte[32];
    RANDOM.nextBytes(secret);
    String text = Base64.getEncoder().encodeToString(secret);
    Path made = own().resolveSibling(file + ".new");
    Files.createDirectories(made.toAbsolutePath().getParent());
    Files.deleteIfExists(made);
    Files.createFile(made, ownerOnly());
    DurableFile.write(made, text.getBytes(StandardCharsets.US_ASCII), StandardOpenOption.WRITE);
    DurableFile.move(made, own());
    return text;
  }

  /** The one in the data directory. */
  public Path own() {
    return Path.of(text("portolan.data").orElse("data"), file);
  }

  private Optional<String> text(String wanted) {
    return Optional.ofNullable(setting.apply(wanted)).map(String::strip).filter(s -> !s.isEmpty());
  }

  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
