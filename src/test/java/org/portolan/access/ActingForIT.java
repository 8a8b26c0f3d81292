package org.portolan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.portolan.container.Scenario;
import org.portolan.office.Appointment;
import org.portolan.office.Appointments;
import org.portolan.office.Mandates;
import org.portolan.office.Office;
import org.portolan.people.Erasures;
import org.portolan.people.OwnData;
import org.portolan.people.Profiles;
import org.portolan.platform.audit.AuditEntry;
import org.portolan.platform.audit.AuditFilter;
import org.portolan.platform.audit.AuditReading;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Grant;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.security.SignedIn;
import org.portolan.platform.security.SignedInAs;
import org.portolan.platform.security.Token;
import org.portolan.platform.web.NotFound;

/** An administrator acts as somebody: seen by all, for a while, and never for more power. */
@ArquillianTest
class ActingForIT {
  private static final Grant ADMINISTRATOR = new Grant(Role.ADMIN, Scope.PLATFORM);

  @Inject private ActingFor acting;
  @Inject private AccessTokens tokens;
  @Inject private AccountService account;
  @Inject private SecurityService security;
  @Inject private StepUp stepUp;
  @Inject private Profiles profiles;
  @Inject private Mandates mandates;
  @Inject private Appointments appointments;
  @Inject private Erasures erasures;
  @Inject private OwnData data;
  @Inject private AuditReading trail;
  @Inject private Scenario scenario;
  @Inject private CurrentPerson me;

  private final Token before = Token.random("");
  private long administrator;
  private long person;

  private void prepare() {
    administrator = scenario.officer(null);
    person = scenario.officer("XS");
    scenario.mandate(administrator, Office.ADMIN, Scope.PLATFORM);
    scenario.mandate(person, Office.COORDINATOR, Scope.member("XS"));
    scenario.sql(
        "INSERT INTO sign_in (token_hash, person_id, created_at, last_seen_at, proved_at, strong,"
            + " expires_at, agent)"
            + " VALUES ('"
            + before.hash()
            + "', "
            + administrator
            + ", UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), 1,"
            + " UTC_TIMESTAMP(6) + INTERVAL 12 HOUR, '')");
    asAdministrator();
  }

  @AfterEach
  void nobody() {
    scenario.sql("DELETE FROM mandate WHERE person_id IN (" + administrator + ", " + person + ")");
    scenario.asNobody();
  }

  @Test
  void theSignInIsThatOfThePersonUntilTheAdministratorStops() {
    prepare();
    Token during = acting.begin(before, person, " Request 4711 ");

    assertThat(tokens.findBySession(before.hash())).isEmpty();
    assertThat(signedIn(during))
        .satisfies(
            as -> {
              assertThat(as.personId()).isEqualTo(person);
              assertThat(as.behind()).isEqualTo(administrator);
              assertThat(as.memberCode()).isEqualTo("XS");
              assertThat(as.grants())
                  .containsExactly(new Grant(Role.COORDINATOR, Scope.member("XS")));
            });

    SignedInAs.acting(me, person, "XS", administrator);
    Optional<ActingFor.Ended> ended = acting.end(during);

    assertThat(ended).map(ActingFor.Ended::person).contains(person);
    assertThat(tokens.findBySession(during.hash())).isEmpty();
    assertThat(signedIn(ended.get().token()))
        .satisfies(
            as -> {
              assertThat(as.personId()).isEqualTo(administrator);
              assertThat(as.behind()).isNull();
              assertThat(as.grants()).contains(ADMINISTRATOR);
            });
    assertThat(acting.end(ended.get().token())).isEmpty();
  }

  @Test
  void theTrailTellsOfBothWithTheReason() {
    prepare();
    Token during = acting.begin(before, person, "Request 4711");
    SignedInAs.acting(me, person, "XS", administrator);
    acting.end(during);

    List<AuditEntry> entries =
        trail.search(AuditFilter.ofRecord("person", Long.toString(person)), null, 10).entries();
    assertThat(entries)
        .extracting(AuditEntry::action)
        .containsExactly("act-as.ended", "act-as.begun");
    assertThat(entries.get(0).actorId()).isEqualTo(person);
    assertThat(entries.get(0).behindId()).isEqualTo(administrator);
    assertThat(entries.get(1).actorId()).isEqualTo(administrator);
    assertThat(entries.get(1).behindId()).isNull();
    assertThat(entries.get(1).personal())
        .singleElement()
        .satisfies(each -> assertThat(each.change().after()).isEqualTo("Request 4711"));
  }

