package org.portolan.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Chain;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.persistence.Slice;
import org.portolan.platform.security.NotSignedIn;

/** The table of a centre's staff: a page of their own sessions, in the order they ask for. */
@ArquillianTest
class DeskSessionsIT {
  private static final Slice FIRST = new Slice(0, 25, null, true);

  @Inject private CalendarService calendar;
  @Inject private Scenario scenario;

  @Test
  void staffSeeTheirOwnCentreAndNoOther() {
    scenario.asCentre();

    assertThat(list(DeskFilter.everything(), new Slice(0, 200, null, true)))
        .isNotEmpty()
        .allMatch(session -> session.facts().centreCode().equals(Scenario.CENTRE));
    assertThat(calendar.countOfMyCentres(ofCentre("DEMO-RTC-XN1"), Language.EN)).isZero();
    assertThat(list(ofCentre("DEMO-RTC-XN1"), FIRST)).isEmpty();
  }

  @Test
  void whoIsNotSignedInSeesNothing() {
    scenario.asNobody();
    assertThatThrownBy(() -> list(DeskFilter.everything(), FIRST)).isInstanceOf(NotSignedIn.class);
  }

  @Test
  void whatIsAheadComesBeforeWhatHasEnded() {
    scenario.asCentre();
    scenario.session(5, Chain.NONE);
    scenario.asCentre();
    List<Boolean> ended =
        list(DeskFilter.everything(), new Slice(0, 200, null, true)).stream()
            .map(session -> session.facts())
            .map(facts -> facts.dated() && facts.endsAt().isBefore(Instant.now()))
            .toList();
    assertThat(ended).isSorted();
  }

  @Test
  void theOrderIsTheOneAskedForOverAllPages() {
    scenario.session(3, Chain.NONE);
    scenario.session(77, Chain.NONE);
    scenario.asCentre();
    List<Integer> descending = new ArrayList<>();
    int all = (int) calendar.countOfMyCentres(DeskFilter.everything(), Language.EN);
    for (int from = 0; from < all; from += 100) {
      list(DeskFilter.everything(), new Slice(from, 100, "seats", false))
          .forEach(session -> descending.add(session.facts().seats()));
    }

    assertThat(descending)
        .hasSize(all)
        .contains(77, 3)
        .isSortedAccordingTo(Comparator.reverseOrder());
    assertThat(list(DeskFilter.everything(), new Slice(1, 1, "seats", false)))
        .extracting(session -> session.facts().seats())
        .containsExactly(descending.get(1));
    // what no column is called by has no effect
    assertThat(list(DeskFilter.everything(), new Slice(0, 25, "s.id; drop", true)))
        .isEqualTo(list(DeskFilter.everything(), FIRST));
  }

  @Test
  void aStateOrTheWordsOfACourseRestrictIt() {
    scenario.session(5, Chain.NONE);
    scenario.asCentre();
    assertThat(list(new DeskFilter(null, null, "published"), FIRST))
        .isNotEmpty()
        .allMatch(session -> session.facts().state() == SessionState.PUBLISHED);
    String title = list(DeskFilter.everything(), FIRST).get(0).course().title();
    assertThat(list(new DeskFilter(title.toUpperCase(java.util.Locale.ROOT), null, null), FIRST))
        .isNotEmpty()
        .allMatch(session -> session.course().title().equals(title));
    assertThat(list(new DeskFilter("no course is called so", null, null), FIRST)).isEmpty();
    assertThat(calendar.countOfMyCentres(new DeskFilter(null, null, "nonsense"), Language.EN))
        .isZero();
  }

  @Test
  void aPageCostsTheSameHoweverMuchIsInIt() throws Exception {
    scenario.session(5, Chain.NONE);
    scenario.asCentre();
    list(DeskFilter.everything(), FIRST);
    int one =
        Statements.of(() -> list(DeskFilter.everything(), new Slice(0, 1, null, true))).size();

    assertThat(Statements.of(() -> list(DeskFilter.everything(), FIRST))).hasSize(one);
    assertThat(one).isLessThanOrEqualTo(4);
  }

  private List<SessionSummary> list(DeskFilter filter, Slice slice) {
    return calendar.ofMyCentres(filter, slice, Language.EN);
  }

  private static DeskFilter ofCentre(String code) {
    return new DeskFilter(null, code, null);
  }
}
