package org.portolan.radar;

import jakarta.enterprise.context.ApplicationScoped;
import org.portolan.people.ErasedPerson;
import org.portolan.people.PersonalData;
import org.portolan.people.PersonalDataWriter;

/**
 * What a person decided for a region or centre about its plan. It is the history of that region, so
 * that it stays under the number of the person.
 */
@ApplicationScoped
class RadarOfPerson implements PersonalData {
  @Override
  public String part() {
    return "radar";
  }

  @Override
  public void export(long personId, PersonalDataWriter out) {
    out.add(
        "findingsDismissed",
        "SELECT region_code AS region, kind, reason, dismissed_at FROM radar_dismissal"
            + " WHERE dismissed_by = ? ORDER BY id",
        personId);
    out.add(
        "jointEditionsProposed",
        "SELECT region_code AS region, lead_centre, other_centre, note, proposed_at"
            + " FROM joint_proposal WHERE proposed_by = ? ORDER BY id",
        personId);
    out.add(
        "jointEditionsAnswered",
        "SELECT centre_code AS centre, agrees, reason, answered_at FROM joint_answer"
            + " WHERE answered_by = ? ORDER BY proposal_id, centre_code",
        personId);
  }

  @Override
  public void erase(ErasedPerson person) {
    // nothing of it tells who they were
  }
}
