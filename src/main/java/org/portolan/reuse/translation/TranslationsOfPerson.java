package org.portolan.reuse.translation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.portolan.people.ErasedPerson;
import org.portolan.people.MovesPerson;
import org.portolan.people.PersonalData;
import org.portolan.people.PersonalDataWriter;

/** Which translations a person asked for; that goes with them. */
@ApplicationScoped
class TranslationsOfPerson implements PersonalData, MovesPerson {
  @Inject private TranslationRepository requests;

  @Override
  public String part() {
    return "translations";
  }

  @Override
  public void export(long personId, PersonalDataWriter out) {
    out.add(
        "translations_asked",
        "SELECT p.code AS practice, t.language, t.asked_at FROM translation_request t"
            + " JOIN practice p ON p.id = t.practice_id WHERE t.person_id = ?"
            + " ORDER BY t.asked_at",
        personId);
  }

  @Override
  public void erase(ErasedPerson person) {
    requests.removeAllOf(person.id());
  }

  @Override
  public Set<String> columns() {
    return Set.of("translation_request.person_id");
  }

  @Override
  public void move(long stays, long goes) {
    requests.move(stays, goes);
  }
}
