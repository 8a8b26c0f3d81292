package org.portolan.reuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.portolan.people.ErasedPerson;
import org.portolan.people.MovesPerson;
import org.portolan.people.PersonalData;
import org.portolan.people.PersonalDataWriter;

/** What a person thinks of practices; it goes with them. */
@ApplicationScoped
class RatingsOfPerson implements PersonalData, MovesPerson {
  @Inject private RatingRepository ratings;

  @Override
  public String part() {
    return "ratings";
  }

  @Override
  public void export(long personId, PersonalDataWriter out) {
    out.add(
        "practices_rated",
        "SELECT p.code AS practice, r.useful, r.rated_at FROM practice_rating r"
            + " JOIN practice p ON p.id = r.practice_id WHERE r.person_id = ? ORDER BY p.code",
        personId);
  }

  @Override
  public void erase(ErasedPerson person) {
    ratings.removeAllOf(person.id());
  }

  @Override
  public Set<String> columns() {
    return Set.of("practice_rating.person_id");
  }

  @Override
  public void move(long stays, long goes) {
    ratings.move(stays, goes);
  }
}
