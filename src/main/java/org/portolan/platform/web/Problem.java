package org.portolan.platform.web;

import java.util.Map;

/**
 * A refusal that a program can tell from others by its type (RFC 9457), thrown by any feature.
 * Answered with its status as application/problem+json under {@code /api}.
 */
public class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String type;
  private final String detail;

  /**
   * @param type a stable slug such as {@code session-full}
   * @param title what this type of problem is, in a few words
   * @param detail what happened this time, or null
   */
  public Problem(int status, String type, String title, String detail) {
    super(title);
    this.status = status;
    this.type = type;
    this.detail = detail;
  }

  public int status() {
    return status;
  }

  public String type() {
    return type;
  }

  public String title() {
    return getMessage();
  }

  public String detail() {
    return detail;
  }

  /** What stands in the way, part by part; none where the whole does. */
  public Map<String, String> errors() {
    return Map.of();
  }

  // a refusal is an answer, not a failure: nobody reads its trace
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
