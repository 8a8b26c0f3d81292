package org.portolan.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionManager;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.people.PersonMerge;
import org.portolan.platform.persistence.Slice;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;

/** Mandates with the real transactions and locks. Members of the real world have none at first. */
@ArquillianTest
class MandatesIT {
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
  private static final LocalDate YESTERDAY = TODAY.minusDays(1);

  @Inject private Mandates mandates;
  @Inject private Appointments appointments;
  @Inject private Handovers handovers;
  @Inject private Rights rights;
  @Inject private Scenario scenario;
  @Inject private RequestContextController requests;
  @Inject private PersonMerge merge;

  @Resource(lookup = Scenario.TRANSACTIONS)
  private TransactionManager transaction;

  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  private ManagedExecutorService executor;

  @Test
  void rightsComeWithTheMandateAndGoWithIt() {
    long person = scenario.officer("SN");
    long mandate = appoint(Office.COORDINATOR, Scope.member("SN"), person);

    assertThat(rights.of(person))
        .singleElement()
        .satisfies(
            right -> {
              assertThat(right.role()).isEqualTo(Role.COORDINATOR);
              assertThat(right.scope()).isEqualTo(Scope.member("SN"));
              assertThat(right.mandateId()).isEqualTo(mandate);
              assertThat(right.fallback()).isFalse();
            });

    appointments.endNow(mandate, mandates.get(mandate).mandate().version());
    assertThat(rights.of(person)).isEmpty();
  }

  @Test
  void aMandateThatBeginsLaterGivesNothingYet() {
    long person = scenario.officer("SN");
    scenario.asAdministrator();
    appointments.appoint(
        new Appointment(
            Office.COORDINATOR,
            Scope.member("SN"),
            scenario.email(person),
            TODAY.plusDays(2),
            null,
            null));

    assertThat(rights.of(person)).isEmpty();
  }

  @Test
  void whereAMemberHasNoCoordinatorTheApproverOfTheRegionDecides() {
    long approver = approverOf("WCA");

    assertThat(membersDecidedInsteadBy(approver)).contains("GM").doesNotContain("XS", "XN", "KE");
    assertThat(mandates.approvers(Set.of("GM", "XS")))
        .satisfies(
            found -> {
              assertThat(found.get("GM").fallback()).isTrue();
              assertThat(found.get("GM").names()).isNotEmpty();
              assertThat(found.get("XS").fallback()).isFalse();
            });

    long coordinator = scenario.officer("GM");
    appoint(Office.COORDINATOR, Scope.member("GM"), coordinator);

    assertThat(membersDecidedInsteadBy(approver)).doesNotContain("GM");
    assertThat(mandates.approvers(Set.of("GM")).get("GM").fallback()).isFalse();
  }

  @Test
  void whoeverHandsOverMayLookButNoLongerAct() {
    long before = scenario.officer("BJ");
    long after = scenario.officer("BJ");
    long deputy = scenario.officer("BJ");
    long mandate = appoint(Office.COORDINATOR, Scope.member("BJ"), before);
    scenario.asHolder(before, "BJ");
    appointments.appoint(
        new Appointment(
            Office.COORDINATOR, Scope.member("BJ"), scenario.email(deputy), TODAY, null, mandate));
    assertThat(rights.of(deputy)).singleElement().matches(right -> right.deputyOf() != null);

    scenario.asAdministrator();
    handovers.handOver(
        mandate,
        mandates.get(mandate).mandate().version(),
        new Handover(scenario.email(after), TODAY, null, 30));

    assertThat(rights.of(after)).singleElement().matches(right -> !right.readOnly());
    assertThat(rights.of(before)).singleElement().matches(Right::readOnly);
    assertThat(rights.of(deputy)).isEmpty();
    scenario.asHolder(before, "BJ");
    assertThat(mandates.list(new MandateFilter(MandateFilter.State.CURRENT, null, null), all()))
        .extracting(MandateSummary::personId)
        .contains(after);
    assertThatThrownBy(
            () ->
                appointments.appoint(
                    new Appointment(
                        Office.CONTACT_POINT,
                        Scope.member("BJ"),
                        scenario.email(deputy),
                        TODAY,
                        null,
                        null)))
        .isInstanceOf(NotAllowed.class);
  }

