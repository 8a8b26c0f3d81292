package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portolan.enrolment.Samples.NOW;
import static org.portolan.enrolment.Samples.START;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.portolan.approval.Chain;
import org.portolan.enrolment.AnswerTokens.Link;
import org.portolan.enrolment.OfferRequest.State;
import org.portolan.seat.ApplicationState;

class OfferRequestTest {
  private static final SessionTerms TERMS = new SessionTerms(5, true, Chain.NONE, START);
  private static final Instant ENDS = NOW.plusSeconds(3600);
  private static final Link SECOND = new Link(9, 2, ENDS);

  private static State state(ApplicationState application, Instant now) {
    return State.of(application, TERMS, SECOND, 2, now);
  }

  @Test
  void theLinkOfTheLastOfferIsGoodUntilItEnds() {
    assertThat(state(ApplicationState.OFFERED, ENDS.minusMillis(1))).isEqualTo(State.OPEN);
    assertThat(state(ApplicationState.OFFERED, ENDS)).isEqualTo(State.ENDED);
  }

  @Test
  void noSeatIsTakenOnceTheSessionHasBegun() {
    Link beyond = new Link(9, 2, START.plusSeconds(9));
    assertThat(State.of(ApplicationState.OFFERED, TERMS, beyond, 2, START)).isEqualTo(State.ENDED);
  }

  @ParameterizedTest
  @CsvSource({
    "LAPSED,ENDED",
    "APPROVED,TAKEN",
    "DECLINED,LEFT",
    "WAITING,AGAIN",
    "QUEUED,AGAIN",
    "REFUSED,GONE",
    "WITHDRAWN,GONE"
  })
  void whoFollowsItLaterIsToldWhatBecameOfTheOffer(ApplicationState application, State told) {
    assertThat(state(application, NOW)).isEqualTo(told);
    assertThat(told.code()).isEqualTo(told.name().toLowerCase(java.util.Locale.ROOT));
  }

  @ParameterizedTest
  @EnumSource(ApplicationState.class)
  void theLinkOfAnEarlierOfferSaysSoWhateverBecameOfTheApplication(ApplicationState application) {
    assertThat(State.of(application, TERMS, SECOND, 3, NOW)).isEqualTo(State.SUPERSEDED);
  }

  @ParameterizedTest
  @EnumSource(ApplicationState.class)
  void ofASessionThatIsNotHeldNothingIsLeftToAnswer(ApplicationState application) {
    SessionTerms cancelled = new SessionTerms(5, false, Chain.NONE, START);
    assertThat(State.of(application, cancelled, SECOND, 2, NOW)).isEqualTo(State.GONE);
  }

  @Test
  void onlyWhatIsOpenAsksForAnAnswer() {
    assertThat(new OfferRequest(State.OPEN, 9, Samples.published(), ENDS).open()).isTrue();
    assertThat(new OfferRequest(State.TAKEN, 9, Samples.published(), null).open()).isFalse();
  }
}
