package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.portolan.office.Approvers;
import org.portolan.office.Mandates;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.region.BodyKind;
import org.portolan.region.CentreSummary;
import org.portolan.region.Directory;
import org.portolan.region.MemberSummary;

/** Finds the names of those who are asked about an application: {@link AskedNames}. */
@ApplicationScoped
class AskedPeople {
  @Inject private Mandates mandates;
  @Inject private Directory directory;

  Asked of(ApplicationSummary application, Language reader) {
    return new AskedNames(new Known(reader)).of(application);
  }

  private final class Known implements AskedNames.Names {
    private final Language reader;

    Known(Language reader) {
      this.reader = reader;
    }

    @Override
    public Approvers approvers(String member) {
      return mandates.approvers(Set.of(member)).get(member);
    }

    @Override
    public String officeOfMember(String member) {
      return directory
          .findMember(member)
          .map(MemberSummary::regionCode)
          .map(this::office)
          .orElse("");
    }

    @Override
    public String officeOfCentre(String centre) {
      return directory
          .findCentre(centre)
          .map(CentreSummary::regionCode)
          .map(this::office)
          .orElse("");
    }

    /** The administrators answer for an office that nobody holds. */
    private String office(String region) {
      if (mandates.holders(Role.ROCB, Scope.region(region)).isEmpty()) {
        return Texts.text(reader, "enrolment.asked.administrators");
      }
      return directory.bodies().stream()
          .filter(body -> body.kind() == BodyKind.ROCB && region.equals(body.regionCode()))
          .map(body -> body.name().in(reader))
          .findFirst()
          .orElse("");
    }

    @Override
    public String body(String code) {
      return Optional.ofNullable(code)
          .flatMap(directory::findBody)
          .map(body -> body.name().in(reader))
          .orElse("");
    }
  }
}
