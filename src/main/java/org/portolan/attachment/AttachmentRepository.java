package org.portolan.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Attachments in the database. */
@ApplicationScoped
class AttachmentRepository {
  /** Parts that are written by one statement. */
  private static final int AT_ONCE = 20;

  @PersistenceContext private EntityManager entities;

  void add(Attachment attachment) {
    entities.persist(attachment);
    entities.flush();
  }

  void remove(Attachment attachment) {
    entities.remove(attachment);
  }

  Optional<Attachment> find(long practice, long id) {
    return Optional.ofNullable(entities.find(Attachment.class, id))
        .filter(attachment -> attachment.practiceId() == practice);
  }

  Optional<Attachment> find(long id) {
    return Optional.ofNullable(entities.find(Attachment.class, id));
  }

  List<Attachment> ofPractice(long practice) {
    return entities
        .createQuery(
            "select a from Attachment a where a.practiceId = :practice order by a.id",
            Attachment.class)
        .setParameter("practice", practice)
        .getResultList();
  }

  List<Attachment> ofPractices(Collection<Long> practices) {
    return practices.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select a from Attachment a where a.practiceId in :practices"
                    + " order by a.practiceId, a.id",
                Attachment.class)
            .setParameter("practices", practices)
            .getResultList();
  }

  List<Attachment> shownToReaders(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select a from Attachment a where a.id in :ids and a.stage <> 'added'"
                    + " order by a.id",
                Attachment.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  List<Long> idsAfter(long id, int count) {
    return entities
        .createQuery(
            "select a.id from Attachment a where a.stage <> 'added' and a.id > :id order by a.id",
            Long.class)
        .setParameter("id", id)
        .setMaxResults(count)
        .getResultList();
  }

  /** One whose text is to be read now, held until the transaction ends; others pass it by. */
  Optional<Long> lockWaiting(Instant now) {
    return lockDue(
        "SELECT id FROM attachment WHERE next_try_at <= ?1 ORDER BY next_try_at LIMIT 1"
            + " FOR UPDATE SKIP LOCKED",
        now);
  }

  /** The same of one whose first page is to be drawn. */
  Optional<Long> lockUndrawn(Instant now) {
    return lockDue(
        "SELECT id FROM attachment WHERE picture_try_at <= ?1 ORDER BY picture_try_at LIMIT 1"
            + " FOR UPDATE SKIP LOCKED",
        now);
  }

  private Optional<Long> lockDue(String sql, Instant now) {
    List<?> found =
        entities
            .createNativeQuery(sql)
            .setParameter(1, LocalDateTime.ofInstant(now, ZoneOffset.UTC))
            .getResultList();
    return found.stream().findFirst().map(id -> ((Number) id).longValue());
  }

  void write(long id, List<String> parts) {
    entities
        .createNativeQuery("DELETE FROM attachment_part WHERE attachment_id = ?1")
        .setParameter(1, id)
        .executeUpdate();
    for (int from = 0; from < parts.size(); from += AT_ONCE) {
      List<String> some = parts.subList(from, Math.min(parts.size(), from + AT_ONCE));
      Query insert =
          entities.createNativeQuery(
              "INSERT INTO attachment_part (attachment_id, number, words) VALUES "
                  + String.join(", ", Collections.nCopies(some.size(), "(?, ?, ?)")));
      int at = 0;
      for (int i = 0; i < some.size(); i++) {
        insert.setParameter(++at, id);
        insert.setParameter(++at, from + i + 1);
        insert.setParameter(++at, some.get(i));
      }
      insert.executeUpdate();
    }
  }

  void writePicture(long id, byte[] content) {
    entities
        .createNativeQuery("DELETE FROM attachment_picture WHERE attachment_id = ?1")
        .setParameter(1, id)
        .executeUpdate();
    entities
        .createNativeQuery(
            "INSERT INTO attachment_picture (attachment_id, content) VALUES (?1, ?2)")
        .setParameter(1, id)
        .setParameter(2, content)
        .executeUpdate();
  }

  Optional<byte[]> picture(long id) {
    List<?> found =
        entities
            .createNativeQuery("SELECT content FROM attachment_picture WHERE attachment_id = ?1")
            .setParameter(1, id)
            .getResultList();
    return found.stream().findFirst().map(byte[].class::cast);
  }

  /** What is written in some, by their numbers. */
  Map<Long, List<String>> parts(Collection<Long> ids) {
    Map<Long, List<String>> parts = new HashMap<>();
    if (ids.isEmpty()) {
      return parts;
    }
    Query query =
        entities.createNativeQuery(
            "SELECT attachment_id, words FROM attachment_part WHERE attachment_id IN ("
                + String.join(", ", Collections.nCopies(ids.size(), "?"))
                + ") ORDER BY attachment_id, number");
    int at = 0;
    for (long id : ids) {
      query.setParameter(++at, id);
    }
    for (Object each : query.getResultList()) {
      Object[] row = (Object[]) each;
      parts
          .computeIfAbsent(((Number) row[0]).longValue(), id -> new ArrayList<>())
          .add((String) row[1]);
    }
    return parts;
  }

  Optional<String> part(long id, int number) {
    List<?> found =
        entities
            .createNativeQuery(
                "SELECT words FROM attachment_part WHERE attachment_id = ?1 AND number = ?2")
            .setParameter(1, id)
            .setParameter(2, number)
            .getResultList();
    return found.stream().findFirst().map(String::valueOf);
  }
}
