package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.portolan.approval.Approver;
import org.portolan.approval.Ask;
import org.portolan.enrolment.Deciders.Case;
import org.portolan.enrolment.Enrolments.Open;
import org.portolan.office.Mandates;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.Problem;
import org.portolan.seat.ApplicationState;
import org.portolan.selection.Placed;

/** Deciding on applications, for all who are asked along the chain. */
@ApplicationScoped
public class Decisions {
  private static final Logger LOG = Logger.getLogger(Decisions.class.getName());

  @Inject private Enrolments enrolments;
  @Inject private Deciders deciders;
  @Inject private ApplicationRepository applications;
  @Inject private WaitingRows waiting;
  @Inject private Rankings rankings;
  @Inject private ChangeLog changes;
  @Inject private AnsweredAgain answered;
  @Inject private Mandates mandates;
  @Inject private CurrentPerson me;
  @Inject private Decisions each;
  @Inject private Clock clock;

  /**
   * What became of one of several decisions.
   *
   * @param refused type of what stood in the way, or null where it was done
   */
  public record Outcome(long application, String refused) {}

  /** Agrees where the application stands; after the last step it gets a seat or a place. */
  @Transactional
  public void approve(long applicationId, String remark) {
    approve(new Pick(applicationId, null), remark);
  }

  /** Refuses with a reason that the applicant reads. */
  @Transactional
  public void refuse(long applicationId, String reason) {
    refuse(new Pick(applicationId, null), reason);
  }

  /**
   * The same for a step of the chain.
   *
   * @throws EnrolmentRefused when it no longer stands there
   */
  @Transactional
  public void approve(Pick pick, String remark) {
    approve(pick, remark, null);
  }

  /**
   * One of several that are decided together.
   *
   * @param ranked where it stands among those whom the centre ranked; null where that is not known
   *     yet
   */
  @Transactional
  public void approve(Pick pick, String remark, Placed ranked) {
    me.require();
    Statement words = Statement.remark(remark);
    Instant now = clock.instant();
    Open open = open(pick.application(), now);
    Application application = answerable(pick, open);
    ApplicationState before = application.state();
    Approver step = step(application);
    Optional<Placed> place = place(application, ranked, now);
    place.ifPresent(words::requireFor);
    boolean again = application.askedAgain();
    open.enrolment().approve(application, me.id(), words, now);
    place.ifPresent(each -> application.ranked(each.text()));
    if (again) {
      answered.again(open, application, step);
    }
    enrolments.keep(open, application, now);
    enrolments
        .deed(
            application.state() == before ? "application.agreed" : "application.approved",
            application,
            before)
        .change("step", null, step.code())
        .change("passed-over", null, place.map(Placed::passedOver).orElse(null))
        .write();
  }

  /** Where an application stands among those who wait for the selection of its centre. */
  private Optional<Placed> place(Application application, Placed known, Instant now) {
    if (application.asked().filter(ask -> ask.approver() == Approver.CENTRE).isEmpty()) {
      return Optional.empty();
    }
    return known == null
        ? rankings
            .of(application.sessionId(), now)
            .flatMap(ranking -> Placed.in(ranking, application.id(), Set.of(application.id())))
        : Optional.of(known);
  }

  /** The same for a step of the chain. */
  @Transactional
  public void refuse(Pick pick, String reason) {
    refuse(pick, reason, null);
  }

  /** One of several that are refused together. */
  @Transactional
  public void refuse(Pick pick, String reason, Placed ranked) {
    me.require();
    Statement words = Statement.refusal(reason);
    Instant now = clock.instant();
    Open open = open(pick.application(), now);
    Application application = answerable(pick, open);
    ApplicationState before = application.state();
    Approver step = step(application);
    Optional<Placed> place = place(application, ranked, now);
    boolean again = application.askedAgain();
    open.enrolment().refuse(application, me.id(), words, now);
    place.ifPresent(each -> application.ranked(each.left().text()));
    if (again) {
      answered.again(open, application, step);
    }
    enrolments.keep(open, application, now);
    enrolments
        .deed("application.refused", application, before)
        .change("step", null, step.code())
        .write();
  }

  /**
   * The same for several, each by itself: one that cannot be decided keeps none of the others back.
   * Those of a session that ranks are chosen together, in the order of its ranking.
   *
   * @param words remark, or reason where they are refused
   * @throws EnrolmentRefused when the words cannot be kept, or a reason is missing why others are
   *     passed over, before anything is decided
   */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public List<Outcome> decideAll(List<Pick> picks, boolean agree, String words) {
    me.require();
    Statement kept = agree ? Statement.remark(words) : Statement.refusal(words);
    Map<Long, Placed> ranked = each.ranked(picks);
    if (agree) {
      ranked.values().forEach(kept::requireFor);
    }
    List<Outcome> outcomes = new ArrayList<>();
    boolean together = true;
    for (Pick pick : Pick.inOrder(picks, ranked)) {
      String refused = null;
      // where one before could not be selected, those behind are looked at anew
      Placed place = together ? ranked.get(pick.application()) : null;
      try {
        if (agree) {
          each.approve(pick, kept.text(), place);
        } else {
          each.refuse(pick, kept.text(), place);
        }
      } catch (Problem problem) {
        refused = problem.type();
      } catch (NotFound unknown) {
        refused = "not-found";
      } catch (RuntimeException failed) {
        // the others are decided all the same, and whoever decides learns of both
        LOG.log(Level.WARNING, "Application " + pick.application() + " was not decided", failed);
        refused = "failed";
      }
      together &= refused == null;
      outcomes.add(new Outcome(pick.application(), refused));
    }
    return List.copyOf(outcomes);
  }

