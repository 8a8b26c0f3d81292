package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.portolan.enrolment.Samples.NOW;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.portolan.approval.Approver;
import org.portolan.approval.Ask;
import org.portolan.approval.Chain;
import org.portolan.enrolment.Deciders.Case;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.seat.ApplicationState;

/** The whole table: who may answer at which step, in time and late. */
class DecidingRightsTest {
  private static final ApplicationState WAITING = ApplicationState.WAITING;
  private static final long APPLICANT = 7;
  private static final long OTHER = 8;
  private static final BooleanSupplier NO = () -> false;
  private static final Chain ALL = Chain.of(Approver.values());

  private static final DecidingRights COORDINATOR = of(Role.COORDINATOR, Scope.member("XS"));
  private static final DecidingRights CENTRE = of(Role.CENTRE, Scope.centre("DEMO-C"));
  private static final DecidingRights DONOR = of(Role.DONOR, Scope.body("DEMO-D"));
  private static final DecidingRights HOME_OFFICE = of(Role.ROCB, Scope.region("WCA"));
  private static final DecidingRights HOST_OFFICE = of(Role.ROCB, Scope.region("EUR"));
  private static final DecidingRights ADMINISTRATOR = new DecidingRights(new Held(OTHER, true));
  private static final DecidingRights NOBODY = new DecidingRights(new Held(OTHER, false));

  private static final Map<String, DecidingRights> EVERYBODY =
      Map.of(
          "coordinator", COORDINATOR,
          "centre", CENTRE,
          "donor", DONOR,
          "home office", HOME_OFFICE,
          "host office", HOST_OFFICE,
          "administrator", ADMINISTRATOR,
          "nobody", NOBODY);

  /** Somebody with these rights, given as role and scope. */
  private record Held(long person, boolean administrator, Object... rights)
      implements DecidingRights.Offices {
    @Override
    public boolean holds(Role role, Scope scope) {
      return Arrays.asList(rights).containsAll(List.of(role, scope));
    }

    @Override
    public boolean mayRead(Role role, Scope scope) {
      return holds(role, scope);
    }

    @Override
    public Optional<String> regionOfMember(String code) {
      return code.equals("XS") ? Optional.of("WCA") : Optional.empty();
    }

    @Override
    public Optional<String> regionOfCentre(String code) {
      return code.equals("DEMO-C") ? Optional.of("EUR") : Optional.empty();
    }
  }

  private static DecidingRights of(Role role, Scope scope) {
    return new DecidingRights(new Held(OTHER, false, role, scope));
  }

  private static Case at(Approver approver, Ask.Urgency urgency) {
    return new Case(
        APPLICANT,
        "XS",
        "DEMO-C",
        "DEMO-D",
        approver == null ? null : new Ask(approver, urgency, NOW, NOW),
        approver);
  }

  @Test
  void addressesAreForHomeAndEarlierMotivationsForThoseWhoJudgeByThem() {
    Case seated = at(null, null);
    assertThat(COORDINATOR.discretion(seated)).isEqualTo(new Discretion(true, true));
    assertThat(ADMINISTRATOR.discretion(seated)).isEqualTo(new Discretion(true, true));
    assertThat(new DecidingRights(new Held(APPLICANT, false)).discretion(seated))
        .isEqualTo(new Discretion(true, true));
    assertThat(CENTRE.discretion(seated)).isEqualTo(new Discretion(false, true));
    for (DecidingRights each : List.of(DONOR, HOME_OFFICE, HOST_OFFICE, NOBODY)) {
      assertThat(each.discretion(seated)).isEqualTo(new Discretion(false, false));
    }
    // an office in the place of one who judges does so too
    assertThat(HOME_OFFICE.discretion(at(Approver.COORDINATOR, Ask.Urgency.ESCALATED)))
        .isEqualTo(new Discretion(false, true));
    assertThat(HOME_OFFICE.discretion(at(Approver.SUPERVISOR, Ask.Urgency.ESCALATED)))
        .isEqualTo(new Discretion(false, false));
    assertThat(DONOR.discretion(at(Approver.DONOR, Ask.Urgency.ASKED)))
        .isEqualTo(new Discretion(false, false));
  }

  @Test
  void inTimeOnlyTheApproverAnswers() {
    for (Ask.Urgency urgency : List.of(Ask.Urgency.ASKED, Ask.Urgency.REMINDED)) {
      assertThat(answering(at(Approver.SUPERVISOR, urgency))).containsOnly("administrator");
      assertThat(answering(at(Approver.COORDINATOR, urgency)))
          .containsOnly("administrator", "coordinator");
      assertThat(answering(at(Approver.CENTRE, urgency))).containsOnly("administrator", "centre");
      assertThat(answering(at(Approver.DONOR, urgency))).containsOnly("administrator", "donor");
    }
  }

