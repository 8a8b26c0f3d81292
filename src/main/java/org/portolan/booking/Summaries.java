package org.portolan.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portolan.booking.BookingRepository.Row;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.SessionFacts;
import org.portolan.catalog.Catalog;
import org.portolan.catalog.CourseTitle;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.region.CentreSummary;
import org.portolan.region.Directory;

/**
 * Bookings with what they are for and who booked them, many at once. Why a centre blocked something
 * is told to its own people alone.
 */
@ApplicationScoped
class Summaries {
  @Inject private ResourceRepository resources;
  @Inject private CalendarService calendar;
  @Inject private Catalog catalog;
  @Inject private People people;
  @Inject private Directory directory;
  @Inject private CurrentPerson me;

  @Transactional(Transactional.TxType.MANDATORY)
  List<BookingSummary> of(Collection<Row> rows, Language reader) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<Long, SessionFacts> sessions =
        calendar.facts(
            rows.stream().map(Row::session).filter(Objects::nonNull).distinct().toList());
    Map<Long, CourseTitle> titles =
        catalog.titles(
            sessions.values().stream().map(SessionFacts::courseId).distinct().toList(), reader);
    Map<Long, ResourceSummary> of =
        resources.list(rows.stream().map(Row::resource).distinct().toList()).stream()
            .map(Resource::summary)
            .collect(Collectors.toMap(ResourceSummary::id, Function.identity()));
    Map<Long, PersonSummary> by =
        people.byIds(rows.stream().map(Row::bookedBy).filter(Objects::nonNull).distinct().toList());
    return rows.stream()
        .map(
            row ->
                summary(
                    row,
                    row.session() == null ? null : sessions.get(row.session()),
                    titles,
                    of.get(row.resource()),
                    row.bookedBy() == null ? null : by.get(row.bookedBy())))
        .toList();
  }

  private BookingSummary summary(
      Row row,
      SessionFacts session,
      Map<Long, CourseTitle> titles,
      ResourceSummary resource,
      PersonSummary by) {
    String centre = session == null ? resource.centreCode() : session.centreCode();
    boolean own = me.holds(Role.CENTRE, Scope.centre(centre));
    return new BookingSummary(
        row.id(),
        row.resource(),
        resource.name(),
        resource.kind(),
        row.session(),
        session == null ? null : session.code(),
        session == null ? null : titles.get(session.courseId()),
        session == null && !own ? "" : row.words(),
        centre,
        session == null ? zone(centre) : session.zone(),
        row.amount(),
        row.setup(),
        row.clear(),
        row.held(),
        own ? row.reason() : "",
        by == null ? null : by.name(),
        by == null ? null : by.email(),
        row.firstAt(),
        row.lastAt(),
        row.times(),
        row.elsewhere());
  }

  private String zone(String centre) {
    return directory.findCentre(centre).map(CentreSummary::zone).orElse("UTC");
  }
}
