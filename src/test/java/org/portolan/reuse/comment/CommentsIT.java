package org.portolan.reuse.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.container.MovableClock;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.office.Office;
import org.portolan.people.Erasures;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.NotSignedIn;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;
import org.portolan.reuse.Rating;
import org.portolan.reuse.Ratings;

/** Readers talk about a practice under their names; editors hide what does not belong there. */
@ArquillianTest
class CommentsIT {
  /** Of the connections of the pool in {@code web.xml}. */
  private static final int ALL_BUT_ONE = 23;

  private static final String REGION = "WCA";
  private static final String PRACTICE = "DEMO-PR-049";

  /** For the region alone. */
  private static final String NARROW = "DEMO-PR-073";

  @Inject private Comments comments;
  @Inject private Ratings ratings;
  @Inject private Erasures erasures;
  @Inject private Scenario scenario;

  @Resource private ManagedExecutorService threads;

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource database;

  private long officer;

  @BeforeEach
  void officer() {
    officer = scenario.officer("XS");
    scenario.as(officer, "XS");
  }

  @AfterEach
  void nobody() {
    MovableClock.release();
    scenario.asNobody();
    scenario.sql("DELETE FROM practice_comment WHERE parent_id IS NOT NULL");
    scenario.sql("DELETE FROM practice_comment");
    scenario.sql("DELETE FROM practice_rating");
  }

  private CommentView say(String words) throws InvalidComment {
    comments.say(PRACTICE, null, words, Language.EN);
    List<CommentView> all = comments.of(PRACTICE).comments();
    return all.get(all.size() - 1);
  }

  private long editor() {
    long editor = scenario.officer("XS");
    scenario.mandate(editor, Office.EDITOR, Scope.region(REGION));
    return editor;
  }

