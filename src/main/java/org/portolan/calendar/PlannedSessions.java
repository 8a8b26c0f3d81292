package org.portolan.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.portolan.catalog.Catalog;
import org.portolan.catalog.CourseTitle;
import org.portolan.platform.audit.AuditPage;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.NotFound;
import org.portolan.region.CentreSummary;
import org.portolan.region.Directory;

/**
 * Sessions as those see them who plan: a centre all of its own, the Regional Office those of its
 * region that were handed in.
 */
@ApplicationScoped
public class PlannedSessions {
  private static final String KIND = "session";
  private static final int HISTORY = 50;

  /** More than a region holds in a year. */
  private static final int MOST = 5000;

  @Inject private SessionRepository sessions;
  @Inject private Catalog catalog;
  @Inject private Directory directory;
  @Inject private CurrentPerson person;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /**
   * Codes of the centres for which the person plans, and of those that their office looks after.
   */
  @Transactional
  public Set<String> centres() {
    person.require();
    return directory.trainingCentres().stream()
        .filter(centre -> plans(centre.code()) || looksAfter(centre.regionCode()))
        .map(CentreSummary::code)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  public boolean plans(String centre) {
    return person.holds(Role.CENTRE, Scope.centre(centre));
  }

  /** Whether the person is of the Regional Office of this region. */
  public boolean looksAfter(String region) {
    return person.holds(Role.ROCB, Scope.region(region));
  }

  /**
   * What begins between two days, both counted, at these centres, by its beginning; in two
   * statements. What the person may not see is left out.
   */
  @Transactional
  public List<PlannedSession> between(
      Collection<String> centres, LocalDate from, LocalDate to, Language reader) {
    return planned(
        sessions.planned(centres, from, to, MOST).stream().filter(this::seen).toList(), reader);
  }

  /** What has no days at these centres and is not cancelled. */
  @Transactional
  public List<PlannedSession> withoutDays(Collection<String> centres, Language reader) {
    return planned(
        sessions.plannedWithoutDays(centres, MOST).stream().filter(this::seen).toList(), reader);
  }

  @Transactional
  public PlannedSession get(long id, Language reader) {
    return planned(List.of(find(id)), reader).get(0);
  }

  /** What was done to a session, the newest first. */
  @Transactional
  public AuditPage history(long id) {
    return audit.history(KIND, find(id).id(), null, HISTORY);
  }

  private Session find(long id) {
    return sessions.find(id).filter(this::seen).orElseThrow(() -> new NotFound("session " + id));
  }

  private boolean seen(Session session) {
    SessionFacts facts = session.facts();
    return plans(facts.centreCode())
        || looksAfter(facts.regionCode()) && facts.stageAt(clock.instant()) != Stage.DRAFT;
  }

  private List<PlannedSession> planned(List<Session> found, Language reader) {
    Map<Long, CourseTitle> titles =
        catalog.titles(found.stream().map(Session::courseId).distinct().toList(), reader);
    return found.stream()
        .map(
            session ->
                new PlannedSession(
                    session.facts(), titles.get(session.courseId()), session.version()))
        .toList();
  }
}
