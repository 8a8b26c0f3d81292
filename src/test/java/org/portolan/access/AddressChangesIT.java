package org.portolan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.people.EmailAddress;
import org.portolan.people.Erasures;
import org.portolan.people.OwnData;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Grant;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.NotSignedIn;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.security.SignedInAs;
import org.portolan.platform.security.Token;
import org.portolan.platform.security.TokenScope;

/** The address of an account changes when both addresses have agreed, and not before. */
@ArquillianTest
class AddressChangesIT {
  private static final Pattern LINK = Pattern.compile("address/answer\\?token=([\\w-]+)");

  @Inject private AddressChanges changes;
  @Inject private RecoveryLinks recoveries;
  @Inject private Recoveries recovering;
  @Inject private Sessions sessions;
  @Inject private AccessTokens tokens;
  @Inject private AccountService account;
  @Inject private Erasures erasures;
  @Inject private OwnData data;
  @Inject private Scenario scenario;
  @Inject private CurrentPerson me;
  @Inject private RequestContextController requests;
  @Resource private ManagedThreadFactory threadFactory;

  private final String wished = "w" + UUID.randomUUID() + "@customs.example";

  @Test
  void itChangesWhenBothHaveAgreedInWhateverOrder() {
    for (boolean newFirst : List.of(true, false)) {
      String to = newFirst + wished;
      long person = asker();
      String former = scenario.email(person);
      assertThat(changes.ask(to)).isEqualTo(AddressChanges.Asked.DONE);
      String atNew = link(to);
      String atFormer = link(former);
      scenario.asNobody();

      assertThat(changes.agree(newFirst ? atNew : atFormer)).isEqualTo(AddressAnswer.AGREED);
      assertThat(scenario.email(person)).isEqualTo(former);
      assertThat(changes.agree(newFirst ? atNew : atFormer))
          .as("once")
          .isEqualTo(AddressAnswer.GONE);
      assertThat(changes.agree(newFirst ? atFormer : atNew)).isEqualTo(AddressAnswer.CHANGED);

      assertThat(scenario.email(person)).isEqualTo(to);
      assertThat(changes.agree(atNew)).isEqualTo(AddressAnswer.GONE);
      assertThat(changes.refuse(atFormer)).isEqualTo(AddressAnswer.GONE);
      assertThat(letters(to, "access.letter.address-changed")).isEqualTo(1);
      assertThat(letters(former, "access.letter.address-left")).isEqualTo(1);
      assertThat(
              scenario.number(
                  "SELECT COUNT(*) FROM audit_entry WHERE kind = 'person' AND record_id = ?"
                      + " AND action = 'address.changed'",
                  person))
          .isEqualTo(1);
    }
  }

  @Test
  void everySignInEndsAndNoLinkOfRecoveryWorksAnyMore() {
    long person = asker();
    String former = scenario.email(person);
    Token signedIn = sessions.begin(person, "test", false).orElseThrow();
    recoveries.write(new EmailAddress(former));
    String recovery = link(former, "recover/new\\?token=([\\w-]+)");
    assertThat(recovering.find(recovery)).isPresent();
    assertThat(tokens.findBySession(signedIn.hash())).isPresent();

    change(person);

    assertThat(tokens.findBySession(signedIn.hash())).isEmpty();
    assertThat(recovering.find(recovery)).isEmpty();
  }

  @Test
  void whoeverWasNotAskedByTheirOwnDoingRefusesAndEveryoneIsSignedOut() {
    long person = asker();
    String former = scenario.email(person);
    Token signedIn = sessions.begin(person, "test", false).orElseThrow();
    Token program = account.createToken("Nightly", Set.of(TokenScope.READ), 30).orElseThrow();
    changes.ask(wished);
    String atNew = link(wished);
    String atFormer = link(former);
    scenario.asNobody();
    assertThat(changes.refuse(atNew))
        .as("a stranger refuses nothing")
        .isEqualTo(AddressAnswer.GONE);
    assertThat(changes.find(atNew)).isPresent();

    assertThat(changes.refuse(atFormer)).isEqualTo(AddressAnswer.REFUSED);

    assertThat(changes.find(atNew)).isEmpty();
    assertThat(changes.agree(atNew)).isEqualTo(AddressAnswer.GONE);
    assertThat(scenario.email(person)).isEqualTo(former);
    assertThat(tokens.findBySession(signedIn.hash())).isEmpty();
    assertThat(tokens.findByPersonalToken(program.hash())).isEmpty();
  }

