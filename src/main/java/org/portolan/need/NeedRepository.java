package org.portolan.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Where needs are kept. */
@ApplicationScoped
class NeedRepository {
  private static final int MOST = 200;

  @PersistenceContext private EntityManager entities;

  /** The open one that says the same of the same region. */
  Optional<Need> same(NeedSignal signal) {
    return entities
        .createQuery(
            "select n from Need n where n.region = :region and n.state = :open"
                + " and n.kind = :kind and n.language = :language and n.wording = :wording",
            Need.class)
        .setParameter("region", signal.region())
        .setParameter("open", NeedState.OPEN.code())
        .setParameter("kind", signal.kind().code())
        .setParameter("language", signal.language())
        .setParameter("wording", signal.wording())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .filter(need -> Objects.equals(need.summary().member(), signal.member()))
        .findFirst();
  }

  /** Those of some regions in a state, what was noticed most often first. */
  List<Need> of(Collection<String> regions, NeedState state) {
    return entities
        .createQuery(
            "select n from Need n where n.region in :regions and n.state = :state"
                + " order by n.times desc, n.heardOn desc, n.id desc",
            Need.class)
        .setParameter("regions", regions)
        .setParameter("state", state.code())
        .setMaxResults(MOST)
        .getResultList();
  }

  Optional<Need> locked(long id) {
    return Optional.ofNullable(entities.find(Need.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  void add(Need need) {
    entities.persist(need);
    entities.flush();
  }

  void flush() {
    entities.flush();
  }
}
