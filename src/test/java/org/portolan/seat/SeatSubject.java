package org.portolan.seat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * What a random life of a session is tried on: the book in memory, or the service on its database.
 * Deeds answer {@link ReferenceSession#FINE} or the type of the refusal.
 */
public interface SeatSubject {
  /** How somebody stands: a state's code ("nobody" before they applied), and until when offered. */
  record Stands(String state, Instant until) {}

  /** To which groups somebody belongs who applies now. */
  Set<String> groups(int person, Random random);

  /** Groups that may get quotas, and that may get holds. */
  List<String> quotaGroups();

  List<String> holdGroups();

  /** Whether a session may be closed meanwhile. */
  boolean mayClose();

  /** Whether it may begin earlier or later meanwhile. */
  boolean mayMove();

  Instant opens();

  Instant starts();

  void timeIs(Instant now);

  String rule(SeatRules rules);

  String apply(int person, Set<String> groups);

  String approve(int person);

  String refuse(int person);

  /** Somebody no longer agrees, whatever came of it. */
  String revoke(int person);

  String withdraw(int person);

  String offer(int person);

  String accept(int person);

  String decline(int person);

  String move(int person, int before);

  String replace(int person, int by);

  /** Whether it can be tried to let one step into the place of another. */
  boolean mayReplace(int person, int by);

  /** One who has not applied steps in; else the same. */
  String stepIn(int person, int by, Set<String> groups);

  boolean mayStepIn(int person, int by);

  Stands stands(int person);

  List<Integer> queue();

  int taken();

  /** All that is kept, in the words of {@link Allocation#text()}. */
  String kept();

  List<SeatLine> ledger();
}
