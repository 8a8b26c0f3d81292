package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.Dates;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.mail.Letter;
import org.portolan.platform.mail.Outbox;

/** The letters by which those who decide learn that applications wait for them. */
@ApplicationScoped
class DeciderLetters {
  @Inject private ApplicationRows rows;
  @Inject private People people;
  @Inject private Outbox outbox;
  @Inject private Installation installation;

  /** Tells these people that so many applications for a session wait for them. */
  void post(Kind kind, Collection<Long> readers, long sessionId, int count) {
    for (PersonSummary reader : people.byIds(readers).values()) {
      if (Letter.reachable(reader.email())) {
        outbox.post(letter(kind, reader, sessionId, count));
      }
    }
  }

  private Letter letter(Kind kind, PersonSummary reader, long sessionId, int count) {
    Language language = Language.of(reader.language()).orElse(Language.EN);
    OfferedSession session = rows.session(sessionId, language).orElseThrow();
    return Letter.of(kind.text, reader.email(), language)
        .person(reader.id())
        .greeting(reader.name())
        .subject(count)
        .paragraph(
            kind.text + ".body",
            count,
            session.title(),
            session.centre(),
            new Dates(language).days(session.firstDay(), session.lastDay()))
        .link(
            "enrolment.letter.deciding.open",
            installation.baseUrl() + "/desk/decisions?session=" + sessionId);
  }

  /** Why they are told. */
  enum Kind {
    REMINDER("enrolment.letter.deciding"),
    ESCALATED("enrolment.letter.deciding-late");

    private final String text;

    Kind(String text) {
      this.text = text;
    }
  }
}
