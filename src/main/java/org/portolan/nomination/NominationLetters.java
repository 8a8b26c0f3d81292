package org.portolan.nomination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.portolan.enrolment.EnrolmentService;
import org.portolan.enrolment.Nominees;
import org.portolan.enrolment.OfferedSession;
import org.portolan.office.Mandates;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.Dates;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.mail.Letter;
import org.portolan.platform.mail.Outbox;
import org.portolan.seat.ApplicationState;

/**
 * The letters by which officers learn that their administration sends them, and administrations
 * what becomes of the seats that they asked for without names.
 */
@ApplicationScoped
class NominationLetters {
  @Inject private EnrolmentService enrolment;
  @Inject private Nominees nominees;
  @Inject private Mandates mandates;
  @Inject private People people;
  @Inject private Outbox outbox;
  @Inject private Installation installation;

  /** Officers were handed in: some wait, some have the seat. */
  @Transactional(Transactional.TxType.MANDATORY)
  void sent(long sessionId, List<Nominee> sent) {
    Map<Long, ApplicationState> states =
        nominees.states(sent.stream().map(Nominee::applicationId).toList());
    for (Nominee each : sent) {
      boolean seat = states.get(each.applicationId()) == ApplicationState.APPROVED;
      post(sessionId, each, seat ? "seated" : "nominated", "");
    }
  }

  /** An officer is sent no longer. */
  @Transactional(Transactional.TxType.MANDATORY)
  void takenBack(long sessionId, Nominee nominee, String reason) {
    post(sessionId, nominee, "taken-back", reason.strip());
  }

  /**
   * Tells those who decide for an administration of the seats that it asked for without names.
   *
   * @param seats how many of them it is about
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void seats(NamingNews news, Nomination nomination, int seats) {
    Map<Language, OfferedSession> sessions = new EnumMap<>(Language.class);
    List<Letter> all = new ArrayList<>();
    for (PersonSummary reader : people.byIds(mandates.deciders(nomination.memberCode())).values()) {
      if (Letter.reachable(reader.email())) {
        Language language = Language.of(reader.language()).orElse(Language.EN);
        OfferedSession session =
            sessions.computeIfAbsent(
                language, each -> enrolment.session(nomination.sessionId(), each));
        all.add(seats(news, nomination, seats, session, reader, language));
      }
    }
    outbox.postAll(all);
  }

  private Letter seats(
      NamingNews news,
      Nomination nomination,
      int seats,
      OfferedSession session,
      PersonSummary reader,
      Language language) {
    Dates dates = new Dates(language);
    return Letter.of(news.letter(), reader.email(), language)
        .person(reader.id())
        .greeting(reader.name())
        .subject(seats)
        .paragraph(
            news.letter() + ".body",
            seats,
            session.title(),
            session.centre(),
            dates.days(session.firstDay(), session.lastDay()),
            dates.date(nomination.unnamed().orElseThrow().nameBy()))
        .link(
            "nomination.letter.seats.open",
            installation.baseUrl()
                + "/desk/nominations/"
                + nomination.sessionId()
                + "?member="
                + nomination.memberCode());
  }

  private void post(long sessionId, Nominee nominee, String what, String reason) {
    PersonSummary officer = people.find(nominee.personId()).orElse(null);
    if (officer == null || !Letter.reachable(officer.email())) {
      return;
    }
    String kind = "nomination.letter." + what;
    Language language = Language.of(officer.language()).orElse(Language.EN);
    OfferedSession session = enrolment.session(sessionId, language);
    outbox.post(
        Letter.of(kind, officer.email(), language)
            .person(officer.id())
            .greeting(officer.name())
            .paragraph(
                kind + ".body",
                session.title(),
                session.centre(),
                new Dates(language).days(session.firstDay(), session.lastDay()),
                reason)
            .link(
                kind + ".open",
                installation.baseUrl() + "/applications/" + nominee.applicationId()));
  }
}
