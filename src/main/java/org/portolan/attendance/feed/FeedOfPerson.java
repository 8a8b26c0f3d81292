package org.portolan.attendance.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.portolan.people.ErasedPerson;
import org.portolan.people.MovesPerson;
import org.portolan.people.PersonalData;
import org.portolan.people.PersonalDataWriter;

/**
 * That somebody has a secret address. It ends with them; of two accounts that become one the
 * address of the one that goes is revoked, as it would show more than it did.
 */
@ApplicationScoped
class FeedOfPerson implements PersonalData, MovesPerson {
  @Inject private PersonalFeedRows rows;

  @Override
  public String part() {
    return "personal-feed";
  }

  @Override
  public void export(long personId, PersonalDataWriter out) {
    out.add("personal_feed", "SELECT made_at FROM personal_feed WHERE person_id = ?", personId);
  }

  @Override
  public void erase(ErasedPerson person) {
    rows.remove(person.id());
  }

  @Override
  public Set<String> columns() {
    return Set.of("personal_feed.person_id");
  }

  @Override
  public void move(long stays, long goes) {
    rows.remove(goes);
  }
}
