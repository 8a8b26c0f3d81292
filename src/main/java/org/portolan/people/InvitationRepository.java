package org.portolan.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Invitations in the database. */
@ApplicationScoped
class InvitationRepository {
  /** So many of one administration are shown. */
  private static final int MOST = 500;

  @PersistenceContext private EntityManager entities;

  void add(Invitation invitation) {
    entities.persist(invitation);
    entities.flush();
  }

  Optional<Invitation> lock(long id) {
    return Optional.ofNullable(entities.find(Invitation.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  Optional<Invitation> findByToken(String hash) {
    return entities
        .createQuery("select i from Invitation i where i.tokenHash = :hash", Invitation.class)
        .setParameter("hash", hash)
        .getResultStream()
        .findFirst();
  }

  Optional<Invitation> lockByToken(String hash) {
    return entities
        .createQuery("select i from Invitation i where i.tokenHash = :hash", Invitation.class)
        .setParameter("hash", hash)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /** Those that nobody took yet, the newest first. */
  List<Invitation> listPending(Collection<String> members) {
    return members.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select i from Invitation i where i.memberCode in :members and i.state = 'open'"
                    + " order by i.createdAt desc, i.id desc",
                Invitation.class)
            .setParameter("members", members)
            .setMaxResults(MOST)
            .getResultList();
  }

  /** Whether somebody in this administration was invited under one of the addresses already. */
  List<String> invited(String member, Collection<String> emails, Instant now) {
    return emails.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select i.email from Invitation i where i.memberCode = :member"
                    + " and i.state = 'open' and i.expiresAt > :now and i.email in :emails",
                String.class)
            .setParameter("member", member)
            .setParameter("now", now)
            .setParameter("emails", emails)
            .getResultList();
  }
}
