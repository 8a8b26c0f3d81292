package org.portolan.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.portolan.access.AccountOpening;
import org.portolan.access.SignInService;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.persistence.Slice;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.web.NotFound;

/** From the invitation of a coordinator to the account of an officer. */
@ArquillianTest
class InvitationsIT {
  private static final Pattern LINK = Pattern.compile("invitation\\?token=([\\w-]+)");
  private static final String PASSWORD = "seven-quiet-lanterns";

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource database;

  @Inject private Invitations invitations;
  @Inject private PeopleDesk desk;
  @Inject private AccountOpening opening;
  @Inject private SignInService signIns;
  @Inject private Scenario scenario;

  private final String unique = UUID.randomUUID().toString().substring(0, 8);
  private final String email = "o" + unique + "@customs.example";

  @Test
  void theLinkOfTheLetterOpensAnAccountOnce() {
    String token = invited();
    assertThat(opening.find(token))
        .hasValueSatisfying(open -> assertThat(open.email()).isEqualTo(email));

    assertThat(open(token)).isTrue();
    assertThat(open(token)).isFalse();
    assertThat(opening.find(token)).isEmpty();
    assertThat(
            signIns
                .signIn(email, PASSWORD, "10.0.0.1", "test", java.util.Optional.empty())
                .outcome())
        .isEqualTo(SignInService.Attempt.Outcome.DONE);
    assertThat(scenario.text("SELECT member_code FROM person WHERE email = '" + email + "'"))
        .isEqualTo(Scenario.MEMBER);
  }

  @Test
  void nothingButTheHashOfTheTokenIsKeptBesideTheLetter() {
    String token = invited();
    assertThat(
            scenario.number(
                "SELECT COUNT(*) FROM invitation WHERE email = ? AND CONCAT_WS(' ', token_hash,"
                    + " state, given_name) LIKE ?",
                email,
                "%" + token + "%"))
        .isZero();
  }

  @Test
  void aLinkThatIsTooOldOpensNothing() throws Exception {
    String token = invited();
    update(
        "UPDATE invitation SET expires_at = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND WHERE email = ?");

    assertThat(opening.find(token)).isEmpty();
    assertThat(open(token)).isFalse();
  }

  @Test
  void aLetterSentAgainBringsANewLinkAndEndsTheOld() {
    String before = invited();
    scenario.asCoordinator(Scenario.MEMBER);
    invitations.sendAgain(id());
    String after = link();

    assertThat(after).isNotEqualTo(before);
    assertThat(opening.find(before)).isEmpty();
    assertThat(open(after)).isTrue();
  }

  @Test
  void aWithdrawnInvitationOpensNothingAndItsLetterIsEmptied() {
    String token = invited();
    scenario.asCoordinator(Scenario.MEMBER);
    invitations.withdraw(id());

    assertThat(opening.find(token)).isEmpty();
    assertThat(
            scenario.number(
                "SELECT COUNT(*) FROM mail_letter WHERE to_address = ? AND body_text IS NOT NULL",
                email))
        .isZero();
    assertThatThrownBy(() -> invitations.sendAgain(id())).isInstanceOf(NotFound.class);
  }

