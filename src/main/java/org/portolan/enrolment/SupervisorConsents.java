package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.portolan.approval.Approver;
import org.portolan.approval.Change;
import org.portolan.approval.Difference;
import org.portolan.enrolment.AnswerLinks.Question;
import org.portolan.enrolment.AnswerTokens.Link;
import org.portolan.enrolment.Deciders.Case;
import org.portolan.enrolment.Enrolments.Open;
import org.portolan.people.AdministrationAddresses;
import org.portolan.people.EmailAddress;
import org.portolan.people.People;
import org.portolan.people.Profiles;
import org.portolan.people.SupervisorNamed;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.web.NotFound;
import org.portolan.seat.ApplicationState;

/**
 * Asking the supervisors of applicants, who need no account: they answer by a link. Looking at what
 * it leads to changes nothing.
 */
@ApplicationScoped
public class SupervisorConsents {
  @Inject private AnswerLinks links;
  @Inject private SupervisorLetters letters;
  @Inject private DeciderLetters deciderLetters;
  @Inject private Enrolments enrolments;
  @Inject private Deciders deciders;
  @Inject private AgreedChanges changes;
  @Inject private ChangeLog log;
  @Inject private AskedPeople asked;
  @Inject private AnsweredAgain answered;
  @Inject private ApplicationRepository applications;
  @Inject private ApplicationRows rows;
  @Inject private AdministrationAddresses addresses;
  @Inject private People people;
  @Inject private Profiles profiles;
  @Inject private CurrentPerson me;
  @Inject private Clock clock;

  /** Whom the person who asks names as supervisor in their profile; either may be empty. */
  @Transactional
  public SupervisorNamed usual() {
    return profiles.supervisorOf(me.id());
  }

  /** What a link asks. 404 where nobody here signed it. */
  @Transactional
  public ConsentRequest find(String token, Language reader) {
    Link link = read(token);
    ApplicationSummary application =
        rows.find(link.application(), reader).orElseThrow(() -> new NotFound("consent"));
    return ConsentRequest.of(
        application,
        link,
        applications.get(link.application()).supervisorLink(),
        Timeline.of(
            application,
            rows.steps(application.id()),
            log.entries(application.session().id(), application.id()),
            asked.of(application, reader)),
        changes.of(application).map(AskedAgain::differences).orElse(List.of()),
        clock.instant());
  }

  /**
   * Answers by a link.
   *
   * @param words remark, or the reason where the supervisor does not agree
   * @return false where it can no longer be answered
   * @throws EnrolmentRefused when a reason is missing or words are too long
   */
  @Transactional
  public boolean answer(String token, boolean agree, String words) {
    return answer(token, agree, words, null);
  }

  /**
   * The same for one who was shown a page.
   *
   * @param seen number of the last change that was shown; null for whatever there is
   * @throws EnrolmentRefused also where something changed since
   */
  @Transactional
  public boolean answer(String token, boolean agree, String words, Long seen) {
    Link link = read(token);
    Statement said = agree ? Statement.remark(words) : Statement.refusal(words);
    Instant now = clock.instant();
    Open open = enrolments.open(applications.sessionOf(link.application()), now);
    Application application = applications.get(link.application());
    if (!new SupervisorStep(application).answerable(link, open.session().terms(), now)) {
      // what time has brought to the book is kept all the same
      enrolments.keep(open.held(), now);
      return false;
    }
    if (seen != null && seen < log.last(application.sessionId(), application.id())) {
      throw new EnrolmentRefused(EnrolmentRefused.Kind.CHANGED);
    }
    ApplicationState before = application.state();
    boolean again = application.askedAgain();
    if (agree) {
      open.enrolment().approve(application, null, said, now);
    } else {
      open.enrolment().refuse(application, null, said, now);
    }
    if (again) {
      answered.again(open, application, Approver.SUPERVISOR);
    }
    enrolments.keep(open, application, now);
    enrolments
        .deed(agree ? "application.agreed" : "application.refused", application, before)
        .change("step", null, Approver.SUPERVISOR.code())
        .write();
    return true;
  }

