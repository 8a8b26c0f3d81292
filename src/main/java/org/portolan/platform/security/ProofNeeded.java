package org.portolan.platform.security;

/**
 * What was asked for is dangerous, and it is a while since this person showed who they are.
 * Answered with the page that asks them to show it again, or 403 to a program.
 */
public class ProofNeeded extends RuntimeException {
  /** The status of such a request on its way to that page: something has to come first. */
  public static final int STATUS = 428;

  private static final long serialVersionUID = 1L;
}
