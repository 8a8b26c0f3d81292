package org.portolan.access;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** What one hash of a password costs alone, warm: whatever a sign-in costs is measured by it. */
public final class HashWork {
  private static final int WARM = 20;
  private static final int ROUNDS = 40;

  private HashWork() {}

  /** Milliseconds of processor time. */
  public static double millis() {
    PasswordHashing hashing = new PasswordHashing();
    String hash = hashing.hash("a password of the bench");
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = 0;
    for (int i = 0; i < WARM + ROUNDS; i++) {
      if (i == WARM) {
        before = threads.getCurrentThreadCpuTime();
      }
      if (!hashing.matches("a password of the bench", hash)) {
        throw new IllegalStateException("the password does not match");
      }
    }
    return (threads.getCurrentThreadCpuTime() - before) / 1e6 / ROUNDS;
  }
}
