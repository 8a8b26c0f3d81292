package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.portolan.approval.Approver;
import org.portolan.approval.Ask;
import org.portolan.approval.Change;
import org.portolan.approval.Difference;
import org.portolan.approval.Word;
import org.portolan.office.Mandates;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.audit.Deed;

/**
 * Asks those again who agreed to something that is no longer so. Seats, offers and places on the
 * list stay as they are meanwhile. The session of the applications is held by whoever calls.
 */
@ApplicationScoped
class Reconsideration {
  @Inject private ChangeLog log;
  @Inject private Enrolments enrolments;
  @Inject private Mandates mandates;
  @Inject private AuditTrail audit;

  /**
   * An approver who is asked again, or has it taken over from another who was.
   *
   * @param differences from what they agreed to
   */
  record Question(Application application, Approver approver, List<Difference> differences) {}

  /**
   * What of a session its applications are asked by.
   *
   * @param donorCode of the body that pays now, or null: then there is none to ask
   */
  record Place(SessionTerms terms, String donorCode) {
    static Place of(OfferedSession session) {
      return new Place(session.terms(), session.donorCode());
    }

    private boolean has(Approver approver) {
      return approver != Approver.DONOR || donorCode != null;
    }
  }

  /**
   * Asks about all of these what has to be asked again since the last changes, which are in the
   * log.
   *
   * @param changed what these changes are about
   * @return whom to tell of it
   */
  @Transactional(Transactional.TxType.MANDATORY)
  List<Question> changed(
      Place place, Collection<Application> all, Collection<Change> changed, Instant now) {
    ChangeLog.Past past =
        log.past(place.terms().sessionId(), all.stream().map(Application::id).toList());
    QuestionsInTime questionsInTime = new QuestionsInTime(place.terms(), now);
    List<Question> questions = new ArrayList<>();
    List<Deed> deeds = new ArrayList<>();
    for (Application each : all) {
      Word before = each.word();
      Set<Approver> differing = EnumSet.noneOf(Approver.class);
      AgreedChanges.agreed(past, each.id(), each.personId(), each.chain()).keySet().stream()
          .filter(place::has)
          .filter(approver -> !differences(past, each, approver).isEmpty())
          .forEach(differing::add);
      Set<Approver> concerned =
          differing.stream()
              .filter(approver -> changed.stream().anyMatch(one -> one.concerns(approver)))
              .collect(Collectors.toCollection(() -> EnumSet.noneOf(Approver.class)));
      each.changed(differing, concerned, place.terms().asking(each.chain(), now));
      questionsInTime.dueInTime(each);
      if (!Objects.equals(before.again(), each.word().again()) || !concerned.isEmpty()) {
        deeds.add(deed(each, before));
      }
      if (each.askedAgain() && !each.asked().equals(Optional.ofNullable(before.ask()))) {
        Approver first = each.word().again().first();
        questions.add(new Question(each, first, differences(past, each, first)));
      }
      questionsInTime.overInTime(each);
    }
    escalate(place.terms(), questions);
    audit.writeAll(deeds);
    return List.copyOf(questions);
  }

  /**
   * Whoever was asked again agreed: the next of those who are asked again has the word.
   *
   * @return whom to tell of it
   */
  @Transactional(Transactional.TxType.MANDATORY)
  List<Question> next(Place place, Application application) {
    if (!application.askedAgain()) {
      return List.of();
    }
    ChangeLog.Past past = log.past(application.sessionId(), List.of(application.id()));
    Approver first = application.word().again().first();
    List<Question> questions =
        List.of(new Question(application, first, differences(past, application, first)));
    escalate(place.terms(), questions);
    return questions;
  }

  private static List<Difference> differences(
      ChangeLog.Past past, Application application, Approver approver) {
    return AgreedChanges.differences(
        past, application.id(), application.personId(), application.chain(), approver);
  }

  /** Others are asked too at once where nobody would answer. */
  private void escalate(SessionTerms terms, List<Question> questions) {
    Set<String> members =
        questions.stream()
            .filter(each -> each.approver() == Approver.COORDINATOR)
            .map(each -> each.application().memberCode())
            .collect(Collectors.toSet());
    Map<String, Set<Long>> deciders = members.isEmpty() ? Map.of() : mandates.deciders(members);
    for (Question each : questions) {
      Application application = each.application();
      boolean nobody =
          switch (each.approver()) {
            case SUPERVISOR -> application.supervisor().filter(Supervisor::known).isEmpty();
            case COORDINATOR ->
                deciders.get(application.memberCode()).stream()
                    .allMatch(person -> person == application.personId());
            case CENTRE, DONOR -> false;
          };
      if (nobody) {
        Ask ask = application.asked().orElseThrow();
        application.urged(ask.escalated(terms.startsAt()));
      } else if (each.approver() == Approver.SUPERVISOR) {
        application.linkedAnew();
      }
    }
  }

  private Deed deed(Application application, Word before) {
    return enrolments
        .deed("application.asked-again", application, application.state())
        .change("asked", text(before), text(application.word()));
  }

  private static String text(Word word) {
    return word.again() == null ? null : word.again().text();
  }
}
