package org.portolan.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Collectors;
import org.portolan.enrolment.ApplicationDetail;
import org.portolan.enrolment.ApplicationSummary;
import org.portolan.enrolment.OfferedSession;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;

/** Who may know what people told for their journeys, and what of it stands on their letters. */
@ApplicationScoped
class TravelReaders {
  @Inject private TravelRows rows;
  @Inject private CurrentPerson me;

  /** Whether it is one of the centre itself, and nobody in their place. */
  boolean reads(OfferedSession session) {
    return !me.isActing()
        && me.scopes(Role.CENTRE, Scope.Kind.CENTRE).contains(session.centreCode());
  }

  /** Names as passports have them, by application; none that the one who asks may not know. */
  Map<Long, String> passportNames(OfferedSession session) {
    return reads(session) && asksForName(session)
        ? rows.ofSession(session.id()).entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, told -> passportName(told.getValue())))
        : Map.of();
  }

  /** The same of one application. */
  Map<Long, String> passportName(ApplicationDetail detail) {
    ApplicationSummary application = detail.summary();
    boolean own = detail.own() && !me.isActing();
    return (own || reads(application.session())) && asksForName(application.session())
        ? rows.told(application.id())
            .map(told -> Map.of(application.id(), passportName(told)))
            .orElse(Map.of())
        : Map.of();
  }

  private boolean asksForName(OfferedSession session) {
    return rows.ask(session.id()).asked().contains(TravelField.PASSPORT_NAME);
  }

  private static String passportName(TravelTold told) {
    return told.get(TravelField.PASSPORT_NAME);
  }
}
