package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.portolan.calendar.OwnPlaces;

/** Leads from a session to the reader's own application for it. */
@ApplicationScoped
class OwnApplications implements OwnPlaces {
  @Inject private EnrolmentService enrolment;

  @Override
  public Optional<String> address(long sessionId) {
    return enrolment.myStanding(sessionId).map(id -> "/applications/" + id);
  }
}
