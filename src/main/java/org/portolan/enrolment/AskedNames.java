package org.portolan.enrolment;

import java.util.ArrayList;
import java.util.List;
import org.portolan.approval.Ask;
import org.portolan.office.Approvers;

/** Who is asked about an application where it stands, and who may answer too, by their names. */
record AskedNames(Names names) {

  /** What those are called who hold an office. Empty where there is nobody. */
  interface Names {
    Approvers approvers(String member);

    /**
     * The Regional Office to whose region a Member belongs, or the administrators where nobody
     * holds it.
     */
    String officeOfMember(String member);

    String officeOfCentre(String centre);

    /** A body by its code, which may be null. */
    String body(String code);
  }

  Asked of(ApplicationSummary application) {
    Ask ask = application.ask();
    if (ask == null) {
      return Asked.NOBODY;
    }
    boolean late = ask.urgency() == Ask.Urgency.ESCALATED;
    return switch (ask.approver()) {
      case SUPERVISOR -> supervisor(application, late);
      case COORDINATOR -> coordinators(application, late);
      case CENTRE ->
          new Asked(application.session().centre(), centreOffice(application, late), false);
      case DONOR ->
          new Asked(
              names.body(application.session().donorCode()),
              centreOffice(application, late),
              false);
    };
  }

  /** A late one, or one whose address nobody knows, is answered for by the coordinators. */
  private Asked supervisor(ApplicationSummary application, boolean late) {
    Supervisor supervisor = application.supervisor();
    return new Asked(
        supervisor == null || !supervisor.known() ? "" : supervisor.name(),
        late ? joined(names.approvers(application.memberCode())) : "",
        false);
  }

  private Asked coordinators(ApplicationSummary application, boolean late) {
    String member = application.memberCode();
    Approvers approvers = names.approvers(member);
    boolean nobody = approvers.names().isEmpty();
    return new Asked(
        joined(without(application.person(), approvers)),
        late || nobody ? names.officeOfMember(member) : "",
        approvers.fallback() && !nobody);
  }

  /** Nobody answers for themselves: one of several who applied is not named. */
  private static Approvers without(String applicant, Approvers approvers) {
    List<String> others = new ArrayList<>(approvers.names());
    return others.size() > 1 && others.remove(applicant)
        ? new Approvers(others, approvers.fallback())
        : approvers;
  }

  private String centreOffice(ApplicationSummary application, boolean late) {
    return late ? names.officeOfCentre(application.session().centreCode()) : "";
  }

  private static String joined(Approvers approvers) {
    return String.join(", ", approvers.names());
  }
}
