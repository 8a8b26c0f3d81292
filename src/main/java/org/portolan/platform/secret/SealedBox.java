package org.portolan.platform.secret;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.portolan.platform.persistence.SchemaReady;
import org.portolan.platform.persistence.StoredSettings;
import org.portolan.platform.storage.KeyFile;

/**
 * Seals what has to be read again, and marks what only has to be recognised, with a key that is
 * kept outside the database. Each thing is sealed for one place: moved to another row, it means
 * nothing.
 *
 * <p>The first node of an installation may make the key; every other has to have the same. A node
 * without the right one says so and opens nothing.
 */
@ApplicationScoped
public class SealedBox {
  private static final Logger LOG = Logger.getLogger(SealedBox.class.getName());
  private static final String CHECK = "secret.key-check";

  @Inject private StoredSettings settings;

  private volatile SecretKey key;
  private volatile String trouble = "the key of secrets has not been read yet";

  void open(@Observes @Priority(60) SchemaReady ready) {
    KeyFile source = new KeyFile("portolan.secret.key", "secret.key", SealedBox::setting);
    try {
      Optional<String> known = settings.find(CHECK);
      Optional<String> found = source.find();
      if (found.isEmpty() && known.isEmpty()) {
        found = Optional.of(source.create());
        LOG.log(
            Level.INFO,
            "A key for secrets in the database was made: {0}. Keep a copy of it where the copies"
                + " of the database are not.",
            source.own());
      }
      accept(found.map(SecretKey::of), known);
    } catch (IOException | IllegalArgumentException e) {
      refuse("the key of secrets cannot be read: " + e.getMessage());
    }
  }

  private void accept(Optional<SecretKey> found, Optional<String> known) {
    if (found.isEmpty()) {
      refuse(
          "this database has secrets whose key this node lacks: set PORTOLAN_SECRET_KEY, the same"
              + " on every node");
    } else if (known.isPresent() && !known.get().equals(found.get().check())) {
      refuse(
          "the key of secrets is another than the one they were sealed with: set"
              + " PORTOLAN_SECRET_KEY, or bring the file secret.key back");
    } else {
      settings.put(CHECK, found.get().check());
      key = found.get();
      trouble = null;
    }
  }

  private void refuse(String reason) {
    trouble = reason;
    LOG.log(Level.SEVERE, "No secret can be read or kept: {0}", reason);
  }

  private static String setting(String name) {
    return ConfigProvider.getConfig().getOptionalValue(name, String.class).orElse(null);
  }

  /**
   * @param place the row and column it is for
   */
  public byte[] seal(byte[] content, String place) {
    return require().seal(content, place);
  }

  /** Empty when it was sealed for another place or by another key, or changed. */
  public Optional<byte[]> open(byte[] sealed, String place) {
    return require().open(sealed, place);
  }

  /** The same for the same content and place, and not to be guessed from without the key. */
  public String mark(String content, String place) {
    return require().mark(content, place);
  }

  /** Why this node has no key; empty when it has. */
  Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  private SecretKey require() {
    SecretKey found = key;
    if (found == null) {
      throw new IllegalStateException(trouble);
    }
    return found;
  }
}