  @Test
  void aLinkIsTooOldAfterTwoDays() {
    long person = asker();
    changes.ask(wished);
    String atNew = link(wished);
    scenario.sql(
        "UPDATE address_change SET expires_at = expires_at - INTERVAL 2881 MINUTE"
            + " WHERE person_id = "
            + person);
    assertThat(changes.find(atNew)).isEmpty();
    assertThat(changes.agree(atNew)).isEqualTo(AddressAnswer.GONE);
    assertThat(changes.mine()).isEmpty();
    assertThat(changes.ask("other" + wished)).as("anew").isEqualTo(AddressChanges.Asked.DONE);
  }

  @Test
  void nobodyLearnsWhetherSomebodyElseHasTheAddress() {
    String taken = scenario.email(scenario.officer(Scenario.OTHER_MEMBER));
    asker();
    assertThat(changes.ask(taken)).isEqualTo(AddressChanges.Asked.DONE);
    Optional<OwnAddressChange> ofTaken = changes.mine();
    int lettersOfTaken = data.document().getJsonArray("letters").size();
    asker();
    assertThat(changes.ask(wished)).isEqualTo(AddressChanges.Asked.DONE);
    Optional<OwnAddressChange> ofFree = changes.mine();

    assertThat(ofTaken).isPresent();
    assertThat(ofTaken.get().newAgreed()).isEqualTo(ofFree.orElseThrow().newAgreed());
    assertThat(data.document().getJsonArray("letters")).hasSize(lettersOfTaken);
    assertThat(letters(taken, "access.letter.address-known")).isEqualTo(1);
    assertThat(letters(taken, "access.letter.address-new")).isZero();
  }

  @Test
  void anAddressThatWentToSomebodyElseMeanwhileIsNotTaken() {
    long person = asker();
    String former = scenario.email(person);
    changes.ask(wished);
    String atNew = link(wished);
    String atFormer = link(former);
    changes.agree(atNew);
    long other = scenario.officer(Scenario.OTHER_MEMBER);
    scenario.sql("UPDATE person SET email = '" + wished + "' WHERE id = " + other);

    assertThat(changes.agree(atFormer)).isEqualTo(AddressAnswer.GONE);
    assertThat(scenario.email(person)).isEqualTo(former);
    assertThat(changes.mine()).isEmpty();
  }

  @Test
  void ofBothWhoAnswerInTheSameMomentOneCarriesItOut() throws Exception {
    for (int round = 0; round < 8; round++) {
      long person = asker();
      String to = round + wished;
      changes.ask(to);
      String atNew = link(to);
      String atFormer = link(scenario.email(person));
      assertThat(
              atOnce(
                  () -> changes.agree(atNew),
                  () -> changes.agree(atFormer),
                  () -> changes.agree(atNew),
                  () -> changes.agree(atFormer)))
          .containsExactlyInAnyOrder(
              AddressAnswer.AGREED, AddressAnswer.CHANGED, AddressAnswer.GONE, AddressAnswer.GONE);
      assertThat(scenario.email(person)).isEqualTo(to);
    }
  }

  @Test
  void ofTwoWhoGetTheSameAddressInTheSameMomentOneDoes() throws Exception {
    for (int round = 0; round < 4; round++) {
      String to = round + wished;
      long one = asker();
      changes.ask(to);
      String oneAtNew = link(to);
      long two = asker();
      changes.ask(to);
      String twoAtNew = link(to);
      String oneAtFormer = link(scenario.email(one));
      String twoAtFormer = link(scenario.email(two));
      changes.agree(oneAtNew);
      changes.agree(twoAtNew);
      assertThat(atOnce(() -> changes.agree(oneAtFormer), () -> changes.agree(twoAtFormer)))
          .containsExactlyInAnyOrder(AddressAnswer.CHANGED, AddressAnswer.GONE);
    }
  }

