package org.portolan.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.portolan.people.ErasedPerson;
import org.portolan.people.PersonalData;
import org.portolan.people.PersonalDataWriter;

/**
 * The offices that a person held, and their changes of administration, which go. That somebody held
 * them stays, under their number; what is still held ends. Whoever holds one that only one can hold
 * hands it over first, and nobody who runs the platform disappears from it.
 */
@ApplicationScoped
class MandatesOfPerson implements PersonalData {
  @Inject private Departures departures;
  @PersistenceContext private EntityManager entities;

  @Override
  public String part() {
    return "office";
  }

  @Override
  public Optional<String> hindrance(long personId) {
    return departures.needed(personId);
  }

  @Override
  public void export(long personId, PersonalDataWriter out) {
    out.add(
        "mandates",
        "SELECT office, scope_kind, scope_code, from_day, to_day, starts_at, ends_at FROM mandate"
            + " WHERE person_id = ? ORDER BY id",
        personId);
    out.add(
        "administration_changes",
        "SELECT from_member, to_member, state, answer, created_at, decided_at"
            + " FROM administration_change WHERE person_id = ? ORDER BY id",
        personId);
  }

  @Override
  public void erase(ErasedPerson person) {
    entities
        .createNativeQuery("DELETE FROM administration_change WHERE person_id = ?1")
        .setParameter(1, person.id())
        .executeUpdate();
    entities
        .createNativeQuery("UPDATE administration_change SET answer = NULL WHERE decided_by = ?1")
        .setParameter(1, person.id())
        .executeUpdate();
    departures.endAll(person.id());
  }
}