  /** Where those stand whom their centres ranked; by number of the application. */
  @Transactional
  public Map<Long, Placed> ranked(List<Pick> picks) {
    List<Long> asked =
        picks.stream()
            .filter(pick -> pick.step() == Approver.CENTRE)
            .map(Pick::application)
            .toList();
    Map<Long, Placed> ranked = new HashMap<>();
    boolean selects =
        me.isAdministrator()
            || !me.scopes(Role.CENTRE, Scope.Kind.CENTRE).isEmpty()
            || !me.scopes(Role.ROCB, Scope.Kind.REGION).isEmpty();
    rankings
        .of(selects ? applications.sessionsOf(asked) : Set.of(), clock.instant())
        .values()
        .forEach(
            ranking ->
                asked.forEach(
                    one ->
                        Placed.in(ranking, one, asked).ifPresent(place -> ranked.put(one, place))));
    return ranked;
  }

  /**
   * Lets another officer of the Member step into the seat or the place of one who cannot come.
   *
   * @param successorId application of the other, which waits for the Member's decision
   */
  @Transactional
  public void replace(long applicationId, long successorId, String remark) {
    me.require();
    Statement words = Statement.remark(remark);
    Instant now = clock.instant();
    Open open = open(applicationId, now);
    Application leaving = applications.get(applicationId);
    if (!deciders.mayDecideForMember(Case.of(leaving, open.session()))) {
      throw new NotFound("application " + applicationId);
    }
    Application successor = answerable(new Pick(successorId, null), open);
    if (successor.sessionId() != leaving.sessionId()
        || !Objects.equals(successor.memberCode(), leaving.memberCode())) {
      throw new NotFound("application " + successorId);
    }
    if (successor.chain().after(step(successor)).isPresent()) {
      throw new EnrolmentRefused(EnrolmentRefused.Kind.MORE_STEPS);
    }
    ApplicationState before = leaving.state();
    ApplicationState waited = successor.state();
    open.enrolment().replace(leaving, successor, me.id(), words, now);
    enrolments.keep(open, successor, now);
    enrolments
        .deed("application.replaced", leaving, before)
        .change("by", null, successorId)
        .write();
    enrolments.deed("application.approved", successor, waited).write();
  }

  private Open open(long applicationId, Instant now) {
    return enrolments.open(applications.sessionOf(applicationId), now);
  }

  private static Approver step(Application application) {
    return application.asked().map(Ask::approver).orElse(Approver.COORDINATOR);
  }

  /**
   * An application that the person who asks may decide on where it stands.
   *
   * @throws EnrolmentRefused when they could have, but somebody else did, or when it is their own
   */
  private Application answerable(Pick pick, Open open) {
    Application application = applications.get(pick.application());
    Case one = Case.of(application, open.session());
    if (!deciders.answers(one, application.chain(), pick.step())) {
      throw new NotFound("application " + pick.application());
    }
    requireSeen(pick, application);
    return application;
  }

  /** Nobody agrees to what they were not shown. */
  private void requireSeen(Pick pick, Application application) {
    if (pick.step() != null
        && pick.seen() < changes.last(application.sessionId(), application.id())) {
      throw new EnrolmentRefused(EnrolmentRefused.Kind.CHANGED);
    }
  }

  /**
   * What waits for the person who asks, or lately did, the oldest first; in three statements at
   * most.
   */
  @Transactional
  public Waiting waiting(WaitingFilter filter, int first, int size, Language reader) {
    me.require();
    Instant now = clock.instant();
    WaitingRows.Overview all = waiting.overview(filter, now, reader);
    return new Waiting(
        all.total() == 0 ? List.of() : waiting.list(filter, now, first, size, reader),
        all.total(),
        all.overdue(),
        all.sessions().isEmpty() ? changes.last() : all.last(),
        all.sessions(),
        all.members(),
        mandates.withoutCoordinator(me.scopes(Role.COORDINATOR, Scope.Kind.MEMBER)));
  }

  /** Whether the person who asks may answer where an application stands; else they may look. */
  public boolean decides(ApplicationSummary application) {
    return deciders.mayAnswer(Case.of(application));
  }
}