  @Test
  void whoAnsweredSeesWhatCameOfItWhileTheirOfficeCouldHave() {
    Case behind = at(Approver.CENTRE, Ask.Urgency.ASKED);
    for (DecidingRights each : List.of(HOME_OFFICE, HOST_OFFICE, DONOR)) {
      assertThat(each.mayRead(behind, ALL, ApplicationState.REFUSED, NO)).isFalse();
      assertThat(each.mayRead(behind, ALL, ApplicationState.REFUSED, () -> true)).isTrue();
      assertThat(each.discretion(behind)).isEqualTo(new Discretion(false, false));
    }
    Case elsewhere = new Case(APPLICANT, "XT", "DEMO-E", "DEMO-F", behind.ask(), Approver.CENTRE);
    for (DecidingRights each : List.of(HOME_OFFICE, HOST_OFFICE, DONOR, NOBODY)) {
      assertThat(each.mayRead(elsewhere, ALL, WAITING, () -> true)).isFalse();
    }
  }

  @Test
  void lateOthersMayToo() {
    Ask.Urgency late = Ask.Urgency.ESCALATED;
    assertThat(answering(at(Approver.SUPERVISOR, late)))
        .containsOnly("administrator", "coordinator", "home office");
    assertThat(answering(at(Approver.COORDINATOR, late)))
        .containsOnly("administrator", "coordinator", "home office");
    assertThat(answering(at(Approver.CENTRE, late)))
        .containsOnly("administrator", "centre", "host office");
    assertThat(answering(at(Approver.DONOR, late)))
        .containsOnly("administrator", "donor", "host office");
  }

  @Test
  void whereNobodyIsAskedNobodyAnswers() {
    assertThat(answering(at(null, null))).isEmpty();
  }

  @Test
  void whoeverHasNoMemberOrDonorHasNoCoordinatorNorOneWhoPays() {
    Held all = new Held(OTHER, false);
    DecidingRights everything =
        new DecidingRights(
            new DecidingRights.Offices() {
              @Override
              public long person() {
                return all.person();
              }

              @Override
              public boolean administrator() {
                return false;
              }

              @Override
              public boolean holds(Role role, Scope scope) {
                return role != Role.CENTRE && role != Role.ROCB;
              }

              @Override
              public boolean mayRead(Role role, Scope scope) {
                return true;
              }

              @Override
              public Optional<String> regionOfMember(String code) {
                return Optional.of("WCA");
              }

              @Override
              public Optional<String> regionOfCentre(String code) {
                return Optional.of("EUR");
              }
            });
    Ask late = new Ask(Approver.COORDINATOR, Ask.Urgency.ESCALATED, NOW, NOW);
    Case alone = new Case(APPLICANT, null, "DEMO-C", null, late, late.approver());
    assertThat(everything.mayAnswer(alone)).isFalse();
    assertThat(everything.mayDecideForMember(alone)).isFalse();
    assertThat(everything.holdsAny(alone)).isFalse();
    assertThat(everything.mayRead(alone, ALL, WAITING, NO)).isFalse();
    assertThat(
            everything.holdsAny(
                new Case(APPLICANT, null, "DEMO-C", "DEMO-D", late, late.approver())))
        .isTrue();
    assertThat(everything.mayRead(at(Approver.DONOR, Ask.Urgency.ASKED), Chain.NONE, WAITING, NO))
        .isTrue();
  }

  @Test
  void nobodyDecidesOnTheirOwn() {
    Case one = at(Approver.COORDINATOR, Ask.Urgency.ASKED);
    DecidingRights own =
        new DecidingRights(new Held(APPLICANT, true, Role.COORDINATOR, Scope.member("XS")));
    assertThat(own.mayAnswer(one)).isFalse();
    assertThat(own.mayDecideForMember(one)).isFalse();
    assertThat(own.mayRead(one, ALL, WAITING, NO)).isTrue();
    assertThatThrownBy(() -> own.answers(one, ALL, null)).hasMessageContaining("own");
    DecidingRights officer = new DecidingRights(new Held(APPLICANT, false));
    assertThat(officer.mayRead(one, ALL, WAITING, NO)).isTrue();
    assertThat(officer.answers(one, ALL, null)).isFalse();
  }

  @Test
  void theMemberDecidesAboutASeatThatWasGiven() {
    Case seated = at(null, null);
    assertThat(
            EVERYBODY.keySet().stream()
                .filter(who -> EVERYBODY.get(who).mayDecideForMember(seated)))
        .containsExactlyInAnyOrder("administrator", "coordinator");
    assertThat(COORDINATOR.answers(seated, ALL, null)).isTrue();
    assertThat(ADMINISTRATOR.answers(seated, ALL, null)).isTrue();
  }

  @Test
  void whoDecidesAtAnyStepIsKnown() {
    assertThat(
            EVERYBODY.keySet().stream()
                .filter(
                    who -> EVERYBODY.get(who).holdsAny(at(Approver.SUPERVISOR, Ask.Urgency.ASKED))))
        .containsExactlyInAnyOrder("administrator", "coordinator", "centre", "donor");
  }