  @Test
  void onlyAnAdministratorBeginsAndNeverAsAnotherOneNorTwice() {
    prepare();
    long other = scenario.officer(null);
    scenario.mandate(other, Office.ADMIN, Scope.PLATFORM);
    try {
      refused(other);
      refused(administrator);
      assertThatThrownBy(() -> acting.begin(before, Long.MAX_VALUE, "why"))
          .isInstanceOf(NotFound.class);
      assertThatThrownBy(() -> acting.begin(before, person, "  "))
          .isInstanceOf(IllegalArgumentException.class);
      SignedInAs.acting(me, person, "XS", administrator, ADMINISTRATOR);
      refused(scenario.officer("XN"));
      SignedInAs.person(me, administrator, null, new Grant(Role.SECRETARIAT, Scope.PLATFORM));
      refused(person);
      scenario.asCoordinator("XS");
      refused(person);
      // an administrator with the token of somebody else
      SignedInAs.person(me, other, null, ADMINISTRATOR);
      refused(person);
    } finally {
      scenario.sql("DELETE FROM mandate WHERE person_id = " + other);
    }
    assertThat(signedIn(before).behind()).isNull();
  }

  @Test
  void noPowerOfAnAdministratorIsEverBorrowedOrLeftOver() {
    prepare();
    Token during = acting.begin(before, person, "why");
    assertThat(signedIn(during).personId()).isEqualTo(person);

    scenario.mandate(person, Office.ADMIN, Scope.PLATFORM);
    tokens.forget(during.hash());
    assertThat(signedIn(during).personId()).isEqualTo(administrator);

    scenario.sql("DELETE FROM mandate WHERE office = 'admin' AND person_id = " + person);
    scenario.sql("DELETE FROM mandate WHERE person_id = " + administrator);
    tokens.forget(during.hash());
    assertThat(signedIn(during).personId()).isEqualTo(administrator);
    assertThat(signedIn(during).grants()).isEmpty();
  }

  @Test
  void itEndsByItselfAfterHalfAnHour() {
    prepare();
    Token during = acting.begin(before, person, "why");
    assertThat(
            scenario.number(
                "SELECT TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(6), acting_until) FROM sign_in WHERE"
                    + " token_hash = '"
                    + during.hash()
                    + "'"))
        .isBetween(29 * 60L, 30 * 60L);

    scenario.sql(
        "UPDATE sign_in SET acting_until = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND WHERE token_hash"
            + " = '"
            + during.hash()
            + "'");
    tokens.forget(during.hash());

    assertThat(signedIn(during).personId()).isEqualTo(administrator);
    assertThat(signedIn(during).behind()).isNull();
  }

  @Test
  void theAccountAndOfficesOfThePersonAreOutOfReach() {
    prepare();
    SignedInAs.acting(
        me, person, "XS", administrator, new Grant(Role.COORDINATOR, Scope.member("XS")));

    assertThatThrownBy(() -> account.profile()).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> account.places(Optional.empty())).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> account.endPlace(1)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> security.own()).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> security.beginApp()).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> security.renewRecoveryCodes()).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> stepUp.ways()).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> stepUp.byPassword("any", "192.0.2.1", before))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> account.personalTokens()).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> account.revokeToken(1)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> profiles.mine()).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> erasures.mine()).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> erasures.hindrance()).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> data.document()).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(
            () ->
                appointments.appoint(
                    new Appointment(
                        Office.CONTACT_POINT,
                        Scope.member("XS"),
                        scenario.email(person),
                        LocalDate.now(),
                        null,
                        null)))
        .isInstanceOf(NotAllowed.class);
    long own = scenario.number("SELECT id FROM mandate WHERE person_id = " + person);
    assertThatThrownBy(() -> appointments.endNow(own, 1)).isInstanceOf(NotAllowed.class);
    // what is not secret may be looked at
    assertThat(profiles.zone()).isNotEmpty();
    assertThat(mandates.get(own).mandate().personId()).isEqualTo(person);
  }

  private void refused(long wanted) {
    assertThatThrownBy(() -> acting.begin(before, wanted, "why")).isInstanceOf(NotAllowed.class);
  }

  private SignedIn signedIn(Token token) {
    return tokens.findBySession(token.hash()).orElseThrow();
  }

  private void asAdministrator() {
    SignedInAs.person(me, administrator, null, ADMINISTRATOR);
  }
}