  @Test
  void nobodyInvitesForAnotherAdministration() {
    scenario.asCoordinator(Scenario.OTHER_MEMBER);
    assertThatThrownBy(() -> invitations.invite(Scenario.MEMBER, List.of(officer()), Set.of()))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> invitations.check(Scenario.MEMBER, List.of(officer())))
        .isInstanceOf(NotAllowed.class);
    scenario.as(scenario.officer(Scenario.MEMBER), Scenario.MEMBER);
    assertThatThrownBy(() -> invitations.pending()).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> desk.count(null)).isInstanceOf(NotAllowed.class);

    invited();
    long id = id();
    scenario.asCoordinator(Scenario.OTHER_MEMBER);
    assertThatThrownBy(() -> invitations.withdraw(id)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> invitations.sendAgain(id)).isInstanceOf(NotFound.class);
    assertThat(invitations.pending()).noneMatch(each -> each.id() == id);
  }

  @Test
  void aDeskShowsThePeopleOfItsOwnAdministrationsInOneStatement() throws Exception {
    scenario.officer(Scenario.MEMBER);
    scenario.asCoordinator(Scenario.MEMBER);
    Slice all = new Slice(0, 200, null, true);
    assertThat(desk.list(null, all))
        .isNotEmpty()
        .allMatch(person -> person.memberCode().equals(Scenario.MEMBER));
    assertThat(Statements.of(() -> desk.list(null, all))).hasSize(1);
    assertThat(desk.count("%")).isZero();
  }

  @Test
  void aListIsAnsweredRowByRowAndOnlyGoodRowsAreInvited() {
    scenario.asCoordinator(Scenario.MEMBER);
    List<NewOfficer> list =
        List.of(
            officer(),
            officer(),
            new NewOfficer("", "Nobody", "not an address", "xx", ""),
            new NewOfficer("Second", "Person" + unique, "s" + email, "fr", ""));
    assertThat(invitations.check(Scenario.MEMBER, list))
        .extracting(answer -> answer.problems().get("email"))
        .containsExactly(null, "twice", "address", null);

    assertThat(invitations.invite(Scenario.MEMBER, list, Set.of())).isEqualTo(2);
    assertThat(invitations.check(Scenario.MEMBER, List.of(officer())).get(0).problems())
        .containsEntry("email", "invited");
  }

  @Test
  void somebodyWhoIsThereAlreadyIsShownAndInvitedOnlyOnAWord() {
    open(invited());
    scenario.asCoordinator(Scenario.MEMBER);
    NewOfficer same = new NewOfficer("Zabbix" + unique, "Úna", "other" + email, "en", "");
    InvitationAnswer answer = invitations.check(Scenario.MEMBER, List.of(same)).get(0);
    assertThat(answer.doubtful()).isTrue();
    assertThat(answer.lookalikes().get(0).why()).isEqualTo(Likeness.NAME);

    assertThat(invitations.invite(Scenario.MEMBER, List.of(same), Set.of())).isZero();
    assertThat(invitations.invite(Scenario.MEMBER, List.of(same), Set.of(1))).isEqualTo(1);
    assertThat(invitations.check(Scenario.MEMBER, List.of(officer())).get(0).problems())
        .containsEntry("email", "known");
  }

  @Test
  void somebodyOfAnotherAdministrationIsToldAndTheCoordinatorLearnsNothing() {
    open(invited());
    scenario.asCoordinator(Scenario.OTHER_MEMBER);
    assertThat(invitations.check(Scenario.OTHER_MEMBER, List.of(officer())).get(0).good()).isTrue();
    assertThat(invitations.invite(Scenario.OTHER_MEMBER, List.of(officer()), Set.of()))
        .isEqualTo(1);

    assertThat(
            scenario.text(
                "SELECT kind FROM mail_letter WHERE to_address = '"
                    + email
                    + "' ORDER BY id DESC LIMIT 1"))
        .isEqualTo("people.letter.known");
    assertThat(invitations.pending()).anyMatch(each -> each.email().equals(email));
  }

  @Test
  void oneLinkTriedTwiceMakesOneAccount() throws Exception {
    String token = invited();
    String hash = opening.prepare(PASSWORD);
    int made = 0;
    for (int i = 0; i < 2; i++) {
      made += opening.open(token, "Úna", "Zabbix", "", Language.EN, hash) ? 1 : 0;
    }
    assertThat(made).isEqualTo(1);
  }

  private NewOfficer officer() {
    return new NewOfficer("Úna", "Zabbix" + unique, email, "en", "Inspector");
  }

  private String invited() {
    scenario.asCoordinator(Scenario.MEMBER);
    assertThat(invitations.invite(Scenario.MEMBER, List.of(officer()), Set.of())).isEqualTo(1);
    scenario.asNobody();
    return link();
  }

  private boolean open(String token) {
    scenario.asNobody();
    return opening.open(
        token, "Úna", "Zabbix" + unique, "Inspector", Language.EN, opening.prepare(PASSWORD));
  }

  private long id() {
    return scenario.number("SELECT MAX(id) FROM invitation WHERE email = ?", email);
  }

  private String link() {
    Matcher link =
        LINK.matcher(
            scenario.text(
                "SELECT body_text FROM mail_letter WHERE to_address = '"
                    + email
                    + "' ORDER BY id DESC LIMIT 1"));
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  private void update(String sql) throws Exception {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, email);
      update.executeUpdate();
    }
  }
}
