package org.portolan.running;

import java.util.List;

/** People who sign in one after the other, as their browsers do. */
public final class SignIns {
  private SignIns() {}

  /** Signs in all of them. */
  public static void of(PackagedApplication application, List<String> emails, String password) {
    for (String email : emails) {
      int status = new Visitor(application).signIn(email, password).statusCode();
      if (status != 302) {
        throw new IllegalStateException("signing in as " + email + " answers " + status);
      }
    }
  }

  /** Signs one in and gives the cookie that they came to hold. */
  public static String cookie(PackagedApplication application, String email, String password) {
    return PackagedApplication.signInCookie(new Visitor(application).signIn(email, password));
  }
}
