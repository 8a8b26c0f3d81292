package org.portolan.radar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads and keeps proposals of joint editions. */
@ApplicationScoped
class JointProposalRepository {
  private static final int MOST = 2000;

  @PersistenceContext private EntityManager entities;

  void add(JointProposal proposal) {
    entities.persist(proposal);
    entities.flush();
  }

  void flush() {
    entities.flush();
  }

  Optional<JointProposal> find(long id) {
    return Optional.ofNullable(entities.find(JointProposal.class, id));
  }

  /** For somebody who changes it, held until the transaction ends. */
  Optional<JointProposal> lock(long id) {
    return Optional.ofNullable(
        entities.find(JointProposal.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Of these centres or regions, what waits first, then the latest. */
  List<JointProposal> list(Collection<String> centres, Collection<String> regions, int most) {
    return entities
        .createQuery(
            "select p from JointProposal p where p.leadCentre in :centres"
                + " or p.otherCentre in :centres or p.regionCode in :regions"
                + " order by case when p.state = 'open' then 0 else 1 end, p.id desc",
            JointProposal.class)
        .setParameter("centres", some(centres))
        .setParameter("regions", some(regions))
        .setHint("eclipselink.batch", "p.answers")
        .setMaxResults(most)
        .getResultList();
  }

  /** Nothing is in an empty list, which databases do not take. */
  private static Collection<String> some(Collection<String> codes) {
    return codes.isEmpty() ? List.of("") : codes;
  }

  /** Drafts of a region in whose place there is another one. */
  Set<Long> replaced(String region) {
    Set<Long> replaced = new HashSet<>();
    rows(region, JointState.AGREED)
        .forEach(
            row -> {
              if (row[3].equals(false)) {
                replaced.add((Long) row[1]);
              }
              if (row[4].equals(false)) {
                replaced.add((Long) row[2]);
              }
            });
    return replaced;
  }

  /** What was agreed on in the place of any of these drafts. */
  List<JointProposal> inWhosePlace(Collection<Long> drafts) {
    return drafts.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select p from JointProposal p where p.state = :state"
                    + " and (p.leadDraft in :drafts or p.otherDraft in :drafts) order by p.id",
                JointProposal.class)
            .setParameter("state", JointState.AGREED.code())
            .setParameter("drafts", drafts)
            .getResultList();
  }

  /** Numbers of the proposals of a region that wait, by the drafts that they are about. */
  Map<Long, Long> waiting(String region) {
    Map<Long, Long> waiting = new HashMap<>();
    rows(region, JointState.OPEN)
        .forEach(
            row -> {
              waiting.put((Long) row[1], (Long) row[0]);
              waiting.put((Long) row[2], (Long) row[0]);
            });
    return waiting;
  }

  private List<Object[]> rows(String region, JointState state) {
    return entities
        .createQuery(
            "select p.id, p.leadDraft, p.otherDraft, p.leadApart, p.otherApart from JointProposal p"
                + " where p.regionCode = :region and p.state = :state order by p.id desc",
            Object[].class)
        .setParameter("region", region)
        .setParameter("state", state.code())
        .setMaxResults(MOST)
        .getResultList();
  }

  /** The proposal of which a session came. */
  Optional<JointProposal> ofSession(long session) {
    return entities
        .createQuery(
            "select p from JointProposal p where p.sessionId = :session", JointProposal.class)
        .setParameter("session", session)
        .getResultList()
        .stream()
        .findFirst();
  }

  void move(long stays, long goes) {
    for (String column :
        List.of("joint_proposal SET proposed_by", "joint_answer SET answered_by")) {
      String name = column.substring(column.lastIndexOf(' ') + 1);
      entities
          .createNativeQuery("UPDATE " + column + " = ?1 WHERE " + name + " = ?2")
          .setParameter(1, stays)
          .setParameter(2, goes)
          .executeUpdate();
    }
  }
}
