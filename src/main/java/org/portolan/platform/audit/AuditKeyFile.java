package org.portolan.platform.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.portolan.platform.storage.KeyFile;

/**
 * Where the key of the trail comes from.
 *
 * @param setting reads a setting by its name in small letters; null or empty where it is not set
 */
record AuditKeyFile(Function<String, String> setting) {

  /**
   * Empty when nothing is set and no file was made yet.
   *
   * @throws IllegalArgumentException when what is set is no key
   */
  Optional<AuditKey> find() throws IOException {
    return file().find().map(AuditKey::of);
  }

  /** Makes a key of this installation; only for a trail that has none yet. */
  AuditKey create() throws IOException {
    return AuditKey.of(file().create());
  }

  Path own() {
    return file().own();
  }

  private KeyFile file() {
    return new KeyFile("portolan.audit.key", "audit.key", setting);
  }
}
