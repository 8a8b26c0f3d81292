package org.portolan.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.office.Appointment;
import org.portolan.office.Appointments;
import org.portolan.office.Handover;
import org.portolan.office.Handovers;
import org.portolan.office.MandateState;
import org.portolan.office.Mandates;
import org.portolan.office.Office;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Grant;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.security.SignedInAs;
import org.portolan.platform.web.NotFound;

/** What somebody may do and why, for every way in which a right can come about. */
@ArquillianTest
class PersonDeskIT {
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  @Inject private PersonDesk desk;
  @Inject private Mandates mandates;
  @Inject private Appointments appointments;
  @Inject private Handovers handovers;
  @Inject private Scenario scenario;
  @Inject private CurrentPerson me;

  @AfterEach
  void nobody() {
    scenario.asNobody();
  }

  @Test
  void whoeverHoldsNothingHasAPageWithoutRights() {
    long person = scenario.officer("TG");
    scenario.asAdministrator();

    PersonCard card = desk.get(person);

    assertThat(card.rights()).isEmpty();
    assertThat(card.offices()).isEmpty();
    assertThat(card.lastSignIn()).isNull();
    assertThatThrownBy(() -> desk.get(Long.MAX_VALUE)).isInstanceOf(NotFound.class);
  }

  @Test
  void aRightTellsTheMandateItComesFrom() {
    long person = scenario.officer("TG");
    long mandate = appoint(Office.EDITOR, Scope.region("WCA"), person, TODAY.plusDays(40), null);
    long later =
        appointments.appoint(
            new Appointment(
                Office.CONTACT_POINT,
                Scope.member("TG"),
                scenario.email(person),
                TODAY.plusDays(3),
                null,
                null));

    PersonCard card = desk.get(person);

    assertThat(card.rights())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.origin()).isEqualTo("office");
              assertThat(each.right().role()).isEqualTo(Role.EDITOR);
              assertThat(each.right().scope()).isEqualTo(Scope.region("WCA"));
              assertThat(each.mandate().id()).isEqualTo(mandate);
              assertThat(each.mandate().from()).isEqualTo(TODAY.minusDays(1));
              assertThat(each.right().until()).isEqualTo(TODAY.plusDays(40));
              assertThat(each.open()).isTrue();
            });
    assertThat(card.offices())
        .extracting(each -> each.mandate().id())
        .containsExactly(mandate, later);
    assertThat(card.offices())
        .extracting(each -> each.mandate().state())
        .containsExactly(MandateState.HELD, MandateState.COMING);
  }

  @Test
  void aDeputyAndWhoeverHandedOverAreToldApart() {
    long before = scenario.officer("LR");
    long after = scenario.officer("LR");
    long deputy = scenario.officer("LR");
    long mandate = appoint(Office.COORDINATOR, Scope.member("LR"), before, null, null);
    appoint(Office.COORDINATOR, Scope.member("LR"), deputy, null, mandate);

    assertThat(desk.get(deputy).rights())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.origin()).isEqualTo("deputy");
              assertThat(each.right().deputyOf()).startsWith("Officer DEMO-");
            });

    handovers.handOver(
        mandate,
        mandates.get(mandate).mandate().version(),
        new Handover(scenario.email(after), TODAY, null, 30));

    assertThat(desk.get(before).rights())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.origin()).isEqualTo("handed");
              assertThat(each.looksUntil()).isNotNull();
            });
    assertThat(desk.get(after).rights()).extracting(RightWithReason::origin).containsOnly("office");
    assertThat(desk.get(deputy).rights()).isEmpty();
    assertThat(desk.get(deputy).offices())
        .extracting(each -> each.mandate().state())
        .containsExactly(MandateState.OVER);
  }

  @Test
  void whoApprovesForMembersWithoutACoordinatorIsToldForWhichAndWhy() {
    long person = scenario.officer("XS");
    scenario.mandate(person, Office.FALLBACK_APPROVER, Scope.region("WCA"));
    scenario.asAdministrator();

    List<RightWithReason> rights = desk.get(person).rights();

    assertThat(rights).isNotEmpty().allMatch(each -> each.origin().equals("fallback"));
    assertThat(rights)
        .extracting(each -> each.right().scope())
        .contains(Scope.member("SL"))
        .doesNotContain(Scope.member("XS"));
    scenario.sql("DELETE FROM mandate WHERE person_id = " + person);
  }

  @Test
  void accountAndHistoryAreForThoseOfThePlatformAndWhatIsElsewhereIsNotOpened() {
    long person = scenario.officer("XS");
    appoint(Office.EDITOR, Scope.region("EUR"), person, null, null);

    SignedInAs.person(me, 1, null, new Grant(Role.COORDINATOR, Scope.member("XS")));
    PersonCard seen = desk.get(person);
    assertThat(seen.account()).isFalse();
    assertThat(seen.history()).isNull();
    assertThat(seen.rights()).singleElement().matches(each -> !each.open());
    SignedInAs.person(me, 1, null, new Grant(Role.SECRETARIAT, Scope.PLATFORM));
    assertThat(desk.get(person).account()).isTrue();
    assertThat(desk.get(person).history()).isNull();
    scenario.asAdministrator();
    assertThat(desk.get(person).history()).isNotNull();
  }

  @Test
  void whatThePageCostsDoesNotGrowWithTheOffices() throws Exception {
    long one = scenario.officer("TG");
    long many = scenario.officer("TG");
    appoint(Office.EDITOR, Scope.region("WCA"), one, null, null);
    for (String region : List.of("WCA", "EUR", "ESA", "AMS", "AP")) {
      appoint(Office.EDITOR, Scope.region(region), many, null, null);
    }
    desk.get(one);

    int few = Statements.of(() -> desk.get(one)).size();

    assertThat(Statements.of(() -> desk.get(many))).hasSize(few).hasSizeLessThan(10);
  }

  private long appoint(Office office, Scope scope, long person, LocalDate to, Long deputyFor) {
    scenario.asAdministrator();
    return appointments.appoint(
        new Appointment(
            office,
            scope,
            scenario.email(person),
            TODAY.minusDays(deputyFor == null ? 1 : 0),
            to,
            deputyFor));
  }
}
