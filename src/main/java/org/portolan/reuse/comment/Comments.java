package org.portolan.reuse.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.portolan.knowledge.KnowledgeService;
import org.portolan.knowledge.PracticePlace;
import org.portolan.knowledge.PracticePlaces;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.audit.Deed;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.NotSignedIn;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;

/**
 * What readers say of a practice. Whoever is signed in and reads the practice reads and writes
 * comments, under their name; editors of its region hide what does not belong there.
 */
@ApplicationScoped
public class Comments {
  public static final int LONGEST = PracticeComment.LONGEST;

  static final int MOST_AN_HOUR = 12;
  static final int MOST_A_DAY = 50;

  private static final Duration SENT_TWICE = Duration.ofMinutes(10);

  @Inject private CommentRepository comments;
  @Inject private CommentLetters letters;
  @Inject private PracticePlaces practices;
  @Inject private People people;
  @Inject private CurrentPerson me;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** All that is said of a practice. */
  @Transactional
  public DiscussedPractice of(String code) {
    me.require();
    PracticePlace practice = published(code);
    List<PracticeComment> all = comments.ofPractice(practice.id());
    Map<Long, PersonSummary> authors =
        people.byIds(all.stream().map(PracticeComment::personId).collect(Collectors.toSet()));
    Map<Long, List<PracticeComment>> answers =
        all.stream()
            .filter(PracticeComment::answer)
            .collect(Collectors.groupingBy(PracticeComment::parentId));
    Instant now = clock.instant();
    return new DiscussedPractice(
        practice,
        all.stream()
            .filter(comment -> !comment.answer())
            .map(
                comment ->
                    view(
                        comment,
                        practice,
                        authors,
                        now,
                        answers.getOrDefault(comment.id(), List.of()).stream()
                            .filter(answer -> !answer.withdrawn())
                            .map(answer -> view(answer, practice, authors, now, List.of()))
                            .toList()))
            .filter(comment -> !comment.state().equals("withdrawn") || !comment.answers().isEmpty())
            .toList());
  }

  /** How many are shown, for the page of a practice, which has asked whether it may be read. */
  @Transactional
  public long count(long practice) {
    me.require();
    return comments.countShown(practice);
  }

  /**
   * Says something of a practice.
   *
   * @param answered the number of the comment that it answers, or null
   * @param language in which it is written
   */
  @Transactional(rollbackOn = InvalidComment.class)
  public void say(String code, Long answered, String typed, Language language)
      throws InvalidComment {
    me.require();
    PracticePlace practice = published(code);
    if (!people.holdStill(me.id())) {
      throw new NotSignedIn();
    }
    String words = PracticeComment.checked(typed);
    PracticeComment parent = answered == null ? null : answerable(practice, answered);
    Instant now = clock.instant();
    if (comments.saidSince(practice.id(), answered, me.id(), words, now.minus(SENT_TWICE))) {
      return;
    }
    if (comments.countSaidSince(me.id(), now.minus(Duration.ofHours(1))) >= MOST_AN_HOUR
        || comments.countSaidSince(me.id(), now.minus(Duration.ofDays(1))) >= MOST_A_DAY) {
      throw new InvalidComment("many");
    }
    PracticeComment comment =
        new PracticeComment(practice.id(), answered, me.id(), words, language, now);
    comments.add(comment);
    entry("comment.said", practice).personal(me.id(), "comment", null, words).write();
    letters.said(practice, comment, parent == null ? null : parent.personId());
  }

  private PracticeComment answerable(PracticePlace practice, long id) throws InvalidComment {
    PracticeComment parent =
        comments
            .find(id)
            .filter(each -> each.practiceId() == practice.id() && !each.answer())
            .orElseThrow(() -> new NotFound("comment " + id));
    if (!parent.shown()) {
      throw new InvalidComment("gone");
    }
    return parent;
  }

