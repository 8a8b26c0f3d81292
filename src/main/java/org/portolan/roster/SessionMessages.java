package org.portolan.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.portolan.enrolment.ApplicationSummary;
import org.portolan.enrolment.EnrolmentService;
import org.portolan.enrolment.OfferedSession;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.mail.Letter;
import org.portolan.platform.mail.Outbox;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Scope;

/**
 * A centre writes to participants of a session of its own. Each gets a letter that says in their
 * language who writes and about what, with the words of the centre as they were written.
 */
@ApplicationScoped
public class SessionMessages {
  /** So many for one session in a day: who needs more writes too often. */
  static final int MOST = 5;

  private static final Duration DAY = Duration.ofHours(24);

  @Inject private Rosters rosters;
  @Inject private EnrolmentService enrolment;
  @Inject private People people;
  @Inject private MessageRows rows;
  @Inject private Outbox outbox;
  @Inject private Installation installation;
  @Inject private AuditTrail audit;
  @Inject private CurrentPerson me;
  @Inject private Clock clock;

  /** Who would get a message: those of the selection to whom a letter can be sent. */
  @Transactional
  public List<ApplicationSummary> receivers(long session, Selection selection, Language reader) {
    return reachable(selection.of(rosters.find(session, reader)));
  }

  /** What was sent to participants of a session of one's own centre, the latest first. */
  @Transactional
  public List<SentMessage> sent(long session, Language reader) {
    rosters.find(session, reader);
    List<MessageRows.Row> found = rows.ofSession(session);
    Map<Long, String> senders = new HashMap<>();
    people.byIds(MessageRows.senders(found)).forEach((id, who) -> senders.put(id, who.name()));
    return found.stream()
        .map(
            row ->
                new SentMessage(
                    row.id(),
                    senders.getOrDefault(row.sender(), ""),
                    row.subject(),
                    row.body(),
                    row.receivers(),
                    row.sentAt()))
        .toList();
  }

  /**
   * Sends it, and says to how many.
   *
   * @param text without problems
   */
  @Transactional
  public int send(long session, Selection selection, MessageText text) {
    if (!text.problems().isEmpty()) {
      throw new IllegalArgumentException("a message with problems");
    }
    List<ApplicationSummary> receivers = receivers(session, selection, Language.EN);
    if (receivers.isEmpty()) {
      throw new MessageRefused(MessageRefused.Reason.NOBODY);
    }
    OfferedSession about = receivers.get(0).session();
    if (rows.since(session, clock.instant().minus(DAY)) >= MOST) {
      throw new MessageRefused(MessageRefused.Reason.TOO_OFTEN);
    }
    post(receivers, text);
    rows.add(session, me.id(), text, receivers.size(), clock.instant());
    audit
        .entry("roster.message-sent", "session", session)
        .scope(Scope.centre(about.centreCode()))
        .change("receivers", null, receivers.size())
        .write();
    return receivers.size();
  }

  private void post(List<ApplicationSummary> receivers, MessageText text) {
    Map<Long, PersonSummary> known = people(receivers);
    Map<Language, OfferedSession> sessions = new HashMap<>();
    for (ApplicationSummary each : receivers) {
      PersonSummary person = known.get(each.personId());
      Language language = Language.of(person.language()).orElse(Language.EN);
      OfferedSession session =
          sessions.computeIfAbsent(
              language, any -> enrolment.session(String.valueOf(each.session().id()), any));
      outbox.post(
          Letter.of("roster.letter.message", person.email(), language)
              .person(person.id())
              .greeting(person.name())
              .subject(text.subject(), session.centre())
              .paragraph("roster.letter.message.body", session.centre(), session.title())
              .quote(text.body())
              .paragraph("roster.letter.message.answer", session.centre())
              .link(
                  "roster.letter.message.open",
                  installation.baseUrl() + "/applications/" + each.id()));
    }
  }

  private List<ApplicationSummary> reachable(List<ApplicationSummary> selected) {
    Map<Long, PersonSummary> known = people(selected);
    return selected.stream()
        .filter(
            each ->
                known.containsKey(each.personId())
                    && Letter.reachable(known.get(each.personId()).email()))
        .toList();
  }

  private Map<Long, PersonSummary> people(List<ApplicationSummary> of) {
    return people.byIds(of.stream().map(ApplicationSummary::personId).distinct().toList());
  }
}
