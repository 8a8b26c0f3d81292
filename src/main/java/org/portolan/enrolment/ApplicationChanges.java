package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.portolan.approval.Approver;
import org.portolan.approval.Change;
import org.portolan.approval.Difference;
import org.portolan.enrolment.Enrolments.Open;
import org.portolan.enrolment.Reconsideration.Question;
import org.portolan.platform.audit.Deed;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.web.NotFound;

/**
 * Changing one's own application while it stands: who agreed to it and is concerned is asked again,
 * and what came of it stays meanwhile.
 */
@ApplicationScoped
public class ApplicationChanges {
  @Inject private CurrentPerson me;
  @Inject private Clock clock;
  @Inject private ApplicationRepository applications;
  @Inject private ApplicationRows rows;
  @Inject private Enrolments enrolments;
  @Inject private SupervisorConsents supervisors;
  @Inject private SupervisorLetters supervisorLetters;
  @Inject private ChangeLog log;
  @Inject private Reconsideration reconsideration;
  @Inject private ChangeLetters letters;

  /**
   * What may be changed, as it is now.
   *
   * @throws EnrolmentRefused when nothing can be changed any more
   */
  @Transactional
  public ChangeForm form(long applicationId, Language reader) {
    Application application = own(applicationId);
    ApplicationSummary summary = rows.find(applicationId, reader).orElseThrow();
    requireStanding(application);
    if (!summary.session().open(clock.instant())) {
      throw new EnrolmentRefused(EnrolmentRefused.Kind.CLOSED);
    }
    Set<Approver> agreed =
        AgreedChanges.agreed(
                log.past(application.sessionId(), List.of(applicationId)),
                applicationId,
                application.personId(),
                application.chain())
            .keySet();
    return new ChangeForm(
        summary,
        application.version(),
        agreed.stream().filter(Change.MOTIVATION::concerns).toList(),
        agreed.stream().filter(Change.SUPERVISOR::concerns).toList());
  }

  /**
   * Says something else than before.
   *
   * @param version of the application as it was shown
   * @return who is asked again because of it
   * @throws EnrolmentRefused when nothing is another, something happened since it was shown, or it
   *     was changed too often
   */
  @Transactional
  public List<Approver> change(
      long applicationId,
      int version,
      String motivation,
      String supervisorName,
      String supervisorEmail) {
    me.require();
    Statement words = Statement.motivation(motivation);
    Instant now = clock.instant();
    Open open = enrolments.open(applications.sessionOf(applicationId), now);
    Application application = own(applicationId);
    requireStanding(application);
    open.held().requireOpen(now);
    if (application.version() != version) {
      throw new EnrolmentRefused(EnrolmentRefused.Kind.CHANGED);
    }
    Supervisor before = application.supervisor().orElse(null);
    Supervisor named = before == null ? null : Supervisor.typed(supervisorName, supervisorEmail);
    List<Difference> changes = new ArrayList<>();
    changes.add(new Difference(Change.MOTIVATION, application.motivation(), words.text()));
    if (named != null) {
      changes.add(new Difference(Change.SUPERVISOR, before.text(), named.text()));
    }
    changes.removeIf(each -> !each.any());
    if (changes.isEmpty()) {
      throw new EnrolmentRefused(EnrolmentRefused.Kind.UNCHANGED);
    }
    log.requireRoom(applicationId, now);
    List<Change> kinds = changes.stream().map(Difference::what).toList();
    log.add(application.sessionId(), applicationId, changes, now);
    application.says(words);
    boolean first = kinds.contains(Change.SUPERVISOR) && asksFirst(application);
    if (first) {
      supervisors.askInstead(open, application, named, now);
    } else if (kinds.contains(Change.SUPERVISOR)) {
      supervisors.lead(application, named);
    }
    List<Question> questions =
        reconsideration.changed(
            Reconsideration.Place.of(open.session()), List.of(application), kinds, now);
    enrolments.keep(open, application, now);
    if (first) {
      supervisorLetters.post(application, SupervisorLetters.Kind.QUESTION);
    }
    letters.ask(application.sessionId(), questions);
    Deed deed = enrolments.deed("application.changed", application, application.state());
    changes.forEach(
        each ->
            deed.personal(application.personId(), each.what().code(), each.before(), each.after()));
    deed.write();
    return application.askedAgain() ? List.copyOf(application.word().again().asked()) : List.of();
  }

  /** Whether the supervisor is asked and has not agreed yet. */
  private static boolean asksFirst(Application application) {
    return application.word().reached() == Approver.SUPERVISOR;
  }

  private void requireStanding(Application application) {
    if (!application.state().alive()) {
      throw new EnrolmentRefused(EnrolmentRefused.Kind.ALREADY_DECIDED);
    }
    if (applications.used(application.id())) {
      throw new EnrolmentRefused(EnrolmentRefused.Kind.CLOSED);
    }
  }

  private Application own(long applicationId) {
    long person = me.require().personId();
    Application application = applications.get(applicationId);
    if (application.personId() != person) {
      throw new NotFound("application " + applicationId);
    }
    return application;
  }
}
