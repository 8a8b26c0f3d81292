package org.portolan.radar.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A session on days off of a good part of the Members that are invited to it. */
final class GuestHoliday implements Rule {
  /** Of the invited Members so many off on one day: one in four. */
  static final int ONE_IN = 4;

  /** Where all Members of the region may come, one of them alone is no reason to move. */
  static final int LEAST_OF_REGION = 2;

  @Override
  public List<Finding> look(RegionYear year) {
    List<Finding> findings = new ArrayList<>();
    for (Planned session : year.ahead()) {
      Set<String> guests = year.guests(session);
      int enough = (guests.size() + ONE_IN - 1) / ONE_IN;
      if (session.invited().isEmpty()) {
        enough = Math.max(enough, LEAST_OF_REGION);
      }
      Set<LocalDate> days = new TreeSet<>();
      Set<String> members = new TreeSet<>();
      for (LocalDate day : session.daysThatMatter().toList()) {
        Set<String> off =
            guests.stream().filter(member -> year.holiday(member, day)).collect(Collectors.toSet());
        // the host's own holidays are told as such
        if (!off.isEmpty()
            && off.size() >= enough
            && !year.holiday(session.centre().member(), day)) {
          days.add(day);
          members.addAll(off);
        }
      }
      if (!days.isEmpty()) {
        findings.add(
            Finding.about(FindingKind.GUEST_HOLIDAY, "session:" + session.id())
                .sessions(List.of(session))
                .members(members)
                .days(days)
                .figure(members.size())
                .done());
      }
    }
    return findings;
  }
}
