package org.portolan.enrolment;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.portolan.approval.Change;
import org.portolan.approval.Difference;

/**
 * What a supervisor is asked by a link.
 *
 * @param state open, or why it can no longer be answered
 * @param officer who applied, with what they do at home
 * @param timeline its way as its officer sees it, without others’ names and words; nothing where
 *     the link is no longer theirs
 * @param changes what is another than they, or another supervisor, agreed to before; nothing where
 *     nobody did
 */
public record ConsentRequest(
    State state,
    String supervisor,
    String officer,
    String post,
    String motivation,
    OfferedSession session,
    List<TimelineStep> timeline,
    List<Difference> changes,
    Instant due) {

  /** Whether another supervisor agreed before, instead of whom this one is asked. */
  public boolean anotherBefore() {
    return Difference.any(Change.SUPERVISOR, changes);
  }

  /** What is another since somebody agreed, but who that was. */
  public List<Difference> since() {
    return Difference.without(Change.SUPERVISOR, changes);
  }

  /** Whether a link can still be answered. */
  public enum State {
    OPEN,
    /** It was answered, by this link or by somebody in the supervisor's place. */
    ANSWERED,
    /** Its time is over, or another supervisor was named. */
    EXPIRED,
    /** The officer withdrew, or the session was cancelled or has begun. */
    GONE;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  static ConsentRequest of(
      ApplicationSummary application,
      AnswerTokens.Link link,
      int last,
      List<TimelineStep> timeline,
      List<Difference> changes,
      Instant now) {
    String supervisor = application.supervisor() == null ? "" : application.supervisor().name();
    Set<String> known =
        Set.copyOf(List.of(application.person(), supervisor, application.session().centre()));
    return new ConsentRequest(
        state(application, link, last, now),
        supervisor,
        application.person(),
        application.post(),
        application.motivation(),
        application.session(),
        link.good(last, now)
            ? timeline.stream().map(step -> step.naming(known)).toList()
            : List.of(),
        changes,
        application.dueAt());
  }

  private static State state(
      ApplicationSummary application, AnswerTokens.Link link, int last, Instant now) {
    boolean waits =
        application.ask() != null
            && application.ask().approver() == org.portolan.approval.Approver.SUPERVISOR;
    if (!waits) {
      return application.state().alive() || application.reason() != null
          ? State.ANSWERED
          : State.GONE;
    }
    if (!application.session().open(now)) {
      return State.GONE;
    }
    return link.good(last, now) ? State.OPEN : State.EXPIRED;
  }
}