  @Test
  void anOfficeIsHandedOverOnceAndNeverForLongerThanItIsHeld() {
    Scope scope =
        Scope.centre(
            scenario.text(
                "SELECT MIN(code) FROM body WHERE kind = 'RTC' AND demo = 0"
                    + " AND code NOT IN (SELECT scope_code FROM mandate)"));
    long before = scenario.officer("XN");
    String first = scenario.email(scenario.officer("XN"));
    String second = scenario.email(scenario.officer("XN"));
    scenario.asAdministrator();
    long mandate =
        appointments.appoint(
            new Appointment(
                Office.CENTRE_DIRECTOR,
                scope,
                scenario.email(before),
                TODAY,
                TODAY.plusMonths(8),
                null));
    handingRefused(mandate, first, TODAY.minusDays(5), MandateRefused.Kind.BEGINS_IN_PAST);
    handingRefused(mandate, first, TODAY.plusMonths(9), MandateRefused.Kind.AFTER_END);
    handingRefused(
        mandate, scenario.email(before), TODAY.plusMonths(1), MandateRefused.Kind.HELD_ALREADY);

    handovers.handOver(
        mandate,
        mandates.get(mandate).mandate().version(),
        new Handover(first, TODAY.plusMonths(2), TODAY.plusMonths(3), 30));

    assertThat(mandates.get(mandate).mandate().to()).isEqualTo(TODAY.plusMonths(2).minusDays(1));
    handingRefused(mandate, second, TODAY.plusMonths(1), MandateRefused.Kind.HANDED_ALREADY);
    assertThat(mandates.get(mandate).mandate().to()).isEqualTo(TODAY.plusMonths(2).minusDays(1));
  }

  private void handingRefused(long mandate, String to, LocalDate from, MandateRefused.Kind why) {
    int version = mandates.get(mandate).mandate().version();
    assertThatThrownBy(() -> handovers.handOver(mandate, version, new Handover(to, from, null, 30)))
        .isInstanceOfSatisfying(
            MandateRefused.class, refused -> assertThat(refused.kind()).isEqualTo(why));
  }

  @Test
  void anExclusiveOfficeGivenTwiceAtOnceIsGivenOnce() throws Exception {
    Scope region = Scope.region("ESA");
    LocalDate from = LocalDate.of(2036, 1, 1);
    List<String> emails =
        Stream.generate(() -> scenario.email(scenario.officer("KE"))).limit(2).toList();
    CyclicBarrier together = new CyclicBarrier(2);
    List<Future<Object>> both =
        emails.stream()
            .map(
                email ->
                    executor.submit(
                        () ->
                            asAdministrator(
                                () -> {
                                  together.await();
                                  return appointments.appoint(
                                      new Appointment(
                                          Office.VICE_CHAIR, region, email, from, null, null));
                                })))
            .toList();

    int given = 0;
    for (Future<Object> each : both) {
      try {
        each.get();
        given++;
      } catch (ExecutionException e) {
        assertThat(e.getCause())
            .asInstanceOf(type(MandateRefused.class))
            .extracting(MandateRefused::kind)
            .isEqualTo(MandateRefused.Kind.TAKEN);
      }
    }
    assertThat(given).isEqualTo(1);
  }

