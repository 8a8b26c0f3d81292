package org.portolan.radar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.InvalidPlan;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionPlan;
import org.portolan.calendar.SessionState;
import org.portolan.calendar.Slots;
import org.portolan.calendar.Timing;
import org.portolan.calendar.TrainingYear;
import org.portolan.catalog.Catalog;
import org.portolan.catalog.CourseTitle;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.audit.Deed;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.NotFound;
import org.portolan.region.Directory;
import org.portolan.region.RegionSummary;

/**
 * Sessions that two centres hold together: proposed by those who coordinate the region, agreed to
 * by both centres, and then a draft of the one that leads.
 */
@ApplicationScoped
public class JointEditions {
  private static final String KIND = "joint-edition";
  private static final int MOST_SHOWN = 100;

  @Inject private Radar radar;
  @Inject private RadarRights rights;
  @Inject private RegionReading reading;
  @Inject private JointProposalRepository proposals;
  @Inject private RadarLetters letters;
  @Inject private CalendarService calendar;
  @Inject private Catalog catalog;
  @Inject private Directory directory;
  @Inject private AuditTrail audit;
  @Inject private CurrentPerson me;
  @Inject private Clock clock;

  /**
   * Of what a finding could be made one session.
   *
   * @throws RadarRefused when there is no such finding any more, or too few drafts are in it
   */
  @Transactional
  public JointOffer offer(String region, int year, String fingerprint, Language reader) {
    RegionSummary of =
        directory
            .findRegion(String.valueOf(region))
            .orElseThrow(() -> new NotFound("region " + region));
    rights.requireCoordinator(region);
    Radar.Found found = radar.find(region, year, fingerprint);
    List<NamedSession> drafts =
        named(
            found.finding().sessions().stream()
                .map(found.picture().facts()::get)
                .filter(each -> each.state() == SessionState.DRAFT)
                .toList(),
            reader);
    if (!Radar.jointly(found.finding(), drafts)) {
      throw new RadarRefused("radar.problem.gone");
    }
    return new JointOffer(of, new TrainingYear(year), found.finding(), drafts, suggested(drafts));
  }

  private static JointTerms suggested(List<NamedSession> drafts) {
    SessionFacts lead =
        drafts.stream()
            .map(NamedSession::facts)
            .max(Comparator.comparing(SessionFacts::seats))
            .orElseThrow();
    SessionFacts other =
        drafts.stream()
            .map(NamedSession::facts)
            .filter(each -> !each.centreCode().equals(lead.centreCode()))
            .findFirst()
            .orElseThrow();
    return new JointTerms(
        lead.centreCode(),
        other.centreCode(),
        lead.firstDay(),
        lead.lastDay(),
        lead.seats(),
        other.seats(),
        null,
        "",
        "");
  }

  /**
   * Proposes a session to two centres, each of which has a draft in the finding.
   *
   * @throws InvalidTerms when nothing can be held on such terms
   */
  @Transactional
  public long propose(String region, int year, String fingerprint, JointTerms terms) {
    JointOffer offer = offer(region, year, fingerprint, Language.EN);
    Map<String, String> problems = terms.problems(reading.today());
    Optional<SessionFacts> lead = draft(offer, terms.lead());
    Optional<SessionFacts> other = draft(offer, terms.other());
    if (lead.isEmpty()) {
      problems.putIfAbsent("lead", "radar.problem.lead");
    }
    if (other.isEmpty()) {
      problems.putIfAbsent("other", "radar.problem.other");
    }
    if (!problems.isEmpty()) {
      throw new InvalidTerms(problems);
    }
    // of two who propose the same at once the second finds what the first did
    for (Long each : new TreeSet<>(Set.of(lead.get().id(), other.get().id()))) {
      if (calendar.held(each).filter(draft -> draft.state() == SessionState.DRAFT).isEmpty()) {
        throw new RadarRefused("radar.problem.gone");
      }
    }
    Map<Long, Long> waiting = proposals.waiting(region);
    if (waiting.containsKey(lead.get().id()) || waiting.containsKey(other.get().id())) {
      throw new RadarRefused("radar.problem.proposed");
    }
    JointProposal proposal =
        new JointProposal(
            region, terms, lead.get().id(), other.get().id(), me.id(), clock.instant());
    proposals.add(proposal);
    deed("joint.proposed", proposal)
        .change("centre", null, terms.lead())
        .change("coHost", null, terms.other())
        .change("firstDay", null, terms.firstDay())
        .change("lastDay", null, terms.lastDay())
        .change("seats", null, terms.leadSeats() + " + " + terms.otherSeats())
        .change("costShare", null, terms.leadCost())
        .change("costWords", null, terms.costWords().isEmpty() ? null : terms.costWords())
        .write();
    letters.proposed(proposal);
    return proposal.id();
  }

