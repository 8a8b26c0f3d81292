package org.portolan.pack;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Packs at the desks, in the database. */
@ApplicationScoped
class PackImportRepository {
  @PersistenceContext private EntityManager entities;

  void add(PackImport pack) {
    entities.persist(pack);
    entities.flush();
  }

  void remove(PackImport pack) {
    entities.remove(pack);
  }

  Optional<PackImport> find(long id) {
    return Optional.ofNullable(entities.find(PackImport.class, id));
  }

  List<PackImport> ofRegions(Collection<String> regions) {
    return entities
        .createQuery(
            "select p from PackImport p where p.regionCode in :regions order by p.begunAt desc",
            PackImport.class)
        .setParameter("regions", regions)
        .getResultList();
  }

  List<PackImport> begunBefore(Instant before, int most) {
    return entities
        .createQuery(
            "select p from PackImport p where p.begunAt < :before order by p.begunAt",
            PackImport.class)
        .setParameter("before", before)
        .setMaxResults(most)
        .getResultList();
  }

  /** One desk at a time takes files in, so that they are counted right. */
  void lockRegion(String region) {
    entities
        .createNativeQuery("SELECT code FROM region WHERE code = ?1 FOR UPDATE")
        .setParameter(1, region)
        .getResultList();
  }

  /** What became of a practice of it, in the place of what did before. */
  void took(long pack, int place, long practice, List<Arriving.FileLeft> left) {
    entities
        .createNativeQuery("DELETE FROM pack_taken WHERE import_id = ?1 AND place = ?2")
        .setParameter(1, pack)
        .setParameter(2, place)
        .executeUpdate();
    entities
        .createNativeQuery(
            "INSERT INTO pack_taken (import_id, place, practice_id, note) VALUES (?1, ?2, ?3, ?4)")
        .setParameter(1, pack)
        .setParameter(2, place)
        .setParameter(3, practice)
        .setParameter(
            4,
            String.join(
                "\n", left.stream().map(each -> each.reason() + " " + each.title()).toList()))
        .executeUpdate();
  }

  /** The numbers of what was made of it, by place. */
  Map<Integer, Long> numbers(long pack) {
    List<?> rows =
        entities
            .createNativeQuery("SELECT place, practice_id FROM pack_taken WHERE import_id = ?1")
            .setParameter(1, pack)
            .getResultList();
    Map<Integer, Long> numbers = new HashMap<>();
    for (Object each : rows) {
      Object[] row = (Object[]) each;
      numbers.put(((Number) row[0]).intValue(), ((Number) row[1]).longValue());
    }
    return numbers;
  }

  Map<String, ReadText> texts(long pack) {
    List<?> rows =
        entities
            .createNativeQuery("SELECT file, reason, words FROM pack_text WHERE import_id = ?1")
            .setParameter(1, pack)
            .getResultList();
    Map<String, ReadText> texts = new HashMap<>();
    for (Object each : rows) {
      Object[] row = (Object[]) each;
      texts.put((String) row[0], new ReadText((String) row[1], (String) row[2]));
    }
    return texts;
  }

  /** In the place of what was read before. */
  void keep(long pack, String file, ReadText text) {
    entities
        .createNativeQuery("DELETE FROM pack_text WHERE import_id = ?1 AND file = ?2")
        .setParameter(1, pack)
        .setParameter(2, file)
        .executeUpdate();
    entities
        .createNativeQuery(
            "INSERT INTO pack_text (import_id, file, reason, words) VALUES (?1, ?2, ?3, ?4)")
        .setParameter(1, pack)
        .setParameter(2, file)
        .setParameter(3, text.reason())
        .setParameter(4, text.words())
        .executeUpdate();
  }

  /** The files that were not taken with each of its practices that was, by its place. */
  Map<Integer, List<Arriving.FileLeft>> taken(long pack) {
    List<?> rows =
        entities
            .createNativeQuery("SELECT place, note FROM pack_taken WHERE import_id = ?1")
            .setParameter(1, pack)
            .getResultList();
    Map<Integer, List<Arriving.FileLeft>> taken = new HashMap<>();
    for (Object each : rows) {
      Object[] row = (Object[]) each;
      List<Arriving.FileLeft> left = new ArrayList<>();
      String.valueOf(row[1])
          .lines()
          .forEach(
              line ->
                  left.add(
                      new Arriving.FileLeft(
                          line.substring(line.indexOf(' ') + 1),
                          line.substring(0, line.indexOf(' ')))));
      taken.put(((Number) row[0]).intValue(), left);
    }
    return taken;
  }
}
