package org.portolan.radar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionState;
import org.portolan.calendar.TrainingYear;
import org.portolan.catalog.Catalog;
import org.portolan.catalog.CourseTitle;
import org.portolan.office.Mandates;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.mail.Letter;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.NotFound;
import org.portolan.radar.rules.Finding;
import org.portolan.radar.rules.FindingKind;
import org.portolan.radar.rules.Rules;
import org.portolan.region.Directory;
import org.portolan.region.RegionSummary;

/** What in the plans of a region's centres is worth a person's time, and what was let be. */
@ApplicationScoped
public class Radar {
  /** More than anybody reads; whoever has more narrows it down. */
  public static final int MOST_SHOWN = 100;

  private static final int MOST_ADDRESSES = 10;
  private static final String KIND = "radar-finding";

  @Inject private RegionReading reading;
  @Inject private RadarRights rights;
  @Inject private DismissalRepository dismissals;
  @Inject private JointProposalRepository proposals;
  @Inject private Catalog catalog;
  @Inject private Directory directory;
  @Inject private Mandates mandates;
  @Inject private People people;
  @Inject private AuditTrail audit;
  @Inject private CurrentPerson me;
  @Inject private Clock clock;

  /** The regions whose radar whoever asks may see. */
  @Transactional
  public List<RegionSummary> regions() {
    return rights.regions();
  }

  /** Whether whoever asks dismisses and proposes in a region. */
  @Transactional
  public boolean coordinates(String region) {
    return rights.coordinates(region);
  }

  /** The training year that goes on. */
  public TrainingYear thisYear() {
    return TrainingYear.of(reading.today());
  }

  @Transactional
  public RadarReport report(String code, RadarFilter filter, Language reader) {
    RegionSummary region = region(code);
    Optional<Set<String>> mine = rights.centres(code);
    Map<String, String> unknown = unknown(filter, code);
    TrainingYear year = year(filter).orElse(thisYear());
    if (!unknown.isEmpty()) {
      return new RadarReport(
          region, year, List.of(), 0, List.of(), Map.of(), rights.coordinates(code), unknown);
    }
    RegionPicture picture = reading.read(code, year);
    List<Dismissal> dismissed = dismissals.list(code, year.begins());
    List<Finding> open = new ArrayList<>();
    List<Finding> letBe = new ArrayList<>();
    Map<String, Integer> counts = new TreeMap<>();
    for (Finding finding : Rules.look(picture.year())) {
      boolean seen = mine.map(finding::isFor).orElse(true);
      boolean ofCentre = filter.centre() == null || finding.centres().contains(filter.centre());
      if (seen && ofCentre) {
        boolean over = dismissed.stream().anyMatch(each -> each.of(finding));
        if (!over) {
          counts.merge(finding.kind().code(), 1, Integer::sum);
        }
        if (filter.kind() == null || filter.kind().equals(finding.kind().code())) {
          (over ? letBe : open).add(finding);
        }
      }
    }
    Shown shown = shown(code, picture, dismissed, first(open), first(letBe), reader);
    return new RadarReport(
        region,
        year,
        first(open).stream().map(shown::of).toList(),
        open.size(),
        first(letBe).stream().map(shown::of).toList(),
        counts,
        rights.coordinates(code),
        Map.of());
  }

  /**
   * Lets a finding be, for a reason.
   *
   * @throws RadarRefused when there is no such finding any more, or no reason was given
   */
  @Transactional
  public void dismiss(String code, int year, String fingerprint, String reason) {
    rights.requireCoordinator(region(code).code());
    String given = reason == null ? "" : reason.strip();
    if (given.isEmpty()) {
      throw new RadarRefused("radar.problem.reason");
    }
    if (given.length() > Dismissal.LONGEST_REASON) {
      throw new RadarRefused("radar.problem.long");
    }
    Finding finding = find(code, year, fingerprint).finding();
    dismissals.lock(code);
    if (dismissals.list(code, year).stream().anyMatch(each -> each.of(finding))) {
      return;
    }
    Dismissal dismissal = new Dismissal(code, year, finding, given, me.id(), clock.instant());
    dismissals.add(dismissal);
    audit
        .entry("radar.dismissed", KIND, dismissal.id())
        .scope(Scope.region(code))
        .change("finding", null, finding.kind().code() + " " + finding.subject())
        .change("reason", null, given)
        .write();
  }

  /** Shows a finding again that was let be. */
  @Transactional
  public void restore(String code, int year, String fingerprint) {
    rights.requireCoordinator(region(code).code());
    Finding finding = find(code, year, fingerprint).finding();
    dismissals.lock(code);
    for (Dismissal dismissal : dismissals.list(code, year)) {
      if (dismissal.of(finding)) {
        audit
            .entry("radar.restored", KIND, dismissal.id())
            .scope(Scope.region(code))
            .change("finding", null, finding.kind().code() + " " + finding.subject())
            .write();
        dismissals.remove(dismissal);
      }
    }
  }

  /** A finding with the picture in which it is. */
  record Found(Finding finding, RegionPicture picture) {}

