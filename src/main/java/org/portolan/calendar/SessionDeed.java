package org.portolan.calendar;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.portolan.platform.audit.Deed;

/** What a deed changed of a session, for the audit trail. */
final class SessionDeed {
  private SessionDeed() {}

  /**
   * @param courseCode of a course by its number; asked only where the course is another
   */
  static Deed describe(
      Deed deed,
      Optional<SessionFacts> before,
      SessionFacts after,
      LongFunction<String> courseCode) {
    boolean sameCourse = before.filter(was -> was.courseId() == after.courseId()).isPresent();
    Function<SessionFacts, Object> course =
        facts -> sameCourse ? null : courseCode.apply(facts.courseId());
    return new Comparison(deed, before, after)
        .field("state", facts -> facts.state().code())
        .field("course", course)
        .field("timing", facts -> facts.dated() ? null : facts.timing().code())
        .field("firstDay", SessionFacts::firstDay)
        .field("lastDay", SessionFacts::lastDay)
        .field("applyBy", SessionFacts::applyBy)
        .field("start", SessionFacts::dayStart)
        .field("end", SessionFacts::dayEnd)
        .field("slots", facts -> facts.slots().everyDay() ? null : facts.slots().text())
        .field("venue", SessionFacts::venue)
        .field("room", SessionFacts::room)
        .field("seats", facts -> facts.standing() ? null : facts.seats())
        .field("languages", SessionFacts::languages)
        .field("approval", facts -> facts.approval().text())
        .field("donor", SessionFacts::donor)
        .field("online", SessionFacts::online)
        .field("stage", facts -> stage(facts.progress()))
        .field("note", facts -> facts.progress().note())
        .field("held", facts -> facts.progress().held())
        .field("participants", facts -> facts.progress().participants())
        .field("remarks", facts -> facts.progress().remarks())
        .deed();
  }

  /** What people said of it; the rest of its way is in its state, or comes with time. */
  private static String stage(Progress progress) {
    Stage stage = progress.reportedAt() == null ? progress.ofDraft() : Stage.REPORTED;
    return stage == Stage.DRAFT ? null : stage.code();
  }

  private record Comparison(Deed deed, Optional<SessionFacts> before, SessionFacts after) {
    Comparison field(String name, Function<SessionFacts, Object> value) {
      deed.change(name, before.map(value).orElse(null), value.apply(after));
      return this;
    }
  }
}
