package org.portolan.reuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.portolan.people.ErasedPerson;
import org.portolan.people.MovesPerson;
import org.portolan.people.PersonalData;
import org.portolan.people.PersonalDataWriter;

/**
 * What a person reported of the use of practices. It is the word of their administration and stays;
 * who wrote it is a number whose person is a pseudonym.
 */
@ApplicationScoped
class UsesOfPerson implements PersonalData, MovesPerson {
  @Inject private UseRepository uses;

  @Override
  public String part() {
    return "reuse";
  }

  @Override
  public void export(long personId, PersonalDataWriter out) {
    out.add(
        "practices_used",
        "SELECT p.code AS practice, u.member_code, u.used_year, u.used_month, u.report, u.language,"
            + " u.reported_at FROM practice_use u JOIN practice p ON p.id = u.practice_id"
            + " WHERE u.reported_by = ? ORDER BY u.id",
        personId);
  }

  @Override
  public void erase(ErasedPerson person) {
    // the row of the person says it all
  }

  @Override
  public Set<String> columns() {
    return Set.of("practice_use.reported_by");
  }

  @Override
  public void move(long stays, long goes) {
    uses.move(stays, goes);
  }
}