  @Test
  void nobodyIsGivenAnOfficeWhoseAccountIsMergedMeanwhile() throws Exception {
    long stays = scenario.officer("TG");
    long goes = scenario.officer("TG");
    long before = appoint(Office.EDITOR, Scope.region("WCA"), scenario.officer("TG"));
    int version = mandates.get(before).mandate().version();
    String email = scenario.email(goes);
    transaction.begin();
    merge.merge(stays, goes);
    List<Future<Object>> both =
        Stream.<Callable<Object>>of(
                () ->
                    appointments.appoint(
                        new Appointment(
                            Office.EDITOR, Scope.region("ESA"), email, TODAY, null, null)),
                () -> handovers.handOver(before, version, new Handover(email, TODAY, null, 30)))
            .map(deed -> executor.submit(() -> asAdministrator(deed)))
            .toList();
    assertThatThrownBy(() -> both.get(0).get(1, TimeUnit.SECONDS))
        .isInstanceOf(TimeoutException.class);
    assertThatThrownBy(() -> both.get(1).get(1, TimeUnit.SECONDS))
        .isInstanceOf(TimeoutException.class);
    transaction.commit();

    for (Future<Object> each : both) {
      assertThatThrownBy(() -> each.get(30, TimeUnit.SECONDS))
          .cause()
          .asInstanceOf(type(MandateRefused.class))
          .extracting(MandateRefused::kind)
          .isEqualTo(MandateRefused.Kind.NO_PERSON);
    }
    assertThat(mandates.everHeldBy(goes)).isEmpty();
  }

  private Object asAdministrator(Callable<Object> deed) throws Exception {
    boolean mine = requests.activate();
    try {
      scenario.asAdministrator();
      return deed.call();
    } finally {
      if (mine) {
        requests.deactivate();
      }
    }
  }

  @Test
  void regionalOfficersAppointInTheirRegionAndNoFurther() {
    long officer = scenario.officer("CI");
    appoint(Office.ROCB_OFFICER, Scope.region("WCA"), officer);
    String somebody = scenario.email(scenario.officer("CI"));
    scenario.asHolder(officer, "CI");

    appointments.appoint(
        new Appointment(
            Office.CENTRE_STAFF, Scope.centre("DEMO-RTC-XS1"), somebody, TODAY, null, null));
    refused(Office.CENTRE_STAFF, Scope.centre("DEMO-RTC-XN1"), somebody);
    refused(Office.COORDINATOR, Scope.member("XS"), somebody);
    refused(Office.ROCB_DIRECTOR, Scope.region("WCA"), somebody);
    refused(Office.ADMIN, Scope.PLATFORM, somebody);
  }

  @Test
  void whatLiesOutsideOnesSightIsNotThere() {
    long coordinator = scenario.officer("TG");
    appoint(Office.COORDINATOR, Scope.member("TG"), coordinator);
    long elsewhere = appoint(Office.COORDINATOR, Scope.member("KE"), scenario.officer("KE"));

    scenario.asHolder(coordinator, "TG");
    assertThat(mandates.list(new MandateFilter(MandateFilter.State.CURRENT, null, null), all()))
        .isNotEmpty()
        .allMatch(each -> each.scope().equals(Scope.member("TG")));
    assertThatThrownBy(() -> mandates.get(elsewhere)).isInstanceOf(NotFound.class);
    scenario.as(scenario.officer("TG"), "TG");
    assertThatThrownBy(
            () -> mandates.count(new MandateFilter(MandateFilter.State.CURRENT, null, null)))
        .isInstanceOf(NotAllowed.class);
  }

  @Test
  void aFormOpenedOnAnOlderStateIsRefused() {
    long mandate = appoint(Office.CONTACT_POINT, Scope.member("ML"), scenario.officer("ML"));
    int opened = mandates.get(mandate).mandate().version();
    appointments.changeEnd(mandate, opened, TODAY.plusYears(1));

    assertThatThrownBy(() -> appointments.changeEnd(mandate, opened, TODAY.plusYears(2)))
        .isInstanceOf(ChangedMeanwhile.class);
  }

