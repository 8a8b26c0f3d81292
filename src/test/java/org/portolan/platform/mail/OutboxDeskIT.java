package org.portolan.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.persistence.Slice;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Grant;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.NotSignedIn;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.security.SignedInAs;
import org.portolan.platform.web.NotFound;

/** The outbox as administrators see it, and nobody else. */
@ArquillianTest
class OutboxDeskIT {
  private static final LetterFilter ALL = new LetterFilter(null, null);
  private static final Slice FIRST = new Slice(0, 25, null, true);

  @Inject private OutboxDesk desk;
  @Inject private Scenario scenario;
  @Inject private CurrentPerson me;

  private final String address = UUID.randomUUID() + "@customs.example";

  @Test
  void nobodyButAnAdministratorSeesLetters() {
    scenario.asNobody();
    assertThatThrownBy(() -> desk.count(ALL)).isInstanceOf(NotSignedIn.class);
    scenario.asCoordinator(Scenario.MEMBER);
    assertThatThrownBy(() -> desk.count(ALL)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> desk.list(ALL, FIRST)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> desk.find(1)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> desk.sendAgain(1)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> desk.test(address, Language.EN)).isInstanceOf(NotAllowed.class);
  }

  @Test
  void aLetterIsFoundByItsAddressAndStateAndReadInFull() {
    administrator();
    desk.test(address, Language.FR);

    assertThat(desk.list(new LetterFilter(address, "withheld"), FIRST))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.address()).isEqualTo(address);
              assertThat(letter.text()).isNull();
              assertThat(desk.find(letter.id()).text()).contains("Bonjour");
            });
    assertThat(desk.count(new LetterFilter(address, "sent"))).isZero();
    assertThat(desk.count(new LetterFilter(address, "nonsense"))).isZero();
    assertThat(desk.count(new LetterFilter("%", null))).isZero();
    assertThatThrownBy(() -> desk.find(Long.MAX_VALUE)).isInstanceOf(NotFound.class);
  }

  @Test
  void withoutAMailServerNothingIsSentAgain() {
    administrator();
    desk.test(address, Language.EN);
    long id = desk.list(new LetterFilter(address, null), FIRST).get(0).id();

    assertThat(desk.sendAgain(id)).isFalse();
    assertThat(desk.find(id).state()).isEqualTo(LetterState.WITHHELD);
  }

  @Test
  void aPageCostsOneStatementHoweverMuchIsInIt() throws Exception {
    administrator();
    for (int i = 0; i < 5; i++) {
      desk.test(address, Language.EN);
    }
    assertThat(Statements.of(() -> desk.list(ALL, FIRST))).hasSize(1);
    assertThat(desk.list(ALL, new Slice(0, 2, "created", false))).hasSize(2);
  }

  private void administrator() {
    SignedInAs.person(me, 1, null, new Grant(Role.ADMIN, Scope.PLATFORM));
  }
}
