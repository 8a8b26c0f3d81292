package org.portolan.platform.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Small facts that this installation remembers about itself, by name. */
@ApplicationScoped
public class StoredSettings {
  @PersistenceContext private EntityManager entities;

  @Transactional
  public Optional<String> find(String name) {
    List<?> found =
        entities
            .createNativeQuery("SELECT content FROM setting WHERE name = ?")
            .setParameter(1, name)
            .getResultList();
    return found.stream().findFirst().map(String::valueOf);
  }

  @Transactional
  public void put(String name, String content) {
    entities
        .createNativeQuery(
            "INSERT INTO setting (name, content) VALUES (?, ?)"
                + " ON DUPLICATE KEY UPDATE content = VALUES(content)")
        .setParameter(1, name)
        .setParameter(2, content)
        .executeUpdate();
  }

  /** Removes a setting if it has this content; of two at once only one is told that it did. */
  @Transactional
  public boolean take(String name, String content) {
    return entities
            .createNativeQuery("DELETE FROM setting WHERE name = ? AND content = ?")
            .setParameter(1, name)
            .setParameter(2, content)
            .executeUpdate()
        == 1;
  }

  @Transactional
  public void remove(String name) {
    entities
        .createNativeQuery("DELETE FROM setting WHERE name = ?")
        .setParameter(1, name)
        .executeUpdate();
  }
}
