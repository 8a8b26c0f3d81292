package org.portolan.enrolment;

import java.util.List;
import java.util.stream.Stream;
import org.portolan.approval.Change;
import org.portolan.approval.Difference;
import org.portolan.calendar.SessionFacts;

/** What of a session is another than it was, of all to which people agree. */
final class SessionDifferences {
  static final String ONLINE = "online";
  static final String ROOM = "room";

  private SessionDifferences() {}

  static List<Difference> of(SessionFacts before, SessionFacts after) {
    return Stream.of(
            new Difference(Change.DAYS, days(before), days(after)),
            new Difference(Change.HOURS, hours(before), hours(after)),
            new Difference(Change.PLACE, before.venue(), after.venue()),
            new Difference(Change.MODE, mode(before), mode(after)),
            new Difference(Change.LANGUAGES, before.languages(), after.languages()),
            new Difference(Change.PAYER, before.donor(), after.donor()))
        .filter(Difference::any)
        .toList();
  }

  private static String days(SessionFacts session) {
    return session.dated() ? session.firstDay() + "/" + session.lastDay() : "";
  }

  private static String hours(SessionFacts session) {
    return session.dated() ? session.dayStart() + "/" + session.dayEnd() : "";
  }

  private static String mode(SessionFacts session) {
    return session.online() ? ONLINE : ROOM;
  }
}
