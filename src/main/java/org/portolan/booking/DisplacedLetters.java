package org.portolan.booking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.portolan.calendar.SessionFacts;
import org.portolan.catalog.Catalog;
import org.portolan.office.Mandates;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.Dates;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.mail.Letter;
import org.portolan.platform.mail.Outbox;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.region.Directory;

/**
 * Tells the people of a centre that a session of theirs lost what it had booked: what that is, who
 * has it, and where to book something else; or that it has it again. One letter for a session,
 * however much it is.
 */
@ApplicationScoped
class DisplacedLetters {
  private static final String KIND = "booking.letter.displaced";
  private static final String AGAIN = "booking.letter.regained";
  private static final int MOST_OTHERS = 5;

  @Inject private BookingRepository bookings;
  @Inject private Summaries summaries;
  @Inject private Catalog catalog;
  @Inject private Mandates mandates;
  @Inject private People people;
  @Inject private Directory directory;
  @Inject private Outbox outbox;
  @Inject private Installation installation;

  /** A resource, and what has it at those times. */
  record Lost(ResourceSummary resource, List<Conflict> by) {}

  @Transactional(Transactional.TxType.MANDATORY)
  void tell(SessionFacts session, List<Lost> lost) {
    Map<Language, Map<Long, BookingSummary>> others = new EnumMap<>(Language.class);
    List<Letter> letters = new ArrayList<>();
    Collection<Long> staff = mandates.holders(Role.CENTRE, Scope.centre(session.centreCode()));
    for (PersonSummary reader : people.byIds(staff).values()) {
      if (Letter.reachable(reader.email())) {
        Language language = Language.of(reader.language()).orElse(Language.EN);
        letters.add(
            letter(
                session,
                lost,
                reader,
                language,
                others.computeIfAbsent(language, each -> others(lost, each))));
      }
    }
    outbox.postAll(letters);
  }

  /** Tells the same people that it has something again, as whoever had it gave it back. */
  @Transactional(Transactional.TxType.MANDATORY)
  void tellAgain(SessionFacts session, List<ResourceSummary> what) {
    String names = what.stream().map(ResourceSummary::name).collect(Collectors.joining(", "));
    List<Letter> letters = new ArrayList<>();
    Collection<Long> staff = mandates.holders(Role.CENTRE, Scope.centre(session.centreCode()));
    for (PersonSummary reader : people.byIds(staff).values()) {
      if (Letter.reachable(reader.email())) {
        Language language = Language.of(reader.language()).orElse(Language.EN);
        String title = title(session, language);
        letters.add(
            begun(AGAIN, session, reader, language)
                .paragraph(
                    AGAIN + ".body",
                    title,
                    new Dates(language).days(session.firstDay(), session.lastDay()),
                    names)
                .link("booking.letter.open", address(session)));
      }
    }
    outbox.postAll(letters);
  }

  private Letter begun(String kind, SessionFacts session, PersonSummary reader, Language language) {
    return Letter.of(kind, reader.email(), language)
        .person(reader.id())
        .greeting(reader.name())
        .subject(title(session, language));
  }

  private String title(SessionFacts session, Language language) {
    return catalog.titles(List.of(session.courseId()), language).get(session.courseId()).title();
  }

  private String address(SessionFacts session) {
    return installation.baseUrl() + "/desk/centre/session/" + session.id() + "/resources";
  }

  private Map<Long, BookingSummary> others(List<Lost> lost, Language language) {
    List<Long> ids =
        lost.stream()
            .flatMap(each -> each.by().stream())
            .map(each -> each.other().id())
            .distinct()
            .toList();
    Map<Long, BookingSummary> others = new HashMap<>();
    summaries.of(bookings.list(ids), language).forEach(each -> others.put(each.id(), each));
    return others;
  }

  private Letter letter(
      SessionFacts session,
      List<Lost> lost,
      PersonSummary reader,
      Language language,
      Map<Long, BookingSummary> others) {
    Dates dates = new Dates(language);
    Letter letter =
        begun(KIND, session, reader, language)
            .paragraph(
                KIND + ".body",
                title(session, language),
                dates.days(session.firstDay(), session.lastDay()));
    for (Lost each : lost) {
      for (Conflict conflict : each.by().stream().limit(MOST_OTHERS).toList()) {
        // whoever had it may give it back meanwhile, and held it all the same
        BookingSummary other = others.getOrDefault(conflict.other().id(), conflict.other());
        String when = days(conflict.spans(), ZoneId.of(session.zone()), dates);
        String centre = name(other.centreCode(), language);
        if (other.blocks()) {
          letter.paragraph("booking.letter.blocked", each.resource().name(), centre, when);
        } else {
          letter.paragraph(
              "booking.letter.taken",
              each.resource().name(),
              other.course() == null ? other.sessionCode() : other.course().title(),
              centre,
              when);
        }
      }
    }
    return letter.paragraph("booking.letter.do").link("booking.letter.open", address(session));
  }

  private static String days(List<Span> spans, ZoneId zone, Dates dates) {
    return dates.days(
        day(spans.stream().map(Span::from).min(Comparator.naturalOrder()).orElseThrow(), zone),
        day(spans.stream().map(Span::until).max(Comparator.naturalOrder()).orElseThrow(), zone));
  }

  private static LocalDate day(Instant moment, ZoneId zone) {
    return LocalDate.ofInstant(moment, zone);
  }

  private String name(String centre, Language language) {
    return directory.findCentre(centre).map(found -> found.name().in(language)).orElse(centre);
  }
}
