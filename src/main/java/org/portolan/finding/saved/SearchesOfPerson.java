package org.portolan.finding.saved;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.portolan.people.ErasedPerson;
import org.portolan.people.MovesPerson;
import org.portolan.people.PersonalData;
import org.portolan.people.PersonalDataWriter;

/** What a person looks for. It goes with them; of two accounts that become one, both are kept. */
@ApplicationScoped
class SearchesOfPerson implements PersonalData, MovesPerson {
  @Inject private SavedSearchRepository searches;

  @Override
  public String part() {
    return "saved-searches";
  }

  @Override
  public void export(long personId, PersonalDataWriter out) {
    out.add(
        "saved_searches",
        "SELECT name, query, language, rhythm, saved_at, told_until, due_at FROM saved_search"
            + " WHERE person_id = ? ORDER BY id",
        personId);
  }

  @Override
  public void erase(ErasedPerson person) {
    searches.removeAllOf(person.id());
  }

  @Override
  public Set<String> columns() {
    return Set.of("saved_search.person_id");
  }

  @Override
  public void move(long stays, long goes) {
    searches.move(stays, goes);
  }
}
