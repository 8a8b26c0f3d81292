package org.portolan.enrolment;

import org.portolan.enrolment.ApplicationRepository.Place;
import org.portolan.platform.audit.Actor;
import org.portolan.platform.security.SignedIn;

/**
 * What somebody asks for who applies, with all that is known of their request: another may decide
 * it together with their own.
 */
record Wish(
    long session,
    SignedIn person,
    Actor actor,
    String motivation,
    String supervisorName,
    String supervisorEmail) {

  Place place() {
    return new Place(session, person.personId());
  }
}
