package org.portolan.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.portolan.people.ErasedPerson;
import org.portolan.people.PersonalData;
import org.portolan.people.PersonalDataWriter;

/**
 * The offices that a person held. That somebody held them stays, under their number; what is still
 * held ends. Whoever holds one that only one can hold hands it over first, and nobody who runs the
 * platform disappears from it.
 */
@ApplicationScoped
class MandatesOfPerson implements PersonalData {
  @Inject private Mandates mandates;

  @Override
  public String part() {
    return "office";
  }

  @Override
  public Optional<String> hindrance(long personId) {
    return mandates.needed(personId);
  }

  @Override
  public void export(long personId, PersonalDataWriter out) {
    out.add(
        "mandates",
        "SELECT office, scope_kind, scope_code, from_day, to_day, starts_at, ends_at FROM mandate"
            + " WHERE person_id = ? ORDER BY id",
        personId);
  }

  @Override
  public void erase(ErasedPerson person) {
    mandates.endAll(person.id());
  }
}
