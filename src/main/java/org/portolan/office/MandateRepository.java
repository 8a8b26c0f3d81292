package org.portolan.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.portolan.platform.persistence.Slice;
import org.portolan.platform.security.Scope;

/** Mandates in the database. */
@ApplicationScoped
class MandateRepository {
  private static final String OF_SCOPE = " m.scopeKind = :kind and m.scopeCode = :code";
  private static final String HELD =
      " m.startsAt <= :now and (m.endsAt is null or m.endsAt > :now)";
  private static final String USUAL =
      " order by m.scopeKind, m.scopeCode, m.office, m.startsAt desc, m.id";

  @PersistenceContext private EntityManager entities;

  Optional<Mandate> find(long id) {
    return Optional.ofNullable(entities.find(Mandate.class, id));
  }

  List<Mandate> listByIds(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : entities
            .createQuery("select m from Mandate m where m.id in :ids", Mandate.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  /** Holds whoever appoints to the same office of the same body until this transaction ends. */
  void lock(Office office, Scope scope) {
    entities
        .createNativeQuery(
            "INSERT INTO office_seat (office, scope_kind, scope_code) VALUES (?1, ?2, ?3)"
                + " ON DUPLICATE KEY UPDATE office = VALUES(office)")
        .setParameter(1, office.code())
        .setParameter(2, scope.kind().code())
        .setParameter(3, scope.code())
        .executeUpdate();
  }

  /** Mandates of an office of a body that are not over, as they are after {@link #lock}. */
  List<Mandate> listUnended(Office office, Scope scope, Instant now) {
    return entities
        .createQuery(
            "select m from Mandate m where m.office = :office and"
                + OF_SCOPE
                + " and (m.endsAt is null or m.endsAt > :now)",
            Mandate.class)
        .setParameter("office", office.code())
        .setParameter("kind", scope.kind().code())
        .setParameter("code", scope.code())
        .setParameter("now", now)
        .setHint("jakarta.persistence.cache.retrieveMode", "BYPASS")
        .setHint("eclipselink.refresh", "true")
        .getResultList();
  }

  List<Mandate> listDeputies(long principal, Instant now) {
    return entities
        .createQuery(
            "select m from Mandate m where m.deputyFor = :principal"
                + " and (m.endsAt is null or m.endsAt > :now) order by m.startsAt, m.id",
            Mandate.class)
        .setParameter("principal", principal)
        .setParameter("now", now)
        .getResultList();
  }

  List<Mandate> listHeldBy(long person, Instant now) {
    return entities
        .createQuery(
            "select m from Mandate m where m.personId = :person and m.startsAt <= :now"
                + " and (m.endsAt is null or m.endsAt > :now or m.readsUntil > :now)"
                + USUAL,
            Mandate.class)
        .setParameter("person", person)
        .setParameter("now", now)
        .getResultList();
  }

  List<Mandate> listEverHeldBy(long person) {
    return entities
        .createQuery(
            "select m from Mandate m where m.personId = :person order by m.startsAt desc, m.id",
            Mandate.class)
        .setParameter("person", person)
        .getResultList();
  }

  /** Who holds an office for any of the bodies, deputies after the holders. */
  List<Mandate> listHolders(Office office, Scope.Kind kind, Collection<String> codes, Instant now) {
    return codes.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select m from Mandate m where m.office = :office and m.scopeKind = :kind"
                    + " and m.scopeCode in :codes and"
                    + HELD
                    + " order by m.scopeCode, case when m.deputyFor is null then 0 else 1 end,"
                    + " m.startsAt, m.id",
                Mandate.class)
            .setParameter("office", office.code())
            .setParameter("kind", kind.code())
            .setParameter("codes", codes)
            .setParameter("now", now)
            .getResultList();
  }

  /** Who holds any office for these bodies, by office, deputies after the holders. */
  List<Mandate> listHolders(Scope.Kind kind, Collection<String> codes, Instant now) {
    return ofBodies(
        "m.startsAt <= :now and (m.endsAt is null or m.endsAt > :now)"
            + " order by m.office, case when m.deputyFor is null then 0 else 1 end, m.startsAt,"
            + " m.id",
        kind,
        codes,
        now);
  }

  /** Who held any office for these bodies, the last one first. */
  List<Mandate> listOver(Scope.Kind kind, Collection<String> codes, Instant now) {
    return ofBodies("m.endsAt <= :now order by m.endsAt desc, m.id", kind, codes, now);
  }

  private List<Mandate> ofBodies(
      String condition, Scope.Kind kind, Collection<String> codes, Instant now) {
    return codes.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select m from Mandate m where m.scopeKind = :kind and m.scopeCode in :codes and "
                    + condition,
                Mandate.class)
            .setParameter("kind", kind.code())
            .setParameter("codes", codes)
            .setParameter("now", now)
            .getResultList();
  }

