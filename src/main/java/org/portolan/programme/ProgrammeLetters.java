package org.portolan.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.SessionSummary;
import org.portolan.calendar.SessionsMoved;
import org.portolan.calendar.Stage;
import org.portolan.calendar.TrainingYear;
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
import org.portolan.region.CentreSummary;
import org.portolan.region.Directory;

/**
 * Tells those whose turn it is: the Regional Office what was handed in, the centre what was checked
 * or sent back. One letter for a deed, however many sessions it was about.
 */
@ApplicationScoped
class ProgrammeLetters {
  private static final int NAMED = 20;

  @Inject private CalendarService calendar;
  @Inject private Mandates mandates;
  @Inject private Directory directory;
  @Inject private People people;
  @Inject private Outbox outbox;
  @Inject private Installation installation;

  @Transactional(Transactional.TxType.MANDATORY)
  void moved(@Observes SessionsMoved event) {
    CentreSummary centre = directory.findCentre(event.centreCode()).orElseThrow();
    Set<Long> readers =
        event.to() == Stage.SUBMITTED
            ? mandates.holders(Role.ROCB, Scope.region(centre.regionCode()))
            : mandates.holders(Role.CENTRE, Scope.centre(centre.code()));
    Map<Language, List<SessionSummary>> sessions = new EnumMap<>(Language.class);
    List<Letter> letters = new ArrayList<>();
    for (PersonSummary reader : people.byIds(readers).values()) {
      if (Letter.reachable(reader.email())) {
        Language language = Language.of(reader.language()).orElse(Language.EN);
        letters.add(
            letter(
                event,
                centre,
                reader,
                language,
                sessions.computeIfAbsent(language, each -> sessions(event, each))));
      }
    }
    outbox.postAll(letters);
  }

  private List<SessionSummary> sessions(SessionsMoved event, Language language) {
    List<Long> named = event.sessionIds().subList(0, Math.min(NAMED, event.sessionIds().size()));
    return List.copyOf(calendar.findAll(named, language).values());
  }

  private Letter letter(
      SessionsMoved event,
      CentreSummary centre,
      PersonSummary reader,
      Language language,
      List<SessionSummary> sessions) {
    String kind = "programme.letter." + event.to().code();
    String name = centre.name().in(language);
    Letter letter =
        Letter.of(kind, reader.email(), language)
            .person(reader.id())
            .greeting(reader.name())
            .subject(name)
            .paragraph(kind + ".body", event.sessionIds().size(), name);
    for (SessionSummary each : sessions) {
      letter.paragraph(
          "programme.letter.session",
          each.course().title(),
          each.facts().dated()
              ? new Dates(language).days(each.facts().firstDay(), each.facts().lastDay())
              : "–");
    }
    if (event.sessionIds().size() > NAMED) {
      letter.paragraph("programme.letter.more", event.sessionIds().size() - NAMED);
    }
    if (!event.note().isEmpty()) {
      letter.paragraph("programme.letter.note").quote(event.note());
    }
    return letter.link("programme.letter.open", installation.baseUrl() + path(centre, sessions));
  }

  private static String path(CentreSummary centre, List<SessionSummary> sessions) {
    String year =
        sessions.stream()
            .filter(each -> each.facts().dated())
            .findFirst()
            .map(each -> "&year=" + TrainingYear.of(each.facts().firstDay()).begins())
            .orElse("");
    return "/desk/programme?centre=" + centre.code() + year;
  }
}
