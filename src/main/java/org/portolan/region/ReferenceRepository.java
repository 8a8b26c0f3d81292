package org.portolan.region;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Reference data in the database, as it is edited. */
@ApplicationScoped
class ReferenceRepository {
  @PersistenceContext private EntityManager entities;

  Optional<Editable> find(ReferenceKind kind, String code) {
    // a database that does not tell case apart finds "xs" for XS
    return Optional.<Editable>ofNullable(entities.find(type(kind), code))
        .filter(found -> is(found, code));
  }

  /** For whoever changes it: the next to ask waits here and then reads what was written. */
  Optional<Editable> lock(ReferenceKind kind, String code) {
    return Optional.<Editable>ofNullable(
            entities.find(type(kind), code, LockModeType.PESSIMISTIC_WRITE))
        .filter(found -> is(found, code));
  }

  private static boolean is(Editable found, String code) {
    return found.code().equals(code);
  }

  void add(Editable row) {
    entities.persist(row);
    flush();
  }

  void flush() {
    entities.flush();
  }

  /**
   * The terms of the Vice-Chairs of a region as they stand; whoever asks too waits until this
   * transaction is over.
   */
  List<ViceChair> lockTerms(String region) {
    entities
        .createNativeQuery("SELECT revision FROM directory_revision WHERE id = 1 FOR UPDATE")
        .getSingleResult();
    return entities
        .createQuery("select t from ViceChairTerm t", ViceChairTerm.class)
        .getResultStream()
        .map(ViceChairTerm::summary)
        .filter(term -> term.regionCode().equals(region))
        .toList();
  }

  /** Tells every node that something changed. */
  void tellNodes() {
    entities
        .createNativeQuery("UPDATE directory_revision SET revision = revision + 1 WHERE id = 1")
        .executeUpdate();
  }

  private static Class<? extends Editable> type(ReferenceKind kind) {
    return switch (kind) {
      case MEMBER -> MemberState.class;
      case BODY -> Body.class;
      case VICE_CHAIR -> ViceChairTerm.class;
    };
  }
}