  @Test
  void whoseStepIsBehindStillLooks() {
    Case donor = at(Approver.DONOR, Ask.Urgency.ASKED);
    assertThat(COORDINATOR.answered(donor, ALL)).isTrue();
    assertThat(CENTRE.answered(donor, ALL)).isTrue();
    assertThat(DONOR.answered(donor, ALL)).isFalse();
    assertThat(NOBODY.answered(donor, ALL)).isFalse();
    assertThat(CENTRE.answered(at(Approver.CENTRE, Ask.Urgency.ASKED), ALL)).isFalse();
    assertThat(COORDINATOR.answered(at(Approver.COORDINATOR, Ask.Urgency.ASKED), ALL)).isFalse();
    assertThat(DONOR.answered(at(null, null), ALL)).isTrue();
    assertThat(DONOR.answered(at(null, null), Chain.COORDINATOR)).as("never asked").isFalse();
    assertThat(CENTRE.mayRead(donor, ALL, WAITING, NO)).isTrue();
    assertThat(DONOR.mayRead(at(Approver.CENTRE, Ask.Urgency.ASKED), ALL, WAITING, NO)).isFalse();
    assertThat(NOBODY.mayRead(donor, ALL, WAITING, NO)).isFalse();
    assertThat(ADMINISTRATOR.mayRead(at(null, null), Chain.NONE, WAITING, NO)).isTrue();
    assertThat(
            HOST_OFFICE.mayRead(at(Approver.DONOR, Ask.Urgency.ESCALATED), Chain.NONE, WAITING, NO))
        .isTrue();
  }

  @Test
  void aCentreReadsWhatIsAboutItsSessions() {
    Case early = at(Approver.COORDINATOR, Ask.Urgency.ASKED);
    assertThat(CENTRE.mayRead(early, Chain.COORDINATOR, WAITING, NO)).isTrue();
    assertThat(CENTRE.mayRead(at(null, null), Chain.NONE, ApplicationState.REFUSED, NO)).isTrue();
    assertThat(CENTRE.mayAnswer(early)).isFalse();
    Case elsewhere = new Case(APPLICANT, "XS", "DEMO-X", "DEMO-Y", null, null);
    assertThat(CENTRE.mayRead(elsewhere, ALL, ApplicationState.APPROVED, NO)).isFalse();
  }

  @Test
  void aDonorReadsWhatIsAskedOfThemAndWhatCameOfIt() {
    assertThat(DONOR.mayRead(at(Approver.DONOR, Ask.Urgency.ASKED), ALL, WAITING, NO)).isTrue();
    assertThat(DONOR.mayRead(at(Approver.CENTRE, Ask.Urgency.ASKED), ALL, WAITING, NO)).isFalse();
    Case over = at(null, null);
    for (ApplicationState state : ApplicationState.values()) {
      boolean ended = state == ApplicationState.REFUSED || state == ApplicationState.WITHDRAWN;
      assertThat(DONOR.mayRead(over, ALL, state, NO)).as(state.code()).isEqualTo(!ended);
      assertThat(DONOR.mayRead(over, Chain.COORDINATOR, state, NO)).as("never asked").isFalse();
    }
    Case elsewhere = new Case(APPLICANT, "XS", "DEMO-X", "DEMO-Y", null, null);
    assertThat(DONOR.mayRead(elsewhere, ALL, ApplicationState.APPROVED, NO)).isFalse();
    Case unpaid = new Case(APPLICANT, "XS", "DEMO-C", null, null, null);
    assertThat(DONOR.mayRead(unpaid, ALL, ApplicationState.APPROVED, NO)).isFalse();
  }

  @Test
  void anAnswerCountsForTheStepThatWasSeen() {
    Case centre = at(Approver.CENTRE, Ask.Urgency.ASKED);
    assertThat(CENTRE.answers(centre, ALL, Approver.CENTRE)).isTrue();
    assertThat(CENTRE.answers(centre, ALL, null)).isTrue();
    assertDecided(() -> CENTRE.answers(centre, ALL, Approver.COORDINATOR));
    assertDecided(() -> COORDINATOR.answers(centre, ALL, Approver.COORDINATOR));
    assertDecided(() -> COORDINATOR.answers(centre, ALL, null));
    assertDecided(() -> COORDINATOR.answers(at(null, null), ALL, Approver.COORDINATOR));
    assertDecided(() -> CENTRE.answers(at(null, null), Chain.NONE, null));
    assertThat(DONOR.answers(centre, ALL, Approver.CENTRE)).as("their turn is to come").isFalse();
    assertThat(NOBODY.answers(centre, ALL, null)).isFalse();
    assertThat(NOBODY.answers(centre, ALL, Approver.COORDINATOR)).isFalse();
  }

  private static void assertDecided(org.assertj.core.api.ThrowableAssert.ThrowingCallable deed) {
    assertThatThrownBy(deed)
        .isInstanceOfSatisfying(
            EnrolmentRefused.class,
            refused -> assertThat(refused.kind()).isEqualTo(EnrolmentRefused.Kind.ALREADY_DECIDED));
  }

  private static Set<String> answering(Case one) {
    return Stream.of(EVERYBODY)
        .flatMap(all -> all.entrySet().stream())
        .filter(each -> each.getValue().mayAnswer(one))
        .map(Map.Entry::getKey)
        .collect(java.util.stream.Collectors.toSet());
  }
}
