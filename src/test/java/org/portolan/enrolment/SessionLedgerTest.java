package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.portolan.enrolment.Samples.NOW;
import static org.portolan.enrolment.Samples.START;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.enrolment.SessionLedger.Applied;
import org.portolan.enrolment.SessionLedger.Book;
import org.portolan.enrolment.SessionLedger.Problem;
import org.portolan.enrolment.SessionLedger.Row;
import org.portolan.seat.LineMark;
import org.portolan.seat.SeatEvent;
import org.portolan.seat.SeatLine;
import org.portolan.seat.SeatRules;

/** A session with one seat taken, and all that can be wrong with what is kept of it. */
class SessionLedgerTest {
  private static final long SESSION = 5;
  private static final String RULES = SeatRules.plain(2, START).text();
  private static final Applied SEATED = new Applied(9, "approved", "member:XS", 0, null);

  private final List<Row> rows = new ArrayList<>();
  private Book book;

  @BeforeEach
  void tell() {
    String mark = "";
    for (SeatLine line :
        List.of(
            new SeatLine(1, SeatEvent.RULES, 0, NOW, RULES),
            new SeatLine(2, SeatEvent.APPLIED, 9, NOW, "member:XS"),
            new SeatLine(3, SeatEvent.SEATED, 9, NOW, ""))) {
      mark = LineMark.of(SESSION, mark, line);
      rows.add(
          new Row(
              line.number(),
              line.event().code(),
              line.application(),
              line.at(),
              line.detail(),
              mark));
    }
    book = new Book(RULES, 3, 0, 1, "member:XS:1", null, mark);
  }

  private List<Problem> problems(Applied... applications) {
    return new SessionLedger(SESSION, rows, book, List.of(applications)).problems();
  }

  private void replace(int at, Row row) {
    rows.set(at, row);
  }

  @Test
  void whatIsKeptAsItWasToldIsInOrder() {
    assertThat(problems(SEATED)).isEmpty();
    book = null;
    assertThat(problems(SEATED)).as("no book yet").isEmpty();
  }

  @Test
  void anAlteredLineIsNamedAndAllAfterIt() {
    Row old = rows.get(1);
    replace(1, new Row(2, old.event(), 9, NOW.plusSeconds(1), old.detail(), old.mark()));
    assertThat(problems(SEATED)).extracting(Problem::line).containsExactly(2L, 3L, 0L);
    assertThat(problems(SEATED).get(0).text())
        .isEqualTo("session 5, line 2: was altered, or one before it");
  }

  @Test
  void aLineThatIsMissingOrCannotBeReadIsNamed() {
    rows.remove(1);
    assertThat(problems(SEATED)).isNotEmpty();
    tellAnew();
    Row old = rows.get(2);
    replace(2, new Row(3, "flown", 9, old.at(), "", old.mark()));
    assertThat(problems(SEATED))
        .anySatisfy(
            problem -> {
              assertThat(problem.line()).isEqualTo(3);
              assertThat(problem.what()).startsWith("cannot be read");
            });
  }

  @Test
  void theLastLineCannotBeCutOff() {
    rows.remove(2);
    assertThat(problems(new Applied(9, "waiting", "member:XS", 0, null)))
        .extracting(Problem::text)
        .contains("session 5: its last line is not the last that was written");
  }

  @Test
  void aBookOrAnApplicationThatSaysSomethingElseIsNoticed() {
    assertThat(problems(new Applied(9, "refused", "member:XS", 0, null)))
        .extracting(Problem::what)
        .containsExactly("what is kept differs from what its ledger tells");
    assertThat(problems()).hasSize(1);
    book = new Book(RULES, 3, 0, 2, "member:XS:2", null, book.mark());
    assertThat(problems(SEATED)).hasSize(1);
    assertThat(problems(new Applied(9, "flown", "", 0, null)))
        .extracting(Problem::line)
        .containsExactly(0L);
  }

  @Test
  void whatHasNoLedgerHasNeitherBookNorApplications() {
    rows.clear();
    String mark = book.mark();
    book = null;
    assertThat(problems()).isEmpty();
    assertThat(problems(SEATED)).extracting(Problem::what).containsExactly("has no ledger");
    book = new Book(RULES, 3, 0, 1, "", null, mark);
    assertThat(problems()).extracting(Problem::what).contains("has no ledger");
  }

  @Test
  void nothingIsChangedWhileItIsLookedAt() {
    assertThatThrownBy(() -> SEATED.stand(SEATED.standing()))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private void tellAnew() {
    rows.clear();
    tell();
  }

  @Test
  void theFirstLineThatWasAlteredIsTold() {
    assertThat(SessionLedger.altered(SESSION, rows)).isZero();
    assertThat(SessionLedger.altered(SESSION + 1, rows)).isEqualTo(1);
    Row second = rows.get(1);
    rows.set(1, new Row(2, "applied", 9, NOW, "member:XN", second.mark()));
    assertThat(SessionLedger.altered(SESSION, rows)).isEqualTo(2);
    rows.set(1, new Row(2, "nothing", 9, NOW, "member:XS", second.mark()));
    assertThat(SessionLedger.altered(SESSION, rows)).isEqualTo(2);
    rows.remove(1);
    assertThat(SessionLedger.altered(SESSION, rows)).as("the one after it").isEqualTo(3);
    assertThat(SessionLedger.altered(SESSION, List.of())).isZero();
  }
}