  List<Mandate> list(MandateFilter filter, Sight sight, Instant now, Slice slice) {
    return bound(
            entities.createQuery(
                "select m from Mandate m" + where(filter, sight) + USUAL, Mandate.class),
            filter,
            sight,
            now)
        .setFirstResult(slice.first())
        .setMaxResults(slice.size())
        .getResultList();
  }

  long count(MandateFilter filter, Sight sight, Instant now) {
    return bound(
            entities.createQuery(
                "select count(m) from Mandate m" + where(filter, sight), Long.class),
            filter,
            sight,
            now)
        .getSingleResult();
  }

  private static String where(MandateFilter filter, Sight sight) {
    StringBuilder where =
        new StringBuilder(
            switch (filter.state()) {
              case CURRENT -> " where" + HELD;
              case ENDING -> " where" + HELD + " and m.endsAt <= :soon";
              case COMING -> " where m.startsAt > :now";
              case OVER -> " where m.endsAt <= :now";
            });
    if (filter.office() != null) {
      where.append(" and m.office = :office");
    }
    if (filter.scope() != null) {
      where.append(" and").append(OF_SCOPE);
    }
    if (!sight.everything()) {
      where.append(" and (1 = 0");
      for (Scope.Kind kind : sight.kinds()) {
        where
            .append(" or m.scopeKind = '")
            .append(kind.code())
            .append("' and m.scopeCode in :")
            .append(kind.code());
      }
      where.append(')');
    }
    return where.toString();
  }

  private static <T> TypedQuery<T> bound(
      TypedQuery<T> query, MandateFilter filter, Sight sight, Instant now) {
    query.setParameter("now", now);
    if (filter.state() == MandateFilter.State.ENDING) {
      query.setParameter("soon", now.plus(MandateFilter.SOON));
    }
    if (filter.office() != null) {
      query.setParameter("office", filter.office().code());
    }
    if (filter.scope() != null) {
      query.setParameter("kind", filter.scope().kind().code());
      query.setParameter("code", filter.scope().code());
    }
    if (!sight.everything()) {
      sight.kinds().forEach(kind -> query.setParameter(kind.code(), sight.codes(kind)));
    }
    return query;
  }

  /** All that were ever held for bodies of these codes; of every body where no codes are given. */
  List<Mandate> listAll(Collection<String> codes) {
    TypedQuery<Mandate> query =
        entities.createQuery(
            "select m from Mandate m"
                + (codes == null ? "" : " where m.scopeCode in :codes")
                + " order by m.scopeKind, m.scopeCode, m.office, m.fromDay, m.id",
            Mandate.class);
    if (codes != null) {
      query.setParameter("codes", codes);
    }
    return query.setHint("eclipselink.refresh", "true").getResultList();
  }

  /** What was read is from now on on its own: changes to it are not written. */
  void detachAll() {
    entities.clear();
  }

  Mandate add(Mandate mandate) {
    entities.persist(mandate);
    entities.flush();
    return mandate;
  }

  void flush() {
    entities.flush();
  }
}
