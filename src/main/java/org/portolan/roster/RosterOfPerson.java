package org.portolan.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import org.portolan.people.ErasedPerson;
import org.portolan.people.PersonalData;
import org.portolan.people.PersonalDataWriter;

/** What somebody wrote in the name of a centre, and told centres for their journeys. */
@ApplicationScoped
class RosterOfPerson implements PersonalData {
  @Inject private MessageRows messages;
  @Inject private TravelRows travel;

  @Override
  public String part() {
    return "roster";
  }

  @Override
  public void export(long personId, PersonalDataWriter out) {
    out.add(
        "messages_to_participants",
        "SELECT s.code AS session, m.subject, m.body, m.receivers, m.sent_at FROM session_message m"
            + " JOIN training_session s ON s.id = m.session_id WHERE m.sent_by = ?"
            + " ORDER BY m.id",
        personId);
    travel
        .ofPerson(personId)
        .forEach(
            (application, told) -> {
              Map<String, String> fields = new TreeMap<>();
              fields.put("application_id", String.valueOf(application));
              told.values().forEach((field, value) -> fields.put(field.code(), value));
              out.add("travel", fields);
            });
  }

  @Override
  public void erase(ErasedPerson person) {
    messages.forgetWords(person.id());
    travel.forgetPerson(person.id());
  }
}
