package org.portolan.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.portolan.access.AccountOpening;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.office.Office;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.NotSignedIn;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.NotFound;

/** From the request of an officer without an account to the invitation, or the refusal. */
@ArquillianTest
class AccountRequestsIT {
  private static final Pattern CONFIRM = Pattern.compile("request/confirm\\?token=([\\w-]+)");
  private static final Pattern OPEN = Pattern.compile("account/invitation\\?token=([\\w-]+)");

  @Inject private AccountRequests requests;
  @Inject private RequestLetters letters;
  @Inject private AccountOpening opening;
  @Inject private Erasures erasures;
  @Inject private Scenario scenario;
  @Inject private RequestContextController contexts;
  @Resource private ManagedThreadFactory threadFactory;

  private final String unique =
      UUID.randomUUID().toString().replaceAll("[^a-f]", "") + Long.toString(System.nanoTime(), 26);
  private final String email = "r" + unique + "@demo.portolan.example";
  private final String network = UUID.randomUUID().toString();

  @Test
  void aConfirmedRequestBecomesAnInvitationWhoseLinkOpensAnAccount() {
    long id = confirmed();
    scenario.asCoordinator(Scenario.MEMBER);
    assertThat(requests.waiting())
        .anySatisfy(
            each -> {
              assertThat(each.id()).isEqualTo(id);
              assertThat(each.wanted().reason()).isEqualTo("Our post needs it.");
              assertThat(each.strange()).isFalse();
            });
    assertThat(requests.invite(id, false)).isEmpty();
    assertThat(requests.waiting()).noneMatch(each -> each.id() == id);
    scenario.asNobody();
    String token = link(OPEN);
    assertThat(
            opening.open(
                token, "Ada", unique, "", Language.EN, opening.prepare("seven-quiet-lanterns")))
        .isTrue();
    assertThat(scenario.text("SELECT member_code FROM person WHERE email = '" + email + "'"))
        .isEqualTo(Scenario.MEMBER);
  }

  @Test
  void nobodySeesARequestBeforeItsAddressIsConfirmed() {
    letters.write(wanted(Scenario.MEMBER, email));
    String token = link(CONFIRM);
    assertThat(
            scenario.text("SELECT body_text FROM mail_letter WHERE to_address = '" + email + "'"))
        .as("nothing that was typed goes to an address of which nobody knows whose it is")
        .doesNotContain("Ada", "Our post");
    assertThat(requests.find(token)).isPresent();
    scenario.asCoordinator(Scenario.MEMBER);
    long before = requests.count();
    assertThat(requests.waiting()).noneMatch(this::mine);
    assertThatThrownBy(() -> requests.invite(id(), true)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> requests.refuse(id(), "No.")).isInstanceOf(NotFound.class);
    scenario.asNobody();

    assertThat(requests.confirm(token)).isTrue();
    assertThat(requests.confirm(token)).as("once").isFalse();
    assertThat(requests.find(token)).isEmpty();
    scenario.asCoordinator(Scenario.MEMBER);
    assertThat(requests.waiting()).anyMatch(this::mine);
    assertThat(requests.count()).isEqualTo(before + 1);
  }

  @Test
  void aLinkThatIsTooOldConfirmsNothing() {
    letters.write(wanted(Scenario.MEMBER, email));
    String token = link(CONFIRM);
    scenario.sql(
        "UPDATE account_request SET expires_at = expires_at - INTERVAL 2881 MINUTE WHERE email = '"
            + email
            + "'");
    assertThat(requests.find(token)).isEmpty();
    assertThat(requests.confirm(token)).isFalse();
    assertThat(requests.find(null)).isEmpty();
    assertThat(requests.confirm("nothing")).isFalse();
  }