  /** Changes what the person said a moment ago. */
  @Transactional(rollbackOn = InvalidComment.class)
  public void change(String code, long id, int version, String typed) throws InvalidComment {
    PracticePlace practice = place(code);
    PracticeComment comment = mine(practice, id, version);
    Instant now = clock.instant();
    if (!comment.changeable(me.id(), now)) {
      throw new InvalidComment("late");
    }
    String before = comment.words();
    comment.change(typed, now);
    comments.flush();
    entry("comment.changed", practice)
        .personal(me.id(), "comment", before, comment.words())
        .write();
  }

  /** Takes back what the person said; answers to it stay. */
  @Transactional
  public void withdraw(String code, long id, int version) {
    PracticePlace practice = place(code);
    PracticeComment comment = mine(practice, id, version);
    String before = comment.words();
    comment.withdraw(clock.instant());
    comments.flush();
    entry("comment.withdrawn", practice).personal(me.id(), "comment", before, null).write();
  }

  /** Hides a comment from readers, for a reason that its author is told. */
  @Transactional(rollbackOn = InvalidComment.class)
  public void hide(String code, long id, int version, String reason) throws InvalidComment {
    PracticePlace practice = place(code);
    PracticeComment comment = edited(practice, id, version);
    if (!comment.shown()) {
      throw new ChangedMeanwhile();
    }
    comment.hide(me.id(), reason, clock.instant());
    comments.flush();
    entry("comment.hidden", practice).change("reason", null, comment.hiddenReason()).write();
    letters.hidden(practice, comment);
  }

  @Transactional
  public void showAgain(String code, long id, int version) {
    PracticePlace practice = place(code);
    PracticeComment comment = edited(practice, id, version);
    if (!comment.hidden() || comment.withdrawn()) {
      throw new ChangedMeanwhile();
    }
    comment.showAgain();
    comments.flush();
    entry("comment.shown", practice).write();
  }

  private PracticePlace place(String code) {
    me.require();
    return published(code);
  }

  private PracticeComment edited(PracticePlace practice, long id, int version) {
    if (!practice.own()) {
      throw new NotAllowed();
    }
    return locked(practice, id, version);
  }

  private PracticeComment mine(PracticePlace practice, long id, int version) {
    PracticeComment comment = locked(practice, id, version);
    if (comment.personId() != me.id() || comment.withdrawn()) {
      throw new NotFound("comment " + id);
    }
    return comment;
  }

  private PracticeComment locked(PracticePlace practice, long id, int version) {
    PracticeComment comment =
        comments
            .lock(id)
            .filter(each -> each.practiceId() == practice.id())
            .orElseThrow(() -> new NotFound("comment " + id));
    if (comment.version() != version) {
      throw new ChangedMeanwhile();
    }
    return comment;
  }

  /** Of a draft nobody but its editors could say anything. */
  private PracticePlace published(String code) {
    PracticePlace practice = practices.readable(code);
    if (practice.draft()) {
      throw new NotFound("comments of " + code);
    }
    return practice;
  }

  private CommentView view(
      PracticeComment comment,
      PracticePlace practice,
      Map<Long, PersonSummary> authors,
      Instant now,
      List<CommentView> answers) {
    boolean mine = comment.personId() == me.id();
    boolean seen = !comment.withdrawn() && (!comment.hidden() || mine || practice.own());
    PersonSummary author = authors.get(comment.personId());
    return new CommentView(
        comment.id(),
        comment.version(),
        author == null ? "" : author.name(),
        author == null ? null : author.memberCode(),
        comment.saidAt(),
        comment.changed(),
        seen ? comment.words() : "",
        comment.language(),
        comment.withdrawn() ? "withdrawn" : comment.hidden() ? "hidden" : "shown",
        seen ? comment.hiddenReason() : "",
        comment.changeable(me.id(), now),
        mine && !comment.withdrawn(),
        practice.own() && !comment.withdrawn(),
        answers);
  }

  private Deed entry(String action, PracticePlace practice) {
    return audit
        .entry(action, KnowledgeService.KIND, practice.id())
        .scope(Scope.region(practice.regionCode()));
  }
}
