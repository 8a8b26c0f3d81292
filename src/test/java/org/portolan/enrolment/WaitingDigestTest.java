package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.portolan.enrolment.Samples.NOW;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portolan.enrolment.WaitingDigest.ForSession;
import org.portolan.enrolment.WaitingDigest.Waits;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;

class WaitingDigestTest {
  private static final DecidingOffice XS = DecidingOffice.of(Role.COORDINATOR, "XS");
  private static final long READER = 7;

  private static Waits waits(
      long session, long applicant, long count, Instant oldest, Instant newest, Instant due) {
    return new Waits(XS, session, applicant, count, oldest, newest, due);
  }

  private static Instant after(long hours) {
    return NOW.plusSeconds(hours * 3600);
  }

  private static final Waits LATER = waits(1, 0, 2, after(1), after(5), after(90));
  private static final Waits SOON = waits(2, 0, 3, after(2), after(4), after(80));

  @Test
  void whatHasToBeAnsweredFirstComesFirst() {
    WaitingDigest digest = WaitingDigest.of(List.of(LATER, SOON), READER, null).orElseThrow();
    assertThat(digest.sessions())
        .containsExactly(new ForSession(2, 3, after(80)), new ForSession(1, 2, after(90)));
    assertThat(digest.total()).isEqualTo(5);
    assertThat(digest.oldest()).isEqualTo(after(1));
    assertThat(digest.newest()).isEqualTo(after(5));
    assertThat(digest.due()).isEqualTo(after(80));
  }

  @Test
  void sessionsThatAreDueAtOnceStandByTheirNumbersAndThoseWithoutADayLast() {
    Waits never = waits(1, 0, 1, NOW, NOW, null);
    Waits ninth = waits(9, 0, 1, NOW, NOW, after(3));
    Waits fourth = waits(4, 0, 1, NOW, NOW, after(3));
    WaitingDigest digest =
        WaitingDigest.of(List.of(never, ninth, fourth), READER, null).orElseThrow();
    assertThat(digest.sessions()).extracting(ForSession::session).containsExactly(4L, 9L, 1L);
    assertThat(digest.due()).isEqualTo(after(3));
    assertThat(WaitingDigest.of(List.of(never), READER, null).orElseThrow().due()).isNull();
  }

  @Test
  void nobodyIsToldOfTheirOwn() {
    Waits own = waits(1, READER, 1, NOW, after(9), after(1));
    assertThat(WaitingDigest.of(List.of(own), READER, null)).isEmpty();
    WaitingDigest digest = WaitingDigest.of(List.of(own, SOON), READER, null).orElseThrow();
    assertThat(digest.total()).isEqualTo(3);
    assertThat(digest.newest()).isEqualTo(after(4));
    assertThat(digest.due()).isEqualTo(after(80));
    assertThat(WaitingDigest.of(List.of(own), 8, null)).isPresent();
  }

  @Test
  void thoseOfOthersWhoDecideAddUpWithTheRestOfTheirSession() {
    Waits colleague = waits(2, 8, 1, after(3), after(3), after(70));
    WaitingDigest digest = WaitingDigest.of(List.of(SOON, colleague), READER, null).orElseThrow();
    assertThat(digest.sessions()).containsExactly(new ForSession(2, 4, after(70)));
    Waits dayless = waits(2, 8, 1, after(3), after(3), null);
    assertThat(WaitingDigest.of(List.of(dayless, SOON), READER, null).orElseThrow().sessions())
        .containsExactly(new ForSession(2, 4, after(80)));
    assertThat(WaitingDigest.of(List.of(SOON, dayless), READER, null).orElseThrow().sessions())
        .containsExactly(new ForSession(2, 4, after(80)));
    Waits late = waits(2, 8, 1, after(3), after(3), after(85));
    assertThat(WaitingDigest.of(List.of(SOON, late), READER, null).orElseThrow().sessions())
        .containsExactly(new ForSession(2, 4, after(80)));
  }

  @Test
  void whereNothingIsNewNothingIsWritten() {
    assertThat(WaitingDigest.of(List.of(), READER, null)).isEmpty();
    assertThat(WaitingDigest.of(List.of(SOON), READER, after(4))).isEmpty();
    assertThat(WaitingDigest.of(List.of(SOON), READER, after(5))).isEmpty();
    assertThat(WaitingDigest.of(List.of(SOON), READER, after(4).minusNanos(1000))).isPresent();
    assertThat(WaitingDigest.of(List.of(SOON, LATER), READER, after(4)).orElseThrow().total())
        .as("all that waits is told then")
        .isEqualTo(5);
  }

  @Test
  void officesThatDecideAreOfMembersCentresAndDonors() {
    assertThat(DecidingOffice.kind(Role.COORDINATOR)).isEqualTo(Scope.Kind.MEMBER);
    assertThat(DecidingOffice.kind(Role.CENTRE)).isEqualTo(Scope.Kind.CENTRE);
    assertThat(DecidingOffice.kind(Role.DONOR)).isEqualTo(Scope.Kind.BODY);
    assertThat(DecidingOffice.of(Role.CENTRE, "C").code()).isEqualTo("C");
    assertThat(DecidingOffice.of(Role.DONOR, "D").role()).isEqualTo(Role.DONOR);
    assertThatThrownBy(() -> DecidingOffice.of(Role.EDITOR, "AMS"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
