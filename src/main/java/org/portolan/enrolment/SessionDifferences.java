package org.portolan.enrolment;

import java.time.temporal.ChronoUnit;
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
            hours(before, after),
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

  /** Slots that move with the first day are at the same hours. */
  private static Difference hours(SessionFacts before, SessionFacts after) {
    boolean moved =
        before.dated()
            && after.dated()
            && !before.slots().everyDay()
            && before
                .slots()
                .later(ChronoUnit.DAYS.between(before.firstDay(), after.firstDay()))
                .equals(after.slots());
    return new Difference(Change.HOURS, hours(before), moved ? hours(before) : hours(after));
  }

  private static String hours(SessionFacts session) {
    if (!session.dated()) {
      return "";
    }
    return session.slots().everyDay()
        ? session.dayStart() + "/" + session.dayEnd()
        : session.slots().text();
  }

  private static String mode(SessionFacts session) {
    return session.online() ? ONLINE : ROOM;
  }
}
