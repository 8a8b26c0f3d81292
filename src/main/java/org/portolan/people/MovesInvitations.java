package org.portolan.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.audit.Deed;
import org.portolan.platform.security.Scope;

/**
 * Invitations that somebody took or sent, requests that they decided on, their profile, and where
 * others name them as supervisor. A profile that stands already is kept; invitations to an address
 * that leads nowhere any more go.
 */
@ApplicationScoped
class MovesInvitations implements MovesPerson {
  @PersistenceContext private EntityManager entities;
  @Inject private PersonRepository persons;
  @Inject private AuditTrail audit;

  @Override
  public Set<String> columns() {
    return Set.of(
        "invitation.person_id",
        "invitation.invited_by",
        "account_request.decided_by",
        "profile.person_id");
  }

  @Override
  public void move(long stays, long goes) {
    String before = persons.find(goes).orElseThrow().email().text();
    String after = persons.find(stays).orElseThrow().email().text();
    tellInvitations(stays, goes);
    run("UPDATE invitation SET person_id = ?1 WHERE person_id = ?2", stays, goes);
    run("UPDATE invitation SET invited_by = ?1 WHERE invited_by = ?2", stays, goes);
    run("UPDATE account_request SET decided_by = ?1 WHERE decided_by = ?2", stays, goes);
    run("DELETE FROM invitation WHERE email = ?1 AND state <> 'accepted'", before);
    if (persons.findProfile(stays).isPresent()) {
      run("DELETE FROM profile WHERE person_id = ?1", goes);
    } else {
      run("UPDATE profile SET person_id = ?1 WHERE person_id = ?2", stays, goes);
    }
    run(
        "UPDATE profile SET supervisor_email = ?1, version = version + 1"
            + " WHERE supervisor_email = ?2",
        after,
        before);
  }

  private void tellInvitations(long stays, long goes) {
    List<?> rows =
        entities
            .createNativeQuery(
                "SELECT id, member_code, person_id, invited_by FROM invitation"
                    + " WHERE person_id = ?1 OR invited_by = ?1 ORDER BY id FOR UPDATE")
            .setParameter(1, goes)
            .getResultList();
    audit.writeAll(
        rows.stream()
            .map(Object[].class::cast)
            .map(
                row -> {
                  Deed deed =
                      audit
                          .entry("invitation.moved", "invitation", ((Number) row[0]).longValue())
                          .scope(Scope.member((String) row[1]));
                  tell(deed, "invited", (Number) row[2], stays, goes);
                  tell(deed, "inviter", (Number) row[3], stays, goes);
                  return deed;
                })
            .toList());
  }

  private static void tell(Deed deed, String field, Number person, long stays, long goes) {
    if (person != null && person.longValue() == goes) {
      deed.change(field, goes, stays);
    }
  }

  private void run(String sql, Object... values) {
    var query = entities.createNativeQuery(sql);
    for (int i = 0; i < values.length; i++) {
      query.setParameter(i + 1, values[i]);
    }
    query.executeUpdate();
  }
}
