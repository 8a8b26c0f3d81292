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
    out.add(
        "practices_worked_on",
        "SELECT code, region_code, work_state, worked_at, submitted_at FROM practice"
            + " WHERE ? IN (written_by, submitted_by) ORDER BY id",
        personId);
    out.add(
        "practices_approved",
        "SELECT p.code, p.edition, p.edition_at FROM practice p WHERE p.published_by = ?"
            + " UNION ALL SELECT p.code, v.edition, v.published_at FROM practice_version v"
            + " JOIN practice p ON p.id = v.practice_id WHERE v.published_by = ?"
            + " ORDER BY 1, 2",
        personId,
        personId);
  }

  @Override
  public void erase(ErasedPerson person) {
    // the row of the author says it all
  }
}
