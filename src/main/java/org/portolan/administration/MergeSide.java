package org.portolan.administration;

import java.util.List;
import org.portolan.access.WaysIn;
import org.portolan.enrolment.ApplicationSummary;
import org.portolan.office.MandateSummary;
import org.portolan.people.PersonSummary;
import org.portolan.people.ProfileEdit;

/** One of two accounts that are looked at side by side. */
public record MergeSide(
    PersonSummary person,
    ProfileEdit profile,
    List<MandateSummary> offices,
    List<ApplicationSummary> applications,
    WaysIn.Counts ways) {

  public MergeSide {
    offices = List.copyOf(offices);
    applications = List.copyOf(applications);
  }
}
