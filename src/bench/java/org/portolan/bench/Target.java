package org.portolan.bench;

import java.util.function.Supplier;

/**
 * Something to ask again and again.
 *
 * @param goal what it should reach, in words: milliseconds of processor time per request, or requests
 *     per second
 * @param clients how many ask at the same time
 * @param calls gives the next request; may do something first that the request then meets
 */
record Target(String name, String goal, int clients, Supplier<Call> calls) {
  /** Readers who each keep one connection. */
  static final int FEW = 8;

  Target(String name, String goal, Supplier<Call> calls) {
    this(name, goal, FEW, calls);
  }


  /**
   * One request.
   *
   * @param cookie of somebody who has signed in; null for a visitor
   * @param token of the program that sends it; null for a browser
   * @param key of idempotency; with one the request is a POST of an application
   * @param known tag of what the client has, which is still right; null where it has nothing
   */
  record Call(String path, String cookie, String token, String key, String known) {
    Call(String path, String cookie, String token, String key) {
      this(path, cookie, token, key, null);
    }

    static Call get(String path) {
      return new Call(path, null, null, null);
    }

    /** As the program of somebody asks. */
    static Call read(String path, String token) {
      return new Call(path, null, token, null);
    }

    static Call again(String path, String known) {
      return new Call(path, null, null, null, known);
    }

    boolean posts() {
      return key != null;
    }
  }

  static Target of(String name, String goal, String path) {
    return new Target(name, goal, () -> Call.get(path));
  }
}