  @Test
  void oneIsOpenAtATimeAndFiveAreAskedForInADay() {
    asker();
    assertThat(changes.ask(wished)).isEqualTo(AddressChanges.Asked.DONE);
    assertThat(changes.ask(wished)).as("sent twice").isEqualTo(AddressChanges.Asked.DONE);
    assertThat(letters(wished, "access.letter.address-new")).isEqualTo(1);
    assertThat(changes.ask("b" + wished)).isEqualTo(AddressChanges.Asked.OPEN);
    String first = link(wished);
    for (int i = 1; i < AddressChanges.A_DAY; i++) {
      changes.takeBack();
      assertThat(changes.ask(i + wished)).isEqualTo(AddressChanges.Asked.DONE);
    }
    assertThat(changes.find(first)).isEmpty();
    changes.takeBack();
    changes.takeBack();
    assertThat(changes.ask("c" + wished)).isEqualTo(AddressChanges.Asked.TOO_MANY);
  }

  @Test
  void whatIsNoAddressOrTheOwnIsRefused() {
    long person = asker();
    for (String bad :
        List.of("", "  ", "no address", "a@b\nBcc: c@d", "a".repeat(190) + "@b.example")) {
      assertThat(changes.ask(bad)).as(bad).isEqualTo(AddressChanges.Asked.UNREACHABLE);
    }
    assertThat(changes.ask(null)).isEqualTo(AddressChanges.Asked.UNREACHABLE);
    assertThat(changes.ask(" " + scenario.email(person).toUpperCase(java.util.Locale.ROOT)))
        .isEqualTo(AddressChanges.Asked.SAME);
    assertThat(changes.find("nothing")).isEmpty();
    assertThat(changes.find(null)).isEmpty();
    assertThat(changes.agree("nothing")).isEqualTo(AddressAnswer.GONE);
    assertThat(changes.refuse("nothing")).isEqualTo(AddressAnswer.GONE);
  }

