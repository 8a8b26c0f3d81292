package org.portolan.template;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.portolan.calendar.SessionDefaults;
import org.portolan.calendar.SessionDrafted;
import org.portolan.calendar.UsualSessions;
import org.portolan.enrolment.SeatDesk;

/** What new sessions take from the template of their course. */
@ApplicationScoped
class TemplatesInUse implements UsualSessions {
  @Inject private TemplateRepository templates;
  @Inject private SeatDesk seats;

  @Override
  @Transactional
  public Optional<SessionDefaults> of(long courseId) {
    return templates.of(courseId).map(SessionTemplate::sessions);
  }

  /** Whoever plans says most of it in the form; the rules of the seats have a page of their own. */
  @Transactional(Transactional.TxType.MANDATORY)
  void drafted(@Observes SessionDrafted event) {
    templates
        .of(event.courseId())
        .ifPresent(template -> seats.begin(event.sessionId(), template.rules()));
  }
}
