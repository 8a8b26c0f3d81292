package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.portolan.enrolment.Deciders.Case;
import org.portolan.office.Mandates;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.Dates;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.mail.Letter;
import org.portolan.platform.mail.Outbox;
import org.portolan.region.CentreSummary;
import org.portolan.region.Directory;
import org.portolan.region.MemberSummary;

/** The letters by which those who decide learn that applications wait for them. */
@ApplicationScoped
class DeciderLetters {
  @Inject private ApplicationRows rows;
  @Inject private Mandates mandates;
  @Inject private Directory directory;
  @Inject private People people;
  @Inject private Outbox outbox;
  @Inject private Installation installation;

  /** Whom a letter reaches about an application that is not answered. */
  Optional<Nudge> nudge(Case one, Instant now) {
    return Nudge.of(one, now, this::memberRegion, this::centreRegion);
  }

  /**
   * Tells those whom letters reach of so many applications for a session, or whoever is there
   * instead.
   */
  void tell(Map<Nudge, Integer> told, long sessionId) {
    Map<Readers, Integer> reached = new LinkedHashMap<>();
    told.forEach((nudge, count) -> reached.merge(readers(nudge, 0), count, Integer::sum));
    reached.forEach((each, count) -> post(each.nudge().kind(), each.people(), sessionId, count));
  }

  /**
   * Tells of one application about which others are asked at once. Its applicant is not among them,
   * whatever office they hold; where nobody else holds it, the next office is told.
   */
  void tellAtOnce(Application application, OfferedSession session, Instant now) {
    Nudge nudge = nudge(Case.of(application, session), now).orElseGet(Nudge::lastResort);
    Readers readers = readers(nudge, application.personId());
    post(readers.nudge().kind(), readers.people(), session.id(), 1);
  }

  /** Those whom a letter reaches, and why. */
  private record Readers(Nudge nudge, Set<Long> people) {}

  private Readers readers(Nudge nudge, long applicant) {
    Set<Long> people = new HashSet<>(mandates.holders(nudge.role(), nudge.scope()));
    people.remove(applicant);
    return people.isEmpty()
        ? nudge
            .beyond(this::memberRegion)
            .map(next -> readers(next, applicant))
            .orElseGet(() -> new Readers(nudge, people))
        : new Readers(nudge, people);
  }

  private Optional<String> memberRegion(String code) {
    return directory.findMember(code).map(MemberSummary::regionCode);
  }

  private Optional<String> centreRegion(String code) {
    return directory.findCentre(code).map(CentreSummary::regionCode);
  }

  /** Tells these people that so many applications for a session wait for them. */
  private void post(Kind kind, Collection<Long> readers, long sessionId, int count) {
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
    ESCALATED("enrolment.letter.deciding-late"),
    /** A supervisor whose address nobody knows is not asked before it is confirmed. */
    ADDRESS("enrolment.letter.deciding-address"),
    /** Whoever would be asked is the applicant, or nobody. */
    VACANT("enrolment.letter.deciding-vacant");

    private final String text;

    Kind(String text) {
      this.text = text;
    }
  }
}
