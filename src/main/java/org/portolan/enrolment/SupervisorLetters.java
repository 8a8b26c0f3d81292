package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.portolan.approval.Ask;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.Dates;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.mail.Letter;
import org.portolan.platform.mail.Outbox;

/** The letters by which a supervisor is asked; written in the language of the officer. */
@ApplicationScoped
class SupervisorLetters {
  /** A late answer is still an answer, until the session begins. */
  private static final Duration OPEN_AFTER_DUE = Duration.ofDays(30);

  @Inject private AnswerLinks links;
  @Inject private ApplicationRows rows;
  @Inject private People people;
  @Inject private Outbox outbox;
  @Inject private Installation installation;

  /**
   * Asks, or reminds; nothing is sent to an address that is not known.
   *
   * @param kind first of its texts: the question or the reminder
   */
  void post(Application application, Kind kind) {
    Supervisor supervisor = application.supervisor().filter(Supervisor::known).orElse(null);
    Ask ask = application.asked().orElse(null);
    if (supervisor == null || ask == null) {
      return;
    }
    PersonSummary officer = people.find(application.personId()).orElseThrow();
    Language language = Language.of(officer.language()).orElse(Language.EN);
    Dates dates = new Dates(language);
    OfferedSession session = rows.session(application.sessionId(), language).orElseThrow();
    Instant latest = ask.due().plus(OPEN_AFTER_DUE);
    Instant expires = latest.isBefore(session.startsAt()) ? latest : session.startsAt();
    outbox.post(
        Letter.of(kind.text, supervisor.email(), language)
            .person(officer.id())
            .greeting(supervisor.name())
            .subject(officer.name())
            .paragraph(
                kind.text + ".body",
                officer.name(),
                session.title(),
                session.centre(),
                dates.days(session.firstDay(), session.lastDay()))
            .quote(application.motivation())
            .paragraph("enrolment.letter.supervisor.until", dates.moment(ask.due(), session.zone()))
            .link(
                "enrolment.letter.supervisor.open",
                installation.baseUrl()
                    + "/consent?lang="
                    + language.code()
                    + "&token="
                    + links.consent(application, expires))
            .secretUntil(expires));
  }

  /** What a letter to a supervisor is. */
  enum Kind {
    QUESTION("enrolment.letter.supervisor"),
    REMINDER("enrolment.letter.supervisor-reminder");

    private final String text;

    Kind(String text) {
      this.text = text;
    }
  }
}
