package org.portolan.platform.audit;

import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.SignedIn;

/**
 * Who did something, and how they came.
 *
 * @param personId null for a visitor, and for what nobody asked for
 * @param behindId the administrator who acted for that person, or null
 * @param channel one word
 * @param request the request in which it was done, or null
 */
public record Actor(Long personId, Long behindId, String channel, String request) {
  static final String BROWSER = "browser";
  static final String TOKEN = "token";
  static final String VISITOR = "visitor";
  static final String SYSTEM = "system";

  static final Actor NOBODY = new Actor(null, null, SYSTEM, null);

  static Actor of(CurrentPerson me, String request) {
    if (!me.isSignedIn()) {
      return new Actor(null, null, VISITOR, request);
    }
    SignedIn person = me.require();
    return new Actor(
        person.personId(), person.behind(), person.byApiToken() ? TOKEN : BROWSER, request);
  }

  /** The same request, done by somebody who is not signed in in it. */
  Actor as(long person) {
    return new Actor(person, behindId, channel.equals(VISITOR) ? BROWSER : channel, request);
  }
}
