package org.portolan.platform.security;

/** Somebody who is signed in asked for what they have no right to. Answered with 403. */
public class NotAllowed extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
