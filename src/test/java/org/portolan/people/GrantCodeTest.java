package org.portolan.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.portolan.platform.security.Grant;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;

class GrantCodeTest {

  @Test
  void kindOfScopeFollowsFromTheRole() {
    assertThat(
            GrantCode.parseAll("coordinator:XS centre:DEMO-RTC-XS1  editor:WCA rocb:WCA admin:*"))
        .containsExactly(
            new Grant(Role.COORDINATOR, Scope.member("XS")),
            new Grant(Role.CENTRE, Scope.centre("DEMO-RTC-XS1")),
            new Grant(Role.EDITOR, Scope.region("WCA")),
            new Grant(Role.ROCB, Scope.region("WCA")),
            new Grant(Role.ADMIN, Scope.PLATFORM));
  }

  @Test
  void plainOfficersHoldNothing() {
    assertThat(GrantCode.parseAll("")).isEmpty();
    assertThat(GrantCode.parseAll("  ")).isEmpty();
  }

  @Test
  void whatIsNoRoleAndScopeIsRefused() {
    for (String code : new String[] {"coordinator", "coordinator:", ":XS", "king:XS", "admin:XS"}) {
      assertThatIllegalArgumentException().isThrownBy(() -> GrantCode.parse(code));
    }
  }
}
