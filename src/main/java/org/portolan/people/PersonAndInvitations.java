package org.portolan.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * What people keeps of a person: name, address, profile and the invitations to that address. Whom
 * they invited stays, under their number; where others named them as supervisor, that goes too.
 */
@ApplicationScoped
class PersonAndInvitations implements PersonalData {
  @Inject private Clock clock;
  @PersistenceContext private EntityManager entities;

  @Override
  public String part() {
    return "people";
  }

  @Override
  public void export(long personId, PersonalDataWriter out) {
    out.add(
        "person",
        "SELECT code, given_name, family_name, email, member_code, language, post FROM person"
            + " WHERE id = ?",
        personId);
    out.add(
        "profile",
        "SELECT grade, in_service_since, in_post_since, languages, supervisor_name,"
            + " supervisor_email, gender, zone, accessibility, name_public, findable FROM profile"
            + " WHERE person_id = ?",
        personId);
    out.add(
        "invitations_received",
        "SELECT member_code, given_name, family_name, email, language, post, state, created_at,"
            + " expires_at FROM invitation WHERE person_id = ?"
            + " OR email = (SELECT email FROM person WHERE id = ?)",
        personId,
        personId);
    out.add(
        "account_requests",
        "SELECT member_code, given_name, family_name, email, language, post, reason, state, answer,"
            + " created_at, confirmed_at, decided_at FROM account_request"
            + " WHERE email = (SELECT email FROM person WHERE id = ?)",
        personId);
    out.add(
        "invitations_sent",
        "SELECT member_code, state, created_at, expires_at FROM invitation WHERE invited_by = ?",
        personId);
    out.add(
        "erasure_requests",
        "SELECT state, asked_at, due_at, ended_at FROM erasure_request WHERE person_id = ?",
        personId);
  }

  @Override
  public void erase(ErasedPerson person) {
    // one whom they invited and who was invited by the same address is deleted with the rest
    run("DELETE FROM invitation WHERE person_id = ?1", person.id());
    run("DELETE FROM profile WHERE person_id = ?1", person.id());
    for (String address : person.addresses()) {
      run("DELETE FROM invitation WHERE email = ?1", address);
      run("DELETE FROM account_request WHERE email = ?1", address);
      run(
          "UPDATE profile SET supervisor_name = '', supervisor_email = '', version = version + 1"
              + " WHERE supervisor_email = ?1",
          address);
    }
    run("UPDATE account_request SET answer = NULL WHERE decided_by = ?1", person.id());
    Pseudonym as = Pseudonym.of(person.id());
    run(
        "UPDATE person SET code = ?1, given_name = ?2, family_name = ?3, email = ?4, post = '',"
            + " language = 'en', former_email = NULL, erased_at = ?5, version = version + 1 WHERE id = ?6",
        as.code(),
        as.given(),
        as.family(),
        as.email(),
        LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
        person.id());
  }

  private void run(String sql, Object... values) {
    var query = entities.createNativeQuery(sql);
    for (int i = 0; i < values.length; i++) {
      query.setParameter(i + 1, values[i]);
    }
    query.executeUpdate();
  }
}
