package org.portolan.enrolment;

import java.util.List;
import org.portolan.approval.Approver;

/**
 * What an applicant may change of their own application, and who is asked again then.
 *
 * @param version of the application as it was shown
 * @param askedForMotivation who agreed and is asked again where the motivation changes
 * @param askedForSupervisor the same where another supervisor is named
 */
public record ChangeForm(
    ApplicationSummary application,
    int version,
    List<Approver> askedForMotivation,
    List<Approver> askedForSupervisor) {

  /** Whether there is a supervisor to be named. */
  public boolean supervised() {
    return application.supervisor() != null;
  }
}
