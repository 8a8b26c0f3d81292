package org.portolan.platform.security;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What it costs inside a request to ask whether somebody may: somebody with many offices asks. */
public final class RightsWork {
  private static final int OFFICES = 40;
  private static final int ROUNDS = 200_000;

  private RightsWork() {}

  /** Nanoseconds for one check, warm; half of what is asked is not held. */
  public static double nanosPerCheck() {
    Set<Grant> grants = new HashSet<>();
    List<Scope> asked = new ArrayList<>();
    for (int i = 0; i < OFFICES; i++) {
      grants.add(new Grant(Role.COORDINATOR, Scope.member("M" + i)));
      asked.add(Scope.member("M" + i * 2));
    }
    CurrentPerson me = new CurrentPerson();
    me.is(
        new SignedIn(1, "Bench", "en", "M1", Set.copyOf(grants), false, null, Set.of(), null));
    run(me, asked);
    long before = System.nanoTime();
    run(me, asked);
    return (System.nanoTime() - before) / (double) ROUNDS / OFFICES;
  }

  private static void run(CurrentPerson me, List<Scope> asked) {
    int held = 0;
    for (int round = 0; round < ROUNDS; round++) {
      for (Scope scope : asked) {
        held += me.holds(Role.COORDINATOR, scope) ? 1 : 0;
      }
    }
    if (held != ROUNDS * OFFICES / 2) {
      throw new IllegalStateException("held " + held);
    }
  }
}