  private static Optional<SessionFacts> draft(JointOffer offer, String centre) {
    return offer.drafts().stream()
        .map(NamedSession::facts)
        .filter(each -> each.centreCode().equals(centre))
        .findFirst();
  }

  private Deed deed(String action, JointProposal proposal) {
    return audit.entry(action, KIND, proposal.id()).scope(Scope.region(proposal.regionCode()));
  }

  /**
   * The answer of one of the centres. When both agree there is a draft of the lead centre.
   *
   * @return the number of that draft, or null
   * @throws RadarRefused when it is settled, was answered, or the session cannot be made any more
   */
  @Transactional
  public Long answer(long id, String centre, boolean agrees, String reason) {
    JointProposal proposal = proposals.lock(id).orElseThrow(() -> unknown(id));
    if (!sees(proposal)) {
      throw unknown(id);
    }
    if (!proposal.centres().contains(centre) || !rights.answersFor(centre)) {
      throw new NotAllowed();
    }
    String given = reason == null ? "" : reason.strip();
    if (!agrees && given.isEmpty()) {
      throw new RadarRefused("radar.problem.decline");
    }
    if (given.length() > Dismissal.LONGEST_REASON) {
      throw new RadarRefused("radar.problem.long");
    }
    boolean both = proposal.answer(centre, agrees, given, me.id(), clock.instant());
    deed(agrees ? "joint.agreed" : "joint.declined", proposal)
        .change("centre", null, centre)
        .change("reason", null, given.isEmpty() ? null : given)
        .write();
    Long session = both ? draft(proposal) : null;
    if (both) {
      proposal.agreed(session);
    }
    proposals.flush();
    if (proposal.state() != JointState.OPEN) {
      letters.settled(proposal);
    }
    return session;
  }

  /** The session as the lead centre had drafted it, with the days and seats of the proposal. */
  private long draft(JointProposal proposal) {
    List<Long> ids =
        Stream.of(proposal.leadDraft(), proposal.otherDraft()).filter(Objects::nonNull).toList();
    // nobody publishes one of them meanwhile
    Map<Long, SessionFacts> drafts = new TreeMap<>();
    for (Long id : new TreeSet<>(ids)) {
      calendar.held(id).ifPresent(draft -> drafts.put(id, draft));
    }
    SessionFacts lead = drafts.get(proposal.leadDraft());
    if (lead == null
        || drafts.size() < 2
        || drafts.values().stream().anyMatch(each -> each.state() != SessionState.DRAFT)) {
      throw new RadarRefused("radar.problem.moved");
    }
    JointTerms terms = proposal.terms();
    try {
      return calendar.draftAgreed(
          proposal.leadCentre(),
          new SessionPlan(
                  lead.courseId(),
                  Timing.DATED,
                  terms.firstDay(),
                  terms.lastDay(),
                  null,
                  lead.dayStart(),
                  lead.dayEnd(),
                  lead.venue(),
                  lead.room(),
                  proposal.seats(),
                  Arrays.asList(lead.languages().split(" ")),
                  lead.approval(),
                  lead.donor(),
                  lead.online())
              .withSlots(slots(lead, terms)));
    } catch (InvalidPlan e) {
      throw new RadarRefused("radar.problem.plan");
    }
  }

  /** Those of the draft, moved; on a span of another length each day is as long. */
  private static Slots slots(SessionFacts lead, JointTerms terms) {
    long days = ChronoUnit.DAYS.between(lead.firstDay(), terms.firstDay());
    return lead.lastDay().plusDays(days).equals(terms.lastDay())
        ? lead.slots().later(days)
        : Slots.EVERY_DAY;
  }

  /** Takes a proposal back that nobody has settled. */
  @Transactional
  public void withdraw(long id) {
    JointProposal proposal = proposals.lock(id).orElseThrow(() -> unknown(id));
    if (!sees(proposal)) {
      throw unknown(id);
    }
    rights.requireCoordinator(proposal.regionCode());
    proposal.withdraw();
    proposals.flush();
    deed("joint.withdrawn", proposal).write();
    letters.settled(proposal);
  }