  @Test
  void aHandoverTellsOnlyOfDeputiesThatItEnds() {
    long mandate = appoint(Office.COORDINATOR, Scope.member("CV"), scenario.officer("CV"));
    long soon = deputy(mandate, TODAY.plusDays(10));
    long later = deputy(mandate, TODAY.plusDays(90));

    handovers.handOver(
        mandate,
        mandates.get(mandate).mandate().version(),
        new Handover(
            scenario.email(scenario.officer("CV")), TODAY.plusDays(30), TODAY.plusDays(60), 30));

    assertThat(mandates.get(soon).mandate().to()).isEqualTo(TODAY.plusDays(10));
    assertThat(mandates.get(later).mandate().to()).isEqualTo(TODAY.plusDays(29));
    assertThat(toldToHaveEnded(soon)).isZero();
    assertThat(toldToHaveEnded(later)).isEqualTo(1);
  }

  private long deputy(long mandate, LocalDate last) {
    return appointments.appoint(
        new Appointment(
            Office.COORDINATOR,
            Scope.member("CV"),
            scenario.email(scenario.officer("CV")),
            TODAY,
            last,
            mandate));
  }

  private long toldToHaveEnded(long mandate) {
    return scenario.number(
        "SELECT COUNT(*) FROM audit_entry WHERE action = 'mandate.ended' AND record_id = ?",
        mandate);
  }

  @Test
  void aDonorIsStoodInForByADeputyOfTheirOwn() {
    String donor =
        scenario.text(
            "SELECT code FROM body WHERE kind = 'DONOR' AND demo = 1 ORDER BY code LIMIT 1");
    long holder = scenario.officer("NE");
    long deputy = scenario.officer("NE");
    scenario.asAdministrator();
    long mandate = appoint(Office.DONOR_OFFICER, Scope.body(donor), holder);
    scenario.asHolder(holder, "NE");
    assertThat(mandates.list(new MandateFilter(MandateFilter.State.CURRENT, null, null), all()))
        .extracting(MandateSummary::scope)
        .containsOnly(Scope.body(donor));
    assertThat(mandates.appoints()).isFalse();
    appointments.appoint(
        new Appointment(
            Office.DONOR_OFFICER,
            Scope.body(donor),
            scenario.email(deputy),
            TODAY,
            TODAY.plusDays(9),
            mandate));
    assertThat(rights.of(deputy)).singleElement().matches(right -> right.deputyOf() != null);
  }

  @Test
  void deputiesEndWithTheHolder() {
    long holder = scenario.officer("NE");
    long deputy = scenario.officer("NE");
    long mandate = appoint(Office.COORDINATOR, Scope.member("NE"), holder);
    long standIn =
        appointments.appoint(
            new Appointment(
                Office.COORDINATOR,
                Scope.member("NE"),
                scenario.email(deputy),
                TODAY,
                null,
                mandate));

    appointments.changeEnd(mandate, mandates.get(mandate).mandate().version(), TODAY.plusDays(5));

    assertThat(mandates.get(standIn).mandate().to()).isEqualTo(TODAY.plusDays(5));
  }

  @Test
  void theListCostsTheSameForManyAsForFew() throws Exception {
    scenario.asAdministrator();
    MandateFilter filter = new MandateFilter(MandateFilter.State.CURRENT, null, null);

    // the list, the holders for whom somebody stands in, all their names
    assertThat(Statements.of(() -> mandates.list(filter, all()))).hasSize(3);
  }

  private long appoint(Office office, Scope scope, long person) {
    scenario.asAdministrator();
    return appointments.appoint(
        new Appointment(office, scope, scenario.email(person), YESTERDAY, null, null));
  }

  private void refused(Office office, Scope scope, String email) {
    assertThatThrownBy(
            () -> appointments.appoint(new Appointment(office, scope, email, TODAY, null, null)))
        .isInstanceOf(NotAllowed.class);
  }

  private long approverOf(String region) {
    return Long.parseLong(
        scenario.text(
            "SELECT person_id FROM mandate WHERE office = 'fallback_approver' AND ends_at IS NULL"
                + " AND scope_code = '"
                + region
                + "'"));
  }

  private List<String> membersDecidedInsteadBy(long person) {
    return rights.of(person).stream()
        .filter(Right::fallback)
        .map(right -> right.scope().code())
        .toList();
  }

  private static Slice all() {
    return new Slice(0, Slice.MOST, null, true);
  }
}