  @Test
  void onlyTheOwnerAsksAndWhoeverActsForThemDoesNot() {
    long person = asker();
    SignedInAs.acting(me, person, Scenario.MEMBER, 1);
    assertThatThrownBy(() -> changes.ask(wished)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> changes.takeBack()).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> changes.mine()).isInstanceOf(NotAllowed.class);
    scenario.asNobody();
    assertThatThrownBy(() -> changes.ask(wished)).isInstanceOf(NotSignedIn.class);
    assertThatThrownBy(() -> changes.waiting()).isInstanceOf(NotSignedIn.class);
  }

  @Test
  void theCoordinatorOfTheMemberAgreesInPlaceOfADeadAddressAndNobodyElse() throws Exception {
    long person = asker();
    changes.ask(wished);
    long id = scenario.number("SELECT id FROM address_change WHERE person_id = ?", person);
    scenario.asCoordinator(Scenario.MEMBER);
    assertThat(changes.waiting()).as("the new one first").noneMatch(each -> each.id() == id);
    assertThat(changes.agreeInPlace(id)).isEqualTo(AddressAnswer.GONE);
    changes.agree(link(wished));

    scenario.asCoordinator(Scenario.OTHER_MEMBER);
    assertThat(changes.waiting()).noneMatch(each -> each.id() == id);
    assertThat(changes.agreeInPlace(id)).isEqualTo(AddressAnswer.GONE);
    scenario.as(person, Scenario.MEMBER);
    assertThatThrownBy(() -> changes.waiting()).isInstanceOf(NotAllowed.class);
    assertThat(changes.agreeInPlace(id)).as("for oneself").isEqualTo(AddressAnswer.GONE);
    SignedInAs.person(
        me, person, Scenario.MEMBER, new Grant(Role.COORDINATOR, Scope.member(Scenario.MEMBER)));
    assertThat(changes.waiting()).as("of oneself").noneMatch(each -> each.id() == id);
    assertThat(changes.agreeInPlace(id)).as("for oneself").isEqualTo(AddressAnswer.GONE);

    scenario.asCoordinator(Scenario.MEMBER);
    assertThat(changes.waiting()).anyMatch(each -> each.id() == id);
    assertThat(Statements.of(() -> changes.waiting())).hasSize(2);
    assertThat(changes.agreeInPlace(id)).isEqualTo(AddressAnswer.CHANGED);
    assertThat(changes.agreeInPlace(id)).isEqualTo(AddressAnswer.GONE);
    assertThat(scenario.email(person)).isEqualTo(wished);
    assertThat(scenario.number("SELECT agreed_by FROM address_change WHERE id = ?", id))
        .isEqualTo(me.id());
    assertThat(
            scenario.number(
                "SELECT actor_id FROM audit_entry WHERE action = 'address.agreed-in-place'"
                    + " AND record_id = ?",
                person))
        .isEqualTo(me.id());
  }

  @Test
  void erasureFindsFormerAndWishedAddressesButSparesWhoeverHasThemNow() {
    long person = asker();
    String former = scenario.email(person);
    change(person);
    scenario.as(person, Scenario.MEMBER);
    changes.ask("third" + wished);
    long successor = scenario.officer(Scenario.MEMBER);
    String invited = "invited" + wished;
    scenario.asAdministrator();
    erasures.execute(wished, "Asked for.");

    assertThat(scenario.number("SELECT COUNT(*) FROM address_change WHERE person_id = ?", person))
        .isZero();
    for (String address : List.of(former, wished, "third" + wished)) {
      assertThat(scenario.number("SELECT COUNT(*) FROM mail_letter WHERE to_address = ?", address))
          .as(address)
          .isZero();
    }

    // a mailbox that is the account of another by now
    scenario.as(successor, Scenario.MEMBER);
    String theirs = scenario.email(successor);
    long heir = scenario.officer(Scenario.MEMBER);
    changes.ask(invited);
    changes.agree(link(invited));
    changes.agree(link(theirs));
    scenario.sql("UPDATE person SET email = '" + theirs + "' WHERE id = " + heir);
    recoveries.write(new EmailAddress(theirs));
    scenario.asAdministrator();
    erasures.execute(invited, "Asked for.");
    assertThat(letters(theirs, "access.letter.recovery")).isEqualTo(1);
  }

  @Test
  void whatWasAskedForIsInTheDownload() {
    asker();
    changes.ask(wished);
    assertThat(data.document().toString()).contains("address_changes", wished);
  }

  private long asker() {
    long person = scenario.officer(Scenario.MEMBER);
    scenario.as(person, Scenario.MEMBER);
    return person;
  }

  private void change(long person) {
    String former = scenario.email(person);
    scenario.as(person, Scenario.MEMBER);
    changes.ask(wished);
    changes.agree(link(wished));
    assertThat(changes.agree(link(former))).isEqualTo(AddressAnswer.CHANGED);
  }

  private String link(String email) {
    return link(email, LINK.pattern());
  }

  private String link(String email, String pattern) {
    Matcher link =
        Pattern.compile(pattern)
            .matcher(
                scenario.text(
                    "SELECT body_text FROM mail_letter WHERE to_address = '"
                        + email
                        + "' ORDER BY id DESC LIMIT 1"));
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  private long letters(String email, String kind) {
    return scenario.number(
        "SELECT COUNT(*) FROM mail_letter WHERE to_address = ? AND kind = ?", email, kind);
  }

  @SafeVarargs
  private List<AddressAnswer> atOnce(Callable<AddressAnswer>... answers) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(answers.length, threadFactory);
    try {
      CyclicBarrier start = new CyclicBarrier(answers.length);
      List<Future<AddressAnswer>> all =
          java.util.Arrays.stream(answers)
              .map(
                  answer ->
                      threads.submit(
                          () -> {
                            requests.activate();
                            try {
                              start.await();
                              return answer.call();
                            } finally {
                              requests.deactivate();
                            }
                          }))
              .toList();
      List<AddressAnswer> came = new java.util.ArrayList<>();
      for (Future<AddressAnswer> each : all) {
        came.add(each.get());
      }
      return came;
    } finally {
      threads.shutdownNow();
    }
  }
}
