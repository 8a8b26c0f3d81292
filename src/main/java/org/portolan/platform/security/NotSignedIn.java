package org.portolan.platform.security;

/** Only somebody who is signed in may do this. Answered with the sign-in page, or 401. */
public class NotSignedIn extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