  /**
   * Names the supervisor of an application that is handed in, and asks them where their address is
   * known to be one of the administration; else its National Coordinator is told to confirm it
   * first.
   */
  void name(Open open, Application application, Supervisor typed) {
    if (!lead(application, typed).known()) {
      open.enrolment().escalateFrom(Approver.SUPERVISOR, application);
      deciderLetters.tellAtOnce(application, open.session(), clock.instant());
    }
  }

  /** Who leads the applicant, whether or not they are asked; and whether their address is known. */
  Supervisor lead(Application application, Supervisor typed) {
    typed.requireOther(people.find(application.personId()).orElseThrow().email());
    boolean strange = addresses.strange(application.memberCode(), new EmailAddress(typed.email()));
    Supervisor judged = typed.known(!strange);
    application.ledBy(judged);
    return judged;
  }

  /** Asks another than the one who has not answered; the time of the step begins anew. */
  void askInstead(Open open, Application application, Supervisor typed, Instant now) {
    new SupervisorStep(application).again(open.session().terms(), now);
    name(open, application, typed);
  }

  /** What an applicant typed, or what their profile says where nothing was. */
  Supervisor named(long person, String name, String email) {
    boolean typed = name != null && !name.isBlank() || email != null && !email.isBlank();
    SupervisorNamed usual =
        typed ? new SupervisorNamed(name, email) : profiles.supervisorOf(person);
    return Supervisor.typed(usual.name(), usual.email());
  }

  /**
   * Asks another supervisor about one's own application, as the first was the wrong one.
   *
   * @throws EnrolmentRefused also when one agreed before: {@link ApplicationChanges} is for that;
   *     or when the application was changed too often
   */
  @Transactional
  public void askAnother(long applicationId, String name, String email) {
    me.require();
    Supervisor typed = Supervisor.typed(name, email);
    Instant now = clock.instant();
    Open open = enrolments.open(applications.sessionOf(applicationId), now);
    Application application = applications.get(applicationId);
    if (application.personId() != me.id()) {
      throw new NotFound("application " + applicationId);
    }
    if (application.askedAgain()) {
      // as a change of the application, so that whoever is asked then sees what is another
      throw new EnrolmentRefused(EnrolmentRefused.Kind.CHANGED);
    }
    log.requireRoom(applicationId, now);
    String before = application.supervisor().map(Supervisor::text).orElse("");
    askInstead(open, application, typed, now);
    log.add(
        application.sessionId(),
        applicationId,
        List.of(new Difference(Change.SUPERVISOR, before, typed.text())),
        now);
    enrolments.keep(open, application, now);
    letters.post(application, SupervisorLetters.Kind.QUESTION);
    enrolments
        .deed("application.supervisor-named", application, application.state())
        .personal(application.personId(), "supervisor", null, typed.email())
        .write();
  }

  /**
   * Confirms as National Coordinator that the address is the supervisor's, who is asked then.
   *
   * @param address that was shown
   * @throws EnrolmentRefused when the applicant named another meanwhile
   */
  @Transactional
  public void confirm(long applicationId, String address) {
    me.require();
    Instant now = clock.instant();
    Open open = enrolments.open(applications.sessionOf(applicationId), now);
    Application application = applications.get(applicationId);
    if (!deciders.mayDecideForMember(Case.of(application, open.session()))) {
      throw new NotFound("application " + applicationId);
    }
    Supervisor supervisor = application.supervisor().orElseThrow(() -> new NotFound("supervisor"));
    if (!supervisor.email().equals(address)) {
      throw new EnrolmentRefused(EnrolmentRefused.Kind.ANOTHER_ADDRESS);
    }
    new SupervisorStep(application).again(open.session().terms(), now);
    application.ledBy(supervisor.known(true));
    enrolments.keep(open, application, now);
    letters.post(application, SupervisorLetters.Kind.QUESTION);
    enrolments
        .deed("application.supervisor-confirmed", application, application.state())
        .personal(application.personId(), "supervisor", null, supervisor.email())
        .write();
  }

  private Link read(String token) {
    return links.read(Question.CONSENT, token).orElseThrow(() -> new NotFound("consent"));
  }
}
