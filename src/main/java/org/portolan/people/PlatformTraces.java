package org.portolan.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.portolan.platform.mail.Outbox;
import org.portolan.platform.web.Idempotency;

/**
 * What the platform, which knows no persons, keeps of one: letters to them, answers to their
 * requests, and their deeds in the audit trail. Deeds stay; that what they say of the person
 * becomes unreadable is for {@link Erasure}, after all parts.
 */
@ApplicationScoped
class PlatformTraces implements PersonalData {
  @PersistenceContext private EntityManager entities;
  @Inject private PersonRepository persons;
  @Inject private Outbox outbox;
  @Inject private Idempotency idempotency;

  @Override
  public String part() {
    return "platform";
  }

  @Override
  public void export(long personId, PersonalDataWriter out) {
    out.add(
        "letters",
        "SELECT kind, to_address, language, subject, CASE WHEN secret THEN NULL ELSE body_text END"
            + " AS body_text, state, created_at, sent_at FROM mail_letter WHERE person_id = ?"
            + " OR to_address = ?",
        personId,
        // a value and no subquery: the tables compare texts in different ways
        persons.find(personId).map(person -> person.email().text()).orElse(""));
    out.add(
        "deeds",
        "SELECT happened_at, action, kind, record_id, channel FROM audit_entry WHERE actor_id = ?"
            + " ORDER BY id",
        personId);
  }

  @Override
  public void erase(ErasedPerson person) {
    outbox.forget(person.id(), person.addresses());
    idempotency.forget(person.id());
    // rows of imports that name them; what an undo would bring back is gone with them
    for (String address : person.addresses()) {
      entities
          .createNativeQuery(
              "DELETE FROM exchange_row WHERE LOCATE(?1, after_cells) > 0"
                  + " OR LOCATE(?2, before_cells) > 0")
          .setParameter(1, address)
          .setParameter(2, address)
          .executeUpdate();
    }
  }
}
