package org.portolan.platform.security;

import java.time.Instant;
import java.util.Set;

/** Lets an in-container test ask in somebody's name, as the authentication mechanism would. */
public final class SignedInAs {
  private SignedInAs() {}

  public static void person(CurrentPerson me, long id, String memberCode, Grant... grants) {
    me.is(
        new SignedIn(
            id,
            "Person " + id,
            "en",
            memberCode,
            Set.of(grants),
            false,
            null,
            Set.of(TokenScope.values()),
            Instant.now()));
  }

  /** An administrator who acts as somebody. */
  public static void acting(
      CurrentPerson me, long id, String memberCode, long administrator, Grant... grants) {
    person(me, id, memberCode, grants);
    me.is(me.require().behind(administrator));
  }

  public static void nobody(CurrentPerson me) {
    me.is(null);
  }
}
