package org.portolan.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Reads and keeps resources, and at which level their centres want to hear of conflicts. */
@ApplicationScoped
class ResourceRepository {
  @PersistenceContext private EntityManager entities;

  void add(Resource resource) {
    entities.persist(resource);
    entities.flush();
  }

  void flush() {
    entities.flush();
  }

  void remove(Resource resource) {
    entities.remove(resource);
    entities.flush();
  }

  Optional<Resource> find(long id) {
    return Optional.ofNullable(entities.find(Resource.class, id));
  }

  /** As it is now, whatever this transaction read of it before. */
  Optional<Resource> again(long id) {
    // whoever refreshes what somebody removed meanwhile gets an exception
    return entities
        .createQuery("select r from Resource r where r.id = :id", Resource.class)
        .setParameter("id", id)
        .setHint("eclipselink.refresh", true)
        .getResultList()
        .stream()
        .findFirst();
  }

  List<Resource> list(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : entities
            .createQuery("select r from Resource r where r.id in :ids", Resource.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  /** Of these centres, by kind and name. */
  List<Resource> ofCentres(Collection<String> centres, int most) {
    return centres.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select r from Resource r where r.centreCode in :centres"
                    + " order by r.retired, r.centreCode, r.kind, r.name, r.id",
                Resource.class)
            .setParameter("centres", centres)
            .setMaxResults(most)
            .getResultList();
  }

  long countOfCentre(String centre) {
    return entities
        .createQuery("select count(r) from Resource r where r.centreCode = :centre", Long.class)
        .setParameter("centre", centre)
        .getSingleResult();
  }

  /** What a centre may book: its own, and what others of the region share. */
  List<Resource> bookable(String centre, String region, int most) {
    return entities
        .createQuery(
            "select r from Resource r where r.retired = false and (r.centreCode = :centre"
                + " or r.regionCode = :region and r.shared = true)"
                + " order by r.kind, r.name, r.id",
            Resource.class)
        .setParameter("centre", centre)
        .setParameter("region", region)
        .setMaxResults(most)
        .getResultList();
  }

  /** All that lies together with any of these, whole. */
  List<Resource> trees(Collection<Long> roots) {
    return roots.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select r from Resource r where r.id in :roots or r.rootId in :roots",
                Resource.class)
            .setParameter("roots", roots)
            .getResultList();
  }

  /** Makes whoever else books any of what lies in these wait; always in the same order. */
  void lock(Collection<Long> roots) {
    for (Long root : new TreeSet<>(roots)) {
      entities
          .createNativeQuery("SELECT id FROM resource WHERE id = ?1 FOR UPDATE")
          .setParameter(1, root)
          .getResultList();
    }
  }

  boolean hasParts(long id) {
    return !entities
        .createNativeQuery("SELECT 1 FROM resource WHERE part_of = ?1 LIMIT 1")
        .setParameter(1, id)
        .getResultList()
        .isEmpty();
  }

  /** What these centres said, by centre and kind. */
  Map<String, Map<ResourceKind, ConflictLevel>> levels(Collection<String> centres) {
    Map<String, Map<ResourceKind, ConflictLevel>> levels = new HashMap<>();
    for (String centre : new TreeSet<>(centres)) {
      for (Object each :
          entities
              .createNativeQuery("SELECT kind, level FROM conflict_level WHERE centre_code = ?1")
              .setParameter(1, centre)
              .getResultList()) {
        Object[] row = (Object[]) each;
        levels
            .computeIfAbsent(centre, c -> new EnumMap<>(ResourceKind.class))
            .put(
                ResourceKind.of((String) row[0]).orElseThrow(),
                ConflictLevel.of((String) row[1]).orElseThrow());
      }
    }
    return levels;
  }

  void keepLevel(String centre, ResourceKind kind, ConflictLevel level) {
    entities
        .createNativeQuery(
            "INSERT INTO conflict_level (centre_code, kind, level) VALUES (?1, ?2, ?3)"
                + " ON DUPLICATE KEY UPDATE level = ?3")
        .setParameter(1, centre)
        .setParameter(2, kind.code())
        .setParameter(3, level.code())
        .executeUpdate();
  }
}
