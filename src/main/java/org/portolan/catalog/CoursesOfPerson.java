package org.portolan.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import org.portolan.people.ErasedPerson;
import org.portolan.people.PersonalData;
import org.portolan.people.PersonalDataWriter;

/**
 * The courses that a person drafted or submitted. They are of their centre and stay; who made them
 * is a number whose person is a pseudonym.
 */
@ApplicationScoped
class CoursesOfPerson implements PersonalData {
  @Override
  public String part() {
    return "catalog";
  }

  @Override
  public void export(long personId, PersonalDataWriter out) {
    out.add(
        "courses drafted",
        "SELECT code, centre_code, state, updated_at FROM course WHERE drafted_by = ? ORDER BY id",
        personId);
    out.add(
        "courses submitted",
        "SELECT code, centre_code, state, updated_at FROM course WHERE submitted_by = ?"
            + " ORDER BY id",
        personId);
  }

  @Override
  public void erase(ErasedPerson person) {
    // the row of the person says it all
  }
}