  /**
   * Plans the former draft of a centre again beside the joint edition; it can be published then.
   *
   * @throws RadarRefused when it is no part of that
   */
  @Transactional
  public void apart(long id, String centre) {
    JointProposal proposal = proposals.lock(id).orElseThrow(() -> unknown(id));
    if (!sees(proposal)) {
      throw unknown(id);
    }
    if (!proposal.centres().contains(centre) || !rights.answersFor(centre)) {
      throw new NotAllowed();
    }
    Long draft = proposal.joinedOf(centre);
    proposal.apart(centre);
    proposals.flush();
    deed("joint.apart", proposal)
        .change("centre", null, centre)
        .change("session", null, draft)
        .write();
  }

  private boolean sees(JointProposal proposal) {
    me.require();
    return rights.seesAll(proposal.regionCode())
        || proposal.centres().stream()
            .anyMatch(centre -> me.mayRead(Role.CENTRE, Scope.centre(centre)));
  }

  private static NotFound unknown(long id) {
    return new NotFound("joint edition " + id);
  }

  /** Of the centres and regions of whoever asks, what waits first. */
  @Transactional
  public List<JointSummary> mine(Language reader) {
    me.require();
    Set<String> regions =
        directory.regions().stream()
            .map(RegionSummary::code)
            .filter(rights::seesAll)
            .collect(Collectors.toSet());
    Set<String> centres = me.readableScopes(Role.CENTRE, Scope.Kind.CENTRE);
    if (regions.isEmpty() && centres.isEmpty()) {
      throw new NotAllowed();
    }
    List<JointProposal> found = proposals.list(centres, regions, MOST_SHOWN);
    Set<Long> ids = new HashSet<>();
    found.forEach(
        each ->
            Stream.of(each.leadDraft(), each.otherDraft(), each.sessionId())
                .filter(Objects::nonNull)
                .forEach(ids::add));
    Map<Long, NamedSession> sessions =
        named(List.copyOf(calendar.facts(ids).values()), reader).stream()
            .collect(Collectors.toMap(each -> each.facts().id(), each -> each));
    return found.stream().map(each -> summary(each, sessions)).toList();
  }

  private JointSummary summary(JointProposal proposal, Map<Long, NamedSession> sessions) {
    boolean open = proposal.state() == JointState.OPEN;
    List<String> both = List.of(proposal.leadCentre(), proposal.otherCentre());
    return new JointSummary(
        proposal.id(),
        proposal.regionCode(),
        proposal.terms(),
        proposal.state(),
        proposal.proposedAt(),
        Stream.of(proposal.leadDraft(), proposal.otherDraft())
            .map(sessions::get)
            .filter(Objects::nonNull)
            .toList(),
        proposal.sessionId() == null ? null : sessions.get(proposal.sessionId()),
        both.stream().map(centre -> answer(proposal, centre)).toList(),
        both.stream()
            .filter(
                centre ->
                    open && !proposal.answers().containsKey(centre) && rights.answersFor(centre))
            .toList(),
        open && rights.coordinates(proposal.regionCode()),
        both.stream()
            .filter(centre -> proposal.joinedOf(centre) != null && rights.answersFor(centre))
            .filter(centre -> draft(sessions.get(proposal.joinedOf(centre))))
            .toList());
  }

  private static boolean draft(NamedSession session) {
    return session != null && session.facts().state() == SessionState.DRAFT;
  }

  private static JointSummary.Answer answer(JointProposal proposal, String centre) {
    JointAnswer given = proposal.answers().get(centre);
    return given == null
        ? new JointSummary.Answer(centre, null, "", null)
        : new JointSummary.Answer(centre, given.agrees(), given.reason(), given.answeredAt());
  }

  private List<NamedSession> named(List<SessionFacts> sessions, Language reader) {
    if (sessions.isEmpty()) {
      return new ArrayList<>();
    }
    Map<Long, CourseTitle> titles =
        catalog.titles(
            sessions.stream().map(SessionFacts::courseId).collect(Collectors.toSet()), reader);
    return sessions.stream()
        .map(each -> new NamedSession(each, titles.get(each.courseId())))
        .toList();
  }
}
