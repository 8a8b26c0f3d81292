package org.portolan.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.portolan.calendar.SessionFacts;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.web.NotFound;

/** The papers around a session, each kind as one document. */
@ApplicationScoped
public class SessionPapers {
  @Inject private AttendanceTerms terms;
  @Inject private RollCall roll;
  @Inject private BadgeCodes codes;

  /** Badges of all who have a seat in a session of one's own centre, or were written down. */
  @Transactional
  public byte[] badges(long session, Language language) {
    Roll found = roll.find(session, language);
    List<Badges.Worn> worn =
        found.people().stream()
            .filter(RollPerson::expected)
            .map(
                each ->
                    new Badges.Worn(
                        each.name(), each.administration(), codes.write(session, each.attendee())))
            .toList();
    return new Badges(PaperHead.of(found.session(), language), worn).pdf();
  }

  /** Plates with their names for the tables. */
  @Transactional
  public byte[] namePlates(long session, Language language) {
    Roll found = roll.find(session, language);
    List<NamePlates.Standing> standing =
        found.people().stream()
            .filter(RollPerson::expected)
            .map(each -> new NamePlates.Standing(each.name(), each.administration()))
            .toList();
    return new NamePlates(PaperHead.of(found.session(), language), standing).pdf();
  }

  /**
   * Certificates for all who were there enough, once the attendance is signed or closed; 404 where
   * there is nobody.
   */
  @Transactional
  public byte[] certificates(long session, Language language) {
    SessionFacts facts = terms.own(session);
    Roll found = roll.find(session, language);
    List<Certificates.Earned> earned =
        found.people().stream()
            .filter(found::certified)
            .map(
                each ->
                    new Certificates.Earned(
                        each.name(),
                        each.administration(),
                        found.held().getOrDefault(each.attendee(), Map.of())))
            .toList();
    if (earned.isEmpty()) {
      throw new NotFound("certificates of session " + session);
    }
    return Certificates.of(found.session(), facts, found.signature(), found.closesAt(), language)
        .pdf(earned);
  }
}
