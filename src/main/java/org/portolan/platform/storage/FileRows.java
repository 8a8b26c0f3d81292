package org.portolan.platform.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.portolan.platform.web.NotFound;

/**
 * What the database knows of the files. Whoever puts a file into its place or takes it away holds
 * its row meanwhile, so that nobody takes away what another is about to keep.
 */
@ApplicationScoped
class FileRows {
  private static final String COLUMNS = "f.hash, f.size, f.media_type, f.pages, f.scanned";

  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  @Transactional
  public void keep(StoredFile file, FileFolder folder, FileFolder.Incoming incoming) {
    query(
            "INSERT INTO stored_file (hash, size, media_type, pages, scanned, touched_at)"
                + " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON DUPLICATE KEY UPDATE"
                + " scanned = VALUES(scanned), pages = GREATEST(pages, VALUES(pages)), touched_at = VALUES(touched_at)")
        .setParameter(1, file.hash())
        .setParameter(2, file.size())
        .setParameter(3, file.mediaType())
        .setParameter(4, file.pages())
        .setParameter(5, file.scanned())
        .setParameter(6, now())
        .executeUpdate();
    try {
      folder.place(incoming);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Transactional
  public void use(String hash, FileUse use) {
    if (query("SELECT hash FROM stored_file WHERE hash = ?1 FOR UPDATE")
        .setParameter(1, hash)
        .getResultList()
        .isEmpty()) {
      throw new NotFound("a file that is still kept");
    }
    release(use);
    query("INSERT INTO stored_file_use (kind, record_id, hash) VALUES (?1, ?2, ?3)")
        .setParameter(1, use.kind())
        .setParameter(2, use.record())
        .setParameter(3, hash)
        .executeUpdate();
  }

  @Transactional
  public void release(FileUse use) {
    query(
            "UPDATE stored_file SET touched_at = ?3 WHERE hash IN (SELECT hash FROM stored_file_use"
                + " WHERE kind = ?1 AND record_id = ?2)")
        .setParameter(1, use.kind())
        .setParameter(2, use.record())
        .setParameter(3, now())
        .executeUpdate();
    query("DELETE FROM stored_file_use WHERE kind = ?1 AND record_id = ?2")
        .setParameter(1, use.kind())
        .setParameter(2, use.record())
        .executeUpdate();
  }

  @Transactional
  public Optional<StoredFile> find(FileUse use) {
    List<?> found =
        query(
                "SELECT "
                    + COLUMNS
                    + " FROM stored_file_use u JOIN stored_file f ON f.hash = u.hash"
                    + " WHERE u.kind = ?1 AND u.record_id = ?2")
            .setParameter(1, use.kind())
            .setParameter(2, use.record())
            .getResultList();
    return found.stream().findFirst().map(row -> file((Object[]) row));
  }

  @Transactional
  public Map<Long, StoredFile> find(String kind, Collection<Long> records) {
    Map<Long, StoredFile> found = new HashMap<>();
    if (!records.isEmpty()) {
      List<?> rows =
          query(
                  "SELECT "
                      + COLUMNS
                      + ", u.record_id FROM stored_file_use u"
                      + " JOIN stored_file f ON f.hash = u.hash WHERE u.kind = ?1"
                      + " AND u.record_id IN "
                      + records.stream()
                          .map(String::valueOf)
                          .collect(Collectors.joining(", ", "(", ")")))
              .setParameter(1, kind)
              .getResultList();
      for (Object each : rows) {
        Object[] row = (Object[]) each;
        found.put(((Number) row[row.length - 1]).longValue(), file(row));
      }
    }
    return found;
  }

  /** Files that nothing has used since then, a few at a time. */
  @Transactional
  public List<String> unused(Instant before, int most) {
    return query(
            "SELECT f.hash FROM stored_file f WHERE f.touched_at < ?1 AND NOT EXISTS (SELECT 1 FROM"
                + " stored_file_use u WHERE u.hash = f.hash) ORDER BY f.touched_at LIMIT "
                + most)
        .setParameter(1, LocalDateTime.ofInstant(before, ZoneOffset.UTC))
        .getResultList()
        .stream()
        .map(String::valueOf)
        .toList();
  }

  /** Takes a file away, unless something has come to use it meanwhile. */
  @Transactional
  public boolean remove(String hash, Instant before, FileFolder folder) {
    boolean kept =
        query("SELECT hash FROM stored_file WHERE hash = ?1 AND touched_at < ?2 FOR UPDATE")
                .setParameter(1, hash)
                .setParameter(2, LocalDateTime.ofInstant(before, ZoneOffset.UTC))
                .getResultList()
                .isEmpty()
            || !query("SELECT hash FROM stored_file_use WHERE hash = ?1")
                .setParameter(1, hash)
                .getResultList()
                .isEmpty();
    if (kept) {
      return false;
    }
    try {
      folder.remove(hash);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return query("DELETE FROM stored_file WHERE hash = ?1").setParameter(1, hash).executeUpdate()
        == 1;
  }

  /** Those of which nothing is known here, in one statement. */
  @Transactional
  public List<String> unknown(List<String> hashes) {
    Query query =
        query(
            "SELECT hash FROM stored_file WHERE hash IN ("
                + IntStream.rangeClosed(1, hashes.size())
                    .mapToObj(place -> "?" + place)
                    .collect(Collectors.joining(", "))
                + ")");
    for (int i = 0; i < hashes.size(); i++) {
      query.setParameter(i + 1, hashes.get(i));
    }
    Set<String> known = new HashSet<>();
    query.getResultList().forEach(hash -> known.add(String.valueOf(hash)));
    return hashes.stream().filter(hash -> !known.contains(hash)).toList();
  }

  /**
   * Takes a file away of which nothing is known here. Its row is held meanwhile, though there is
   * none: whoever is about to keep the same content waits, and one that was quicker keeps it.
   */
  @Transactional
  public boolean removeUnknown(String hash, FileFolder folder) {
    boolean quicker =
        query(
                    "INSERT IGNORE INTO stored_file (hash, size, media_type, pages, scanned,"
                        + " touched_at) VALUES (?1, 0, '', 0, 0, ?2)")
                .setParameter(1, hash)
                .setParameter(2, now())
                .executeUpdate()
            == 0;
    if (quicker) {
      return false;
    }
    try {
      folder.remove(hash);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    query("DELETE FROM stored_file WHERE hash = ?1").setParameter(1, hash).executeUpdate();
    return true;
  }

  private Query query(String sql) {
    return entities.createNativeQuery(sql);
  }

  private LocalDateTime now() {
    return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static StoredFile file(Object[] row) {
    return new StoredFile(
        String.valueOf(row[0]),
        ((Number) row[1]).longValue(),
        String.valueOf(row[2]),
        ((Number) row[3]).intValue(),
        row[4] instanceof Boolean flag ? flag : ((Number) row[4]).intValue() != 0);
  }
}
