package org.portolan.knowledge;

import jakarta.enterprise.context.ApplicationScoped;
import org.portolan.people.ErasedPerson;
import org.portolan.people.PersonalData;
import org.portolan.people.PersonalDataWriter;

/**
 * The practices that a person wrote. They are of their administration and stay; their author is a
 * number whose person is a pseudonym.
 */
@ApplicationScoped
class PracticesOfPerson implements PersonalData {
  @Override
  public String part() {
    return "knowledge";
  }

  @Override
  public void export(long personId, PersonalDataWriter out) {
    out.add(
        "practices",
        "SELECT code, region_code, state, published_at, updated_at FROM practice"
            + " WHERE author_id = ? ORDER BY id",
        personId);
  }

  @Override
  public void erase(ErasedPerson person) {
    // the row of the author says it all
  }
}