  @Test
  void everybodyIsAnsweredTheSameAndAnOwnerIsToldByLetter() throws Exception {
    String known = scenario.email(scenario.officer(Scenario.OTHER_MEMBER));
    assertThat(requests.ask(wanted(Scenario.MEMBER, known), network)).isTrue();
    assertThat(requests.ask(wanted(Scenario.MEMBER, email), network)).isTrue();
    await(known, "people.letter.request-known", 1);
    await(email, "people.letter.request", 1);
    assertThat(scenario.number("SELECT COUNT(*) FROM account_request WHERE email = ?", known))
        .isZero();
  }

  @Test
  void oneAddressGetsFewLettersAndOneNetworkFewTries() throws Exception {
    for (int i = 0; i < 60; i++) {
      assertThat(requests.ask(wanted(Scenario.MEMBER, email), network)).isTrue();
    }
    assertThat(requests.ask(wanted(Scenario.MEMBER, email), network)).isFalse();
    await(email, "people.letter.request", 3);
  }

  @Test
  void whoDecidesIsToldInTheirLanguageAndNotAgainWhileOneWaits() {
    scenario.sql(
        "DELETE FROM account_request WHERE state = 'waiting' AND member_code = '"
            + Scenario.OTHER_MEMBER
            + "'");
    long decider = scenario.officer(Scenario.OTHER_MEMBER);
    scenario.sql("UPDATE person SET language = 'fr' WHERE id = " + decider);
    scenario.mandate(decider, Office.COORDINATOR, Scope.member(Scenario.OTHER_MEMBER));
    try {
      confirmElsewhere("a" + email);
      assertThat(told(decider)).isEqualTo(1);
      assertThat(
              scenario.text(
                  "SELECT subject FROM mail_letter WHERE kind = 'office.letter.account-requested'"
                      + " AND person_id = "
                      + decider))
          .isEqualTo("Un agent demande un compte");
      confirmElsewhere("b" + email);
      assertThat(told(decider)).as("while the first one waits").isEqualTo(1);
      scenario.asCoordinator(Scenario.OTHER_MEMBER);
      for (WaitingRequest each : requests.waiting()) {
        requests.refuse(each.id(), "No.");
      }
      confirmElsewhere("c" + email);
      assertThat(told(decider)).as("after all were decided on").isEqualTo(2);
      scenario.sql(
          "UPDATE account_request SET confirmed_at = confirmed_at - INTERVAL 25 HOUR"
              + " WHERE email = 'c"
              + email
              + "'");
      confirmElsewhere("d" + email);
      assertThat(told(decider)).as("after a day").isEqualTo(3);
    } finally {
      scenario.endMandates(decider);
    }
  }

  private void confirmElsewhere(String address) {
    scenario.asNobody();
    letters.write(wanted(Scenario.OTHER_MEMBER, address));
    assertThat(requests.confirm(link(CONFIRM, address))).isTrue();
  }

  private long told(long decider) {
    return scenario.number(
        "SELECT COUNT(*) FROM mail_letter WHERE person_id = ?"
            + " AND kind = 'office.letter.account-requested'",
        decider);
  }

  @Test
  void whatIsWrongIsNamedByField() {
    WantedAccount bad =
        new WantedAccount("QQ", new NewOfficer("", "x".repeat(81), "none", "xx", ""), " ");
    assertThat(requests.problems(bad))
        .containsEntry("member", "choice")
        .containsEntry("given", "missing")
        .containsEntry("family", "long")
        .containsEntry("email", "address")
        .containsEntry("language", "language")
        .containsEntry("reason", "missing");
    assertThat(
            requests.problems(
                new WantedAccount(
                    null, new NewOfficer("A", "B", email, "en", ""), "x".repeat(501))))
        .containsEntry("member", "missing")
        .containsEntry("reason", "long");
    assertThatThrownBy(() -> requests.ask(bad, network))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void onlyWhoDecidesForTheMemberSeesAndDecides() {
    long id = confirmed();
    scenario.asCoordinator(Scenario.OTHER_MEMBER);
    assertThat(requests.waiting()).noneMatch(each -> each.id() == id);
    assertThatThrownBy(() -> requests.invite(id, true)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> requests.refuse(id, "No.")).isInstanceOf(NotFound.class);
    scenario.as(scenario.officer(Scenario.MEMBER), Scenario.MEMBER);
    assertThatThrownBy(() -> requests.waiting()).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> requests.count()).isInstanceOf(NotAllowed.class);
    scenario.asNobody();
    assertThatThrownBy(() -> requests.waiting()).isInstanceOf(NotSignedIn.class);
    assertThatThrownBy(() -> requests.refuse(id, "No.")).isInstanceOf(NotSignedIn.class);
  }