  Found find(String region, int year, String fingerprint) {
    TrainingYear of = new TrainingYear(year);
    if (!of.shown()) {
      throw new NotFound("training year " + year);
    }
    RegionPicture picture = reading.read(region, of);
    return Rules.look(picture.year()).stream()
        .filter(each -> each.fingerprint().equals(fingerprint))
        .findFirst()
        .map(finding -> new Found(finding, picture))
        .orElseThrow(() -> new RadarRefused("radar.problem.gone"));
  }

  private RegionSummary region(String code) {
    return directory
        .findRegion(String.valueOf(code))
        .orElseThrow(() -> new NotFound("region " + code));
  }

  private static Optional<TrainingYear> year(RadarFilter filter) {
    return Optional.ofNullable(filter.year())
        .filter(year -> year.matches("[0-9]{4}"))
        .map(year -> new TrainingYear(Integer.parseInt(year)))
        .filter(TrainingYear::shown);
  }

  private Map<String, String> unknown(RadarFilter filter, String region) {
    Map<String, String> unknown = new LinkedHashMap<>();
    if (filter.year() != null && year(filter).isEmpty()) {
      unknown.put("year", filter.year());
    }
    if (filter.kind() != null && FindingKind.of(filter.kind()).isEmpty()) {
      unknown.put("kind", filter.kind());
    }
    if (filter.centre() != null
        && directory
            .findCentre(filter.centre())
            .filter(centre -> centre.regionCode().equals(region))
            .isEmpty()) {
      unknown.put("centre", filter.centre());
    }
    return unknown;
  }

  private static List<Finding> first(List<Finding> findings) {
    return findings.subList(0, Math.min(MOST_SHOWN, findings.size()));
  }

  /** What is shown beside findings, read for all of them together. */
  private record Shown(
      Map<Long, SessionFacts> facts,
      Map<Long, CourseTitle> titles,
      List<Dismissal> dismissals,
      Map<Long, PersonSummary> people,
      Map<Long, Long> proposals,
      Map<String, List<String>> contacts) {

    ShownFinding of(Finding finding) {
      Optional<Dismissal> now = dismissals.stream().filter(each -> each.of(finding)).findFirst();
      Optional<Dismissal> before =
          dismissals.stream().filter(each -> each.wasOf(finding)).findFirst();
      List<NamedSession> sessions =
          finding.sessions().stream()
              .map(facts::get)
              .map(each -> new NamedSession(each, titles.get(each.courseId())))
              .toList();
      return new ShownFinding(
          finding,
          sessions,
          now.or(() -> before).map(this::dismissed).orElse(null),
          now.isEmpty() && before.isPresent(),
          finding.sessions().stream()
              .map(proposals::get)
              .filter(Objects::nonNull)
              .findFirst()
              .orElse(null),
          jointly(finding, sessions),
          finding.centres().stream()
              .flatMap(centre -> contacts.getOrDefault(centre, List.of()).stream())
              .distinct()
              .limit(MOST_ADDRESSES)
              .toList());
    }

    private ShownFinding.Dismissed dismissed(Dismissal dismissal) {
      PersonSummary by = people.get(dismissal.dismissedBy());
      return new ShownFinding.Dismissed(
          by == null ? "" : by.name(), dismissal.dismissedAt(), dismissal.reason());
    }
  }

  /** Whether drafts of two centres are among what could be held once. */
  static boolean jointly(Finding finding, Collection<NamedSession> sessions) {
    return finding.kind().couldBeJoint()
        && sessions.stream()
                .map(NamedSession::facts)
                .filter(each -> each.state() == SessionState.DRAFT)
                .map(SessionFacts::centreCode)
                .distinct()
                .count()
            > 1;
  }

  private Shown shown(
      String region,
      RegionPicture picture,
      List<Dismissal> dismissed,
      List<Finding> open,
      List<Finding> letBe,
      Language reader) {
    Set<Long> courses = new HashSet<>();
    Set<String> centres = new HashSet<>();
    for (List<Finding> each : List.of(open, letBe)) {
      each.forEach(
          finding -> {
            centres.addAll(finding.centres());
            finding.sessions().forEach(id -> courses.add(picture.facts().get(id).courseId()));
          });
    }
    Map<String, Set<Long>> staff =
        rights.coordinates(region) && !centres.isEmpty()
            ? mandates.holders(Role.CENTRE, Scope.Kind.CENTRE, centres)
            : Map.of();
    Set<Long> named = dismissed.stream().map(Dismissal::dismissedBy).collect(Collectors.toSet());
    staff.values().forEach(named::addAll);
    Map<Long, PersonSummary> known = named.isEmpty() ? Map.of() : people.byIds(named);
    return new Shown(
        picture.facts(),
        courses.isEmpty() ? Map.of() : catalog.titles(courses, reader),
        dismissed,
        known,
        proposals.waiting(region),
        contacts(staff, known));
  }

  private static Map<String, List<String>> contacts(
      Map<String, Set<Long>> staff, Map<Long, PersonSummary> known) {
    Map<String, List<String>> contacts = new TreeMap<>();
    staff.forEach(
        (centre, people) ->
            contacts.put(
                centre,
                people.stream()
                    .map(known::get)
                    .filter(Objects::nonNull)
                    .map(PersonSummary::email)
                    .filter(Letter::reachable)
                    .sorted()
                    .toList()));
    return contacts;
  }
}