  @Test
  void whoeverIsSignedInAndReadsItTalksAndAnswers() throws Exception {
    CommentView first = say("How many seals?\r\n");
    long other = scenario.officer("XN");
    scenario.as(other, "XN");
    comments.say(PRACTICE, first.id(), "Forty", Language.EN);
    comments.say(PRACTICE, first.id(), "Forty", Language.EN);

    CommentView shown = comments.of(PRACTICE).comments().get(0);
    assertThat(shown.words()).isEqualTo("How many seals?");
    assertThat(shown.member()).isEqualTo("XS");
    assertThat(shown.withdrawable()).isFalse();
    assertThat(shown.answers())
        .as("a form sent twice is taken once")
        .singleElement()
        .satisfies(
            answer -> {
              assertThat(answer.words()).isEqualTo("Forty");
              assertThat(answer.changeable()).isTrue();
              assertThat(answer.hideable()).isFalse();
            });
    long answer = shown.answers().get(0).id();
    assertThatThrownBy(() -> comments.say(PRACTICE, answer, "Deeper", Language.EN))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> comments.say("DEMO-PR-001", first.id(), "Elsewhere", Language.EN))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> comments.of(NARROW)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> comments.say(NARROW, null, "x", Language.EN))
        .isInstanceOf(NotFound.class);
    assertThat(letters(officer, "answer")).as("to whom is answered").isOne();
    scenario.asNobody();
    assertThatThrownBy(() -> comments.of(PRACTICE)).isInstanceOf(NotSignedIn.class);
    assertThatThrownBy(() -> comments.say(PRACTICE, null, "x", Language.EN))
        .isInstanceOf(NotSignedIn.class);
  }

  /** Where each needed two, those who comment at once would wait for one another. */
  @Test
  void oneConnectionIsEnoughToComment() throws Exception {
    CommentView first = say("How many seals?");
    scenario.as(scenario.officer("XN"), "XN");
    CountDownLatch taken = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    Future<?> others = threads.submit(() -> hold(taken, done));
    taken.await();
    try {
      comments.say(PRACTICE, first.id(), "Forty", Language.EN);
    } finally {
      done.countDown();
      others.get();
    }
    assertThat(letters(officer, "answer")).isOne();
  }

  private Void hold(CountDownLatch taken, CountDownLatch done) throws Exception {
    List<Connection> held = new ArrayList<>();
    try {
      while (held.size() < ALL_BUT_ONE) {
        held.add(database.getConnection());
      }
      taken.countDown();
      done.await();
    } finally {
      taken.countDown();
      for (Connection each : held) {
        each.close();
      }
    }
    return null;
  }

  private long letters(long person, String kind) {
    return scenario.number(
        "SELECT COUNT(*) FROM mail_letter WHERE person_id = ? AND kind = ?",
        person,
        "reuse.letter." + kind);
  }

  @Test
  void aListCostsTheSameHoweverMuchIsSaid() throws Exception {
    CommentView first = say("One");
    int few = Statements.of(() -> comments.of(PRACTICE)).size();
    for (int i = 0; i < 4; i++) {
      scenario.as(scenario.officer("XN"), "XN");
      comments.say(PRACTICE, first.id(), "Answer " + i, Language.EN);
      comments.say(PRACTICE, null, "More " + i, Language.EN);
    }
    assertThat(Statements.of(() -> comments.of(PRACTICE))).hasSize(few).hasSizeLessThanOrEqualTo(4);
    long practice = scenario.number("SELECT id FROM practice WHERE code = ?", PRACTICE);
    assertThat(Statements.of(() -> comments.count(practice))).hasSize(1);
    assertThat(Statements.of(() -> ratings.of(practice))).hasSize(1);
  }

  @Test
  void aSlipIsMendedForAWhileByWhoeverMadeIt() throws Exception {
    CommentView said = say("Fourty");
    comments.change(PRACTICE, said.id(), said.version(), "Forty");
    CommentView changed = comments.of(PRACTICE).comments().get(0);
    assertThat(changed.words()).isEqualTo("Forty");
    assertThat(changed.changed()).isTrue();
    assertThatThrownBy(() -> comments.change(PRACTICE, said.id(), said.version(), "Old form"))
        .isInstanceOf(ChangedMeanwhile.class);
    scenario.as(scenario.officer("XS"), "XS");
    assertThatThrownBy(() -> comments.change(PRACTICE, said.id(), changed.version(), "Theirs"))
        .isInstanceOf(NotFound.class);
    scenario.as(officer, "XS");
    MovableClock.pass(Duration.ofMinutes(16));
    assertThat(comments.of(PRACTICE).comments().get(0).changeable()).isFalse();
    assertInvalid(() -> comments.change(PRACTICE, said.id(), changed.version(), "Late"), "late");
  }

  private interface Attempt {
    void run() throws Exception;
  }

  private static void assertInvalid(Attempt attempt, String problem) {
    assertThatThrownBy(attempt::run)
        .isInstanceOfSatisfying(
            InvalidComment.class, e -> assertThat(e.problem()).isEqualTo(problem));
  }

  @Test
  void whatIsTakenBackLeavesItsAnswers() throws Exception {
    CommentView first = say("Wrong");
    comments.say(PRACTICE, first.id(), "Indeed", Language.EN);
    CommentView lonely = say("Alone");
    comments.withdraw(PRACTICE, first.id(), comments.of(PRACTICE).comments().get(0).version());
    comments.withdraw(PRACTICE, lonely.id(), lonely.version());

    assertThat(comments.of(PRACTICE).comments())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.state()).isEqualTo("withdrawn");
              assertThat(each.words()).isEmpty();
              assertThat(each.answers()).extracting(CommentView::words).containsExactly("Indeed");
            });
    assertThat(scenario.number("SELECT COUNT(*) FROM practice_comment WHERE words = 'Wrong'"))
        .isZero();
    assertInvalid(() -> comments.say(PRACTICE, first.id(), "More", Language.EN), "gone");
  }

  @Test
  void editorsOfTheRegionHideForAReason() throws Exception {
    CommentView said = say("Rude");
    assertThatThrownBy(() -> comments.hide(PRACTICE, said.id(), said.version(), "mine"))
        .isInstanceOf(NotAllowed.class);
    scenario.asEditor("EUR");
    assertThatThrownBy(() -> comments.hide(PRACTICE, said.id(), said.version(), "other region"))
        .isInstanceOf(NotAllowed.class);
    scenario.asHolder(editor(), "XS");
    assertInvalid(() -> comments.hide(PRACTICE, said.id(), said.version(), " "), "reason");
    comments.hide(PRACTICE, said.id(), said.version(), "Names a trader");
    CommentView hidden = comments.of(PRACTICE).comments().get(0);
    assertThat(hidden.words()).isEqualTo("Rude");
    assertThat(letters(officer, "hidden")).isOne();

    scenario.as(scenario.officer("XN"), "XN");
    CommentView others = comments.of(PRACTICE).comments().get(0);
    assertThat(others.state()).isEqualTo("hidden");
    assertThat(others.words()).isEmpty();
    assertThat(others.reason()).isEmpty();
    scenario.as(officer, "XS");
    assertThat(comments.of(PRACTICE).comments().get(0).reason()).isEqualTo("Names a trader");
    scenario.asHolder(editor(), "XS");
    comments.showAgain(PRACTICE, said.id(), hidden.version());
    scenario.as(scenario.officer("XN"), "XN");
    assertThat(comments.of(PRACTICE).comments().get(0).words()).isEqualTo("Rude");
  }

  @Test
  void editorsAreToldWhereNobodyKnowsWhoWroteThePractice() throws Exception {
    long editor = editor();
    scenario.as(officer, "XS");
    String payload = "<script>alert(1)</script><img src=x onerror=alert(1)>";
    say(payload);
    assertThat(letters(editor, "comment")).isOne();
    String html =
        scenario.text(
            "SELECT body_html FROM mail_letter WHERE kind = 'reuse.letter.comment'"
                + " AND person_id = "
                + editor);
    assertThat(html).contains("&lt;script&gt;").doesNotContain("<script", "<img src=x");
    for (int i = 0; i < 6; i++) {
      say("More " + i);
    }
    assertThat(letters(editor, "comment")).as("few an hour").isEqualTo(3);
    scenario.endMandates(editor);
  }

  @Test
  void nobodyWritesAsFastAsAProgram() throws Exception {
    for (int i = 0; i < Comments.MOST_AN_HOUR; i++) {
      say("Number " + i);
    }
    assertInvalid(() -> say("One more"), "many");
    MovableClock.pass(Duration.ofMinutes(61));
    say("Later");
    assertInvalid(() -> say("x".repeat(2_001)), "long");
    assertInvalid(() -> say(" \u200B "), "words");
  }

  @Test
  void theWordsOfSomebodyGoWithThem() throws Exception {
    CommentView said = say("Private words");
    ratings.rate(PRACTICE, true);
    comments.say(PRACTICE, said.id(), "My answer", Language.EN);
    scenario.as(scenario.officer("XN"), "XN");
    comments.say(PRACTICE, said.id(), "Answer of another", Language.EN);
    scenario.asAdministrator();
    erasures.execute(scenario.email(officer), "asked");
    assertThat(comments.of(PRACTICE).comments())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.state()).isEqualTo("withdrawn");
              assertThat(each.answers())
                  .extracting(CommentView::words)
                  .containsExactly("Answer of another");
            });
    assertThat(scenario.number("SELECT COUNT(*) FROM practice_rating WHERE person_id = ?", officer))
        .isZero();
  }

  @Test
  void readersSayOnceWhetherItIsUseful() throws Exception {
    long practice = scenario.number("SELECT id FROM practice WHERE code = ?", PRACTICE);
    assertThat(ratings.of(practice).mine()).isNull();
    ratings.rate(PRACTICE, true);
    ratings.rate(PRACTICE, false);
    Rating mine = ratings.of(practice);
    assertThat(mine.mine()).isFalse();
    assertThat(mine.all()).isOne();
    assertThat(mine.shown()).isFalse();
    for (int i = 0; i < 4; i++) {
      scenario.as(scenario.officer("XN"), "XN");
      ratings.rate(PRACTICE, i > 0);
    }
    scenario.asNobody();
    Rating all = ratings.of(practice);
    assertThat(all.shown()).isTrue();
    assertThat(all.share()).isEqualTo(60);
    assertThat(all.mine()).isNull();
    assertThatThrownBy(() -> ratings.rate(PRACTICE, true)).isInstanceOf(NotSignedIn.class);
    scenario.as(scenario.officer("XN"), "XN");
    assertThatThrownBy(() -> ratings.rate(NARROW, true)).isInstanceOf(NotFound.class);
  }
}
