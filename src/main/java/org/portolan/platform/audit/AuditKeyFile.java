package org.portolan.platform.audit;

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
import java.util.Optional;
import java.util.function.Function;

/**
 * Where the key of the trail comes from: the setting, the file it names, else the file that the
 * first start made in the data directory.
 *
 * @param setting reads a setting by its name in small letters; null or empty where it is not set
 */
record AuditKeyFile(Function<String, String> setting) {
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * Empty when nothing is set and no file was made yet.
   *
   * @throws IllegalArgumentException when what is set is no key
   */
  Optional<AuditKey> find() throws IOException {
    Optional<String> given = text("portolan.audit.key");
    if (given.isPresent()) {
      return given.map(AuditKey::of);
    }
    Optional<String> file = text("portolan.audit.key.file");
    if (file.isPresent()) {
      try {
        return Optional.of(AuditKey.of(Files.readString(Path.of(file.get()))));
      } catch (NoSuchFileException e) {
        throw new IllegalArgumentException(
            "PORTOLAN_AUDIT_KEY_FILE names a file that is not there", e);
      }
    }
    return Files.exists(own())
        ? Optional.of(AuditKey.of(Files.readString(own())))
        : Optional.empty();
  }

  /** Makes a key of this installation; only for a trail that has none yet. */
  AuditKey create() throws IOException {
    byte[] secret = new byte[32];
    RANDOM.nextBytes(secret);
    String text = Base64.getEncoder().encodeToString(secret);
    Path made = own().resolveSibling("audit.key.new");
    Files.createDirectories(made.toAbsolutePath().getParent());
    Files.deleteIfExists(made);
    Files.createFile(made, ownerOnly());
    DurableFile.write(made, text.getBytes(StandardCharsets.US_ASCII), StandardOpenOption.WRITE);
    DurableFile.move(made, own());
    return AuditKey.of(text);
  }

  Path own() {
    return Path.of(text("portolan.data").orElse("data"), "audit.key");
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(setting.apply(name)).map(String::strip).filter(s -> !s.isEmpty());
  }

  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
