package org.portolan.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.portolan.platform.exchange.ImportsNaming;
import org.portolan.platform.exchange.NamedPerson;
import org.portolan.platform.mail.Outbox;
import org.portolan.platform.web.Idempotency;

/**
 * What the platform, which knows no persons, keeps of one: letters to them, answers to their
 * requests, imports that name them, and their deeds in the audit trail. Deeds stay; that what they
 * say of the person becomes unreadable is for {@link Erasure}, after all parts.
 */
@ApplicationScoped
class PlatformTraces implements PersonalData {
  @Inject private PersonRepository persons;
  @Inject private Outbox outbox;
  @Inject private Idempotency idempotency;
  @Inject private ImportsNaming imports;

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
    imports.forget(
        new NamedPerson(person.code(), person.addresses(), person.given(), person.family()));
  }
}
