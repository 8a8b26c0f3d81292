package org.portolan.booking;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.portolan.calendar.TimelineRow;
import org.portolan.calendar.TimelineRows;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;

/**
 * Resources of a kind as rows of the timeline, with the sessions that have booked them: for the
 * people of their centre and for the regional office.
 */
abstract class BookedRows implements TimelineRows {
  @Inject private Bookings bookings;
  @Inject private CurrentPerson me;

  private final ResourceKind shown;

  BookedRows(ResourceKind shown) {
    this.shown = shown;
  }

  @Override
  public String kind() {
    return shown.code();
  }

  @Override
  public String title(Language reader) {
    return Texts.text(reader, "booking.rows." + shown.code());
  }

  @Override
  public boolean open() {
    return me.holdsAny(Role.CENTRE.code()) || me.holdsAny(Role.ROCB.code());
  }

  @Override
  @Transactional
  public List<TimelineRow> rows(Collection<Long> sessions, Language reader) {
    Map<ResourceSummary, Set<Long>> by =
        new TreeMap<>(
            Comparator.comparing(ResourceSummary::centreCode)
                .thenComparing(ResourceSummary::name)
                .thenComparing(ResourceSummary::id));
    bookings.heldBy(sessions).stream()
        .filter(each -> each.resource().kind() == shown && seen(each.resource()))
        .forEach(
            each -> by.computeIfAbsent(each.resource(), of -> new HashSet<>()).add(each.session()));
    return by.entrySet().stream()
        .map(row -> new TimelineRow(row.getKey().name(), address(row.getKey()), row.getValue()))
        .collect(Collectors.toList());
  }

  private boolean seen(ResourceSummary of) {
    return me.holds(Role.CENTRE, Scope.centre(of.centreCode()))
        || me.holds(Role.ROCB, Scope.region(of.regionCode()));
  }

  private String address(ResourceSummary of) {
    return me.holds(Role.CENTRE, Scope.centre(of.centreCode()))
        ? "/desk/resources/" + of.id()
        : null;
  }
}
