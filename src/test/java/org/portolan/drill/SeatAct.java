package org.portolan.drill;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One thing that somebody asked for a person and a session, with all answers to it: whoever hears
 * nothing asks again, with the same key where there is one. One act is to have one effect at most.
 */
final class SeatAct {
  private final Kind kind;
  private final long session;
  private final long person;
  private final boolean fresh;
  private final String key;
  private final String wish;
  // read by others while it goes on
  private final List<Try> tries = new CopyOnWriteArrayList<>();
  private long application;

  enum Kind {
    APPLY,
    APPROVE,
    REFUSE,
    WITHDRAW,
    ACCEPT,
    DECLINE,
    /** A centre gives a session other rules. */
    RULE,
    /** A centre plans a session with more seats or fewer. */
    PLAN
  }

  enum Outcome {
    DONE,
    REFUSED,
    /** No answer, or one that does not say whether it was done. */
    UNKNOWN
  }

  /**
   * One request and what came back.
   *
   * @param answer what was answered, in words
   */
  record Try(Instant begin, Instant end, Outcome outcome, String answer) {}

  /**
   * @param person the applicant, whoever acts
   * @param application its number, or 0 while nobody knows it
   * @param fresh whether nothing of the person stood for the session when it was asked
   */
  SeatAct(Kind kind, long session, long person, long application, boolean fresh, String key) {
    this(kind, session, person, application, fresh, key, "");
  }

  private SeatAct(
      Kind kind,
      long session,
      long person,
      long application,
      boolean fresh,
      String key,
      String wish) {
    this.kind = kind;
    this.session = session;
    this.person = person;
    this.application = application;
    this.fresh = fresh;
    this.key = key;
    this.wish = wish;
  }

  /** A centre wants these rules for a session, whatever seats it has. */
  static SeatAct rule(long session, String rules) {
    return new SeatAct(Kind.RULE, session, 0, 0, false, null, rules);
  }

  /** A centre wants so many seats for a session, whatever its rules are. */
  static SeatAct plan(long session, int seats) {
    return new SeatAct(Kind.PLAN, session, 0, 0, false, null, Integer.toString(seats));
  }

  SeatAct tried(Try one) {
    tries.add(one);
    return this;
  }

  void about(long number) {
    application = number;
  }

  Kind kind() {
    return kind;
  }

  long session() {
    return session;
  }

  long person() {
    return person;
  }

  long application() {
    return application;
  }

  boolean fresh() {
    return fresh;
  }

  String key() {
    return key;
  }

  /** What a centre asked for; else empty. */
  String wish() {
    return wish;
  }

  List<Try> tries() {
    return tries;
  }

  Try last() {
    return tries.get(tries.size() - 1);
  }

  boolean acknowledged() {
    return tries.stream().anyMatch(one -> one.outcome() == Outcome.DONE);
  }

  /** Whether it may have been done: it was, or for some request nobody knows. */
  boolean possible() {
    return tries.isEmpty() || tries.stream().anyMatch(one -> one.outcome() != Outcome.REFUSED);
  }

  Instant begin() {
    return tries.get(0).begin();
  }

  /** When it had been done at the latest: what is sent again after that changes nothing. */
  Instant end() {
    return tries.stream()
        .filter(one -> one.outcome() == Outcome.DONE)
        .map(Try::end)
        .min(Instant::compareTo)
        .orElse(Instant.MAX);
  }

  String text() {
    return kind.name().toLowerCase(Locale.ROOT)
        + " session "
        + session
        + " person "
        + person
        + " application "
        + application
        + " key "
        + key
        + " "
        + wish
        + " "
        + tries;
  }
}
