package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portolan.enrolment.Samples.NOW;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Approver;
import org.portolan.approval.Ask;
import org.portolan.enrolment.DeciderLetters.Kind;
import org.portolan.enrolment.Deciders.Case;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;

class NudgeTest {
  private static final Scope HOME = Scope.region("WCA");
  private static final Scope HOST = Scope.region("EUR");

  private static Optional<String> regionOf(String member) {
    return member.equals("XS") ? Optional.of("WCA") : Optional.empty();
  }

  private static Case at(Approver approver, Ask.Urgency urgency, String donor) {
    return new Case(7, "XS", "DEMO-C", donor, new Ask(approver, urgency, NOW, NOW), approver);
  }

  private static Optional<Nudge> nudge(Approver approver, Ask.Urgency urgency, String donor) {
    return nudge(at(approver, urgency, donor), NOW);
  }

  private static Optional<Nudge> nudge(Case one, Instant now) {
    return Nudge.of(
        one,
        now,
        NudgeTest::regionOf,
        centre -> centre.equals("DEMO-C") ? Optional.of("EUR") : Optional.empty());
  }

  private static Optional<Nudge> nudge(Approver approver, Ask.Urgency urgency) {
    return nudge(approver, urgency, "DEMO-D");
  }

  @Test
  void whoIsAskedIsToldOnceMore() {
    Ask.Urgency soon = Ask.Urgency.REMINDED;
    assertThat(nudge(Approver.COORDINATOR, soon))
        .contains(new Nudge(Kind.REMINDER, Role.COORDINATOR, Scope.member("XS")));
    assertThat(nudge(Approver.CENTRE, soon))
        .contains(new Nudge(Kind.REMINDER, Role.CENTRE, Scope.centre("DEMO-C")));
    assertThat(nudge(Approver.DONOR, soon))
        .contains(new Nudge(Kind.REMINDER, Role.DONOR, Scope.body("DEMO-D")));
    assertThat(nudge(Approver.DONOR, soon, null)).isEmpty();
    assertThat(nudge(Approver.SUPERVISOR, soon)).isEmpty();
  }

  @Test
  void thenOthersAreToldToo() {
    Ask.Urgency late = Ask.Urgency.ESCALATED;
    assertThat(nudge(Approver.SUPERVISOR, late))
        .contains(new Nudge(Kind.ESCALATED, Role.COORDINATOR, Scope.member("XS")));
    assertThat(nudge(Approver.COORDINATOR, late))
        .contains(new Nudge(Kind.ESCALATED, Role.ROCB, HOME));
    assertThat(nudge(Approver.CENTRE, late)).contains(new Nudge(Kind.ESCALATED, Role.ROCB, HOST));
    assertThat(nudge(Approver.DONOR, late)).contains(new Nudge(Kind.ESCALATED, Role.ROCB, HOST));
  }

  @Test
  void whereNobodyIsThereOthersAreToldBeforeTheDay() {
    Instant early = NOW.minusSeconds(1);
    assertThat(nudge(at(Approver.SUPERVISOR, Ask.Urgency.ESCALATED, null), early))
        .contains(new Nudge(Kind.ADDRESS, Role.COORDINATOR, Scope.member("XS")));
    Case own = at(Approver.COORDINATOR, Ask.Urgency.ESCALATED, null);
    assertThat(nudge(own, early)).contains(new Nudge(Kind.VACANT, Role.ROCB, HOME));
  }

  @Test
  void whereAnOfficeIsVacantTheNextIsToldAndInTheEndAnAdministrator() {
    Nudge administrators = new Nudge(Kind.VACANT, Role.ADMIN, Scope.PLATFORM);
    Nudge office = new Nudge(Kind.VACANT, Role.ROCB, HOME);
    Nudge member = new Nudge(Kind.ADDRESS, Role.COORDINATOR, Scope.member("XS"));
    assertThat(Nudge.lastResort()).isEqualTo(administrators);
    assertThat(member.beyond(NudgeTest::regionOf)).contains(office);
    assertThat(member.beyond(code -> Optional.empty())).contains(administrators);
    assertThat(office.beyond(NudgeTest::regionOf)).contains(administrators);
    assertThat(administrators.beyond(NudgeTest::regionOf)).isEmpty();
    assertThat(
            new Nudge(Kind.REMINDER, Role.COORDINATOR, Scope.member("XS"))
                .beyond(NudgeTest::regionOf))
        .isEmpty();
  }

  @Test
  void whoWasJustAskedIsLeftInPeace() {
    for (Approver approver : Approver.values()) {
      assertThat(nudge(approver, Ask.Urgency.ASKED)).isEmpty();
    }
  }

  @Test
  void aSupervisorIsRemindedByALetterOfTheirOwn() {
    for (Approver approver : Approver.values()) {
      for (Ask.Urgency urgency : Ask.Urgency.values()) {
        assertThat(Nudge.remindsSupervisor(new Ask(approver, urgency, NOW, NOW)))
            .isEqualTo(approver == Approver.SUPERVISOR && urgency == Ask.Urgency.REMINDED);
      }
    }
  }

  @Test
  void nobodyIsThereWhereOnlyTheApplicantDecides() {
    assertThat(Nudge.nobodyIsThere(Set.of(), 7)).isTrue();
    assertThat(Nudge.nobodyIsThere(Set.of(7L), 7)).isTrue();
    assertThat(Nudge.nobodyIsThere(Set.of(7L, 8L), 7)).isFalse();
    assertThat(Nudge.nobodyIsThere(Set.of(8L), 7)).isFalse();
  }
}