  @Test
  void aRefusalGoesWithItsReasonToWhoeverAsked() {
    long id = confirmed();
    scenario.asCoordinator(Scenario.MEMBER);
    assertThatThrownBy(() -> requests.refuse(id, "  "))
        .isInstanceOf(IllegalArgumentException.class);
    requests.refuse(id, "You are not one of ours.");
    assertThatThrownBy(() -> requests.refuse(id, "Again.")).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> requests.invite(id, true)).isInstanceOf(NotFound.class);
    assertThat(
            scenario.text(
                "SELECT body_text FROM mail_letter WHERE kind = 'people.letter.request-refused'"
                    + " AND to_address = '"
                    + email
                    + "'"))
        .contains("You are not one of ours.");
  }

  @Test
  void aLookalikeAsksForAWordAndAnotherDomainIsMarked() {
    long there = scenario.officer(Scenario.MEMBER);
    scenario.sql(
        "UPDATE person SET given_name = 'Ada', family_name = '" + unique + "' WHERE id = " + there);
    String elsewhere = "q" + unique + "@elsewhere.example";
    letters.write(wanted(Scenario.MEMBER, elsewhere));
    scenario.asNobody();
    requests.confirm(link(CONFIRM, elsewhere));
    scenario.asCoordinator(Scenario.MEMBER);
    WaitingRequest waiting =
        requests.waiting().stream()
            .filter(each -> each.wanted().officer().email().equals(elsewhere))
            .findFirst()
            .orElseThrow();
    assertThat(waiting.strange()).isTrue();
    assertThat(waiting.known()).isFalse();
    assertThat(waiting.lookalikes())
        .anySatisfy(each -> assertThat(each.person().id()).isEqualTo(there));
    assertThat(requests.invite(waiting.id(), false)).contains("doubt");
    assertThat(requests.invite(waiting.id(), true)).isEmpty();
  }

  @Test
  void whoGotAnAccountMeanwhileIsNotInvited() {
    long id = confirmed();
    long other = scenario.officer(Scenario.MEMBER);
    scenario.sql("UPDATE person SET email = '" + email + "' WHERE id = " + other);
    scenario.asCoordinator(Scenario.MEMBER);
    assertThat(requests.waiting()).anyMatch(each -> each.id() == id && each.known());
    assertThat(requests.invite(id, true)).contains("known");
  }

  @Test
  void askedTwiceTheLastOneCounts() {
    long first = confirmed();
    letters.write(wanted(Scenario.MEMBER, email));
    long second = confirmed();
    scenario.asCoordinator(Scenario.MEMBER);
    assertThat(requests.waiting().stream().filter(this::mine).map(WaitingRequest::id))
        .containsExactly(second);
    assertThatThrownBy(() -> requests.refuse(first, "No.")).isInstanceOf(NotFound.class);
    assertThat(scenario.number("SELECT COUNT(*) FROM account_request WHERE email = ?", email))
        .isEqualTo(1);
  }

  @Test
  void ofTwoWhoDecideInTheSameMomentOneDoes() throws Exception {
    for (int round = 0; round < 4; round++) {
      scenario.sql("DELETE FROM account_request WHERE email = '" + email + "'");
      scenario.sql("DELETE FROM invitation WHERE email = '" + email + "'");
      long id = confirmed();
      List<String> came =
          atOnce(
              () -> requests.invite(id, true).orElse("invited"),
              () -> {
                requests.refuse(id, "No.");
                return "refused";
              },
              () -> requests.invite(id, true).orElse("invited"));
      assertThat(came).filteredOn(each -> !each.equals("gone")).hasSize(1);
      assertThat(scenario.number("SELECT COUNT(*) FROM invitation WHERE email = ?", email))
          .isEqualTo(came.contains("invited") ? 1 : 0);
    }
  }

  @Test
  void theListTakesThreeStatementsHoweverManyWait() throws Exception {
    confirmed();
    letters.write(wanted(Scenario.MEMBER, "z" + email));
    scenario.asNobody();
    requests.confirm(link(CONFIRM, "z" + email));
    scenario.asCoordinator(Scenario.MEMBER);
    assertThat(requests.waiting()).hasSizeGreaterThan(1);
    assertThat(Statements.of(() -> requests.waiting())).hasSize(3);
  }

  @Test
  void anErasureTakesTheRequestAndTheWordsOfWhoRefused() {
    long id = confirmed();
    long decider = scenario.officer(Scenario.MEMBER);
    scenario.sql(
        "UPDATE account_request SET state = 'refused', answer = 'words', decided_at = created_at,"
            + " decided_by = "
            + decider
            + " WHERE id = "
            + id);
    String address = scenario.email(decider);
    scenario.asAdministrator();
    erasures.execute(address, "Asked for.");
    assertThat(
            scenario.number(
                "SELECT COUNT(*) FROM account_request WHERE id = ? AND answer IS NULL", id))
        .isEqualTo(1);
    long asker = scenario.officer(Scenario.MEMBER);
    scenario.sql("UPDATE person SET email = '" + email + "' WHERE id = " + asker);
    erasures.execute(email, "Asked for.");
    assertThat(scenario.number("SELECT COUNT(*) FROM account_request WHERE id = ?", id)).isZero();
  }

  private WantedAccount wanted(String member, String address) {
    return new WantedAccount(
        member, new NewOfficer("Ada", unique, address, "en", "Inspector"), "Our post needs it.");
  }

  private boolean mine(WaitingRequest request) {
    return request.wanted().officer().email().equals(email);
  }

  private long confirmed() {
    scenario.asNobody();
    letters.write(wanted(Scenario.MEMBER, email));
    assertThat(requests.confirm(link(CONFIRM))).isTrue();
    return id();
  }

  private long id() {
    return scenario.number("SELECT MAX(id) FROM account_request WHERE email = ?", email);
  }

  private String link(Pattern pattern) {
    return link(pattern, email);
  }

  private String link(Pattern pattern, String address) {
    Matcher link =
        pattern.matcher(
            scenario.text(
                "SELECT body_text FROM mail_letter WHERE to_address = '"
                    + address
                    + "' ORDER BY id DESC LIMIT 1"));
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  /** Letters are written after the answer; then no more come. */
  private void await(String address, String kind, long expected) throws InterruptedException {
    String sql = "SELECT COUNT(*) FROM mail_letter WHERE to_address = ? AND kind = ?";
    for (int i = 0; i < 100 && scenario.number(sql, address, kind) < expected; i++) {
      Thread.sleep(Duration.ofMillis(50).toMillis());
    }
    Thread.sleep(Duration.ofMillis(300).toMillis());
    assertThat(scenario.number(sql, address, kind)).isEqualTo(expected);
  }

  @SafeVarargs
  private List<String> atOnce(Callable<String>... deeds) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(deeds.length, threadFactory);
    try {
      CyclicBarrier start = new CyclicBarrier(deeds.length);
      List<Future<String>> all = new ArrayList<>();
      for (Callable<String> deed : deeds) {
        all.add(
            threads.submit(
                () -> {
                  contexts.activate();
                  try {
                    scenario.asCoordinator(Scenario.MEMBER);
                    start.await();
                    return deed.call();
                  } catch (NotFound gone) {
                    return "gone";
                  } finally {
                    contexts.deactivate();
                  }
                }));
      }
      List<String> came = new ArrayList<>();
      for (Future<String> each : all) {
        came.add(each.get());
      }
      return came;
    } finally {
      threads.shutdownNow();
    }
  }
}
