package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.portolan.approval.Ask;
import org.portolan.office.Approvers;
import org.portolan.office.Mandates;
import org.portolan.platform.i18n.Language;
import org.portolan.region.BodyKind;
import org.portolan.region.CentreSummary;
import org.portolan.region.Directory;
import org.portolan.region.MemberSummary;

/** Names of those who are asked about an application where it stands. */
@ApplicationScoped
class AskedPeople {
  @Inject private Mandates mandates;
  @Inject private Directory directory;

  Asked of(ApplicationSummary application, Language reader) {
    Ask ask = application.ask();
    if (ask == null) {
      return Asked.NOBODY;
    }
    boolean late = ask.urgency() == Ask.Urgency.ESCALATED;
    return switch (ask.approver()) {
      case SUPERVISOR -> supervisor(application, late);
      case COORDINATOR -> coordinators(application, late, reader);
      case CENTRE ->
          new Asked(
              application.session().centre(), late ? centreOffice(application, reader) : "", false);
      case DONOR ->
          new Asked(
              body(application.session().donorCode(), reader),
              late ? centreOffice(application, reader) : "",
              false);
    };
  }

  /** A late one, or one whose address nobody knows, is answered for by the coordinators. */
  private Asked supervisor(ApplicationSummary application, boolean late) {
    String member = application.memberCode();
    return new Asked(
        application.supervisor() == null || !application.supervisor().known()
            ? ""
            : application.supervisor().name(),
        late ? String.join(", ", mandates.approvers(Set.of(member)).get(member).names()) : "",
        false);
  }

  private Asked coordinators(ApplicationSummary application, boolean late, Language reader) {
    String member = application.memberCode();
    Approvers approvers = mandates.approvers(Set.of(member)).get(member);
    return new Asked(
        String.join(", ", approvers.names()),
        late || approvers.names().isEmpty() ? office(application, reader) : "",
        approvers.fallback() && !approvers.names().isEmpty());
  }

  /** The Regional Office of the applicant's Member. */
  private String office(ApplicationSummary application, Language reader) {
    return directory
        .findMember(application.memberCode())
        .map(MemberSummary::regionCode)
        .map(region -> office(region, reader))
        .orElse("");
  }

  private String centreOffice(ApplicationSummary application, Language reader) {
    return directory
        .findCentre(application.session().centreCode())
        .map(CentreSummary::regionCode)
        .map(region -> office(region, reader))
        .orElse("");
  }

  private String office(String region, Language reader) {
    return directory.bodies().stream()
        .filter(body -> body.kind() == BodyKind.ROCB && region.equals(body.regionCode()))
        .map(body -> body.name().in(reader))
        .findFirst()
        .orElse("");
  }

  private String body(String code, Language reader) {
    return Optional.ofNullable(code)
        .flatMap(directory::findBody)
        .map(body -> body.name().in(reader))
        .orElse("");
  }
}
