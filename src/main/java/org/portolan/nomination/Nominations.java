package org.portolan.nomination;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portolan.condition.EligibilityCheck;
import org.portolan.eligibility.Verdict;
import org.portolan.enrolment.EnrolmentService;
import org.portolan.enrolment.Nominees;
import org.portolan.enrolment.OfferedSession;
import org.portolan.people.EmailAddress;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.audit.Deed;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.storage.FileStore;
import org.portolan.platform.storage.FileUse;
import org.portolan.platform.storage.StoredFile;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.Problem;
import org.portolan.region.Directory;
import org.portolan.region.MemberSummary;
import org.portolan.seat.ApplicationState;

/**
 * Administrations say whom they send to a session: those who decide for a Member keep its lists and
 * hand officers in, who then wait for whoever else the session asks.
 */
@ApplicationScoped
public class Nominations {
  static final String FILES = "nomination";

  @Inject private NominationRepository nominations;
  @Inject private NominationLetters letters;
  @Inject private Nominees nominees;
  @Inject private EnrolmentService enrolment;
  @Inject private EligibilityCheck eligible;
  @Inject private People people;
  @Inject private FileStore files;
  @Inject private Directory directory;
  @Inject private CurrentPerson me;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** Those of one's own administrations for sessions that are not over. */
  @Transactional
  public List<NominationSummary> coming(Language reader) {
    me.require();
    List<Nomination> coming =
        nominations.coming(me.readableScopes(Role.COORDINATOR, Scope.Kind.MEMBER), clock.instant());
    Map<Long, OfferedSession> sessions =
        enrolment.sessions(coming.stream().map(Nomination::sessionId).toList(), reader);
    return coming.stream()
        .map(
            each ->
                new NominationSummary(
                    sessions.get(each.sessionId()),
                    each.memberCode(),
                    each.listed(false).size() - each.ready().size(),
                    each.ready().size(),
                    each.handedInAt()))
        .toList();
  }

  /** The list of one's own administration for a session, empty until something is put on it. */
  @Transactional
  public NominationView find(long sessionId, String member, Language reader) {
    requireReading(member);
    OfferedSession session = enrolment.session(sessionId, reader);
    Nomination nomination =
        nominations.find(session.id(), member).orElseGet(() -> new Nomination(sessionId, member));
    return view(nomination, session);
  }

  /** What administrations handed in for a session; asked for by its centre. */
  @Transactional
  public List<HandedIn> handedIn(long sessionId) {
    List<Nomination> all = nominations.handedIn(sessionId);
    Map<Long, StoredFile> letters = files.find(FILES, all.stream().map(Nomination::id).toList());
    return all.stream()
        .map(
            each ->
                new HandedIn(
                    each.id(),
                    each.memberCode(),
                    each.reason(),
                    each.unnamed().orElse(null),
                    letters.get(each.id())))
        .toList();
  }

  private NominationView view(Nomination nomination, OfferedSession session) {
    List<Nominee> listed =
        Stream.of(nomination.listed(false), nomination.listed(true), nomination.gone())
            .flatMap(Collection::stream)
            .toList();
    Map<Long, PersonSummary> known = people.byIds(listed.stream().map(Nominee::personId).toList());
    Map<Long, ApplicationState> states =
        nominees.states(
            listed.stream().map(Nominee::applicationId).filter(Objects::nonNull).toList());
    Map<Long, String> asked = new HashMap<>();
    listed.stream()
        .filter(each -> !each.handedIn())
        .forEach(each -> asked.put(each.personId(), nomination.memberCode()));
    Map<Long, Verdict> verdicts =
        asked.isEmpty() ? Map.of() : eligible.of(asked, session.occasion(clock.instant()));
    Function<Nominee, Listed> shown =
        each -> {
          PersonSummary person = known.get(each.personId());
          return new Listed(
              each.id(),
              each.personId(),
              person == null ? "" : person.name(),
              person == null ? "" : person.post(),
              each.place(),
              each.alternate(),
              each.words(),
              each.applicationId(),
              states.get(each.applicationId()),
              verdicts.get(each.personId()));
        };
    return new NominationView(
        nomination.id() == null ? 0 : nomination.id(),
        session,
        session.open(clock.instant()),
        nomination.memberCode(),
        nomination.reason(),
        nomination.handedInAt(),
        nomination.listed(false).stream().map(shown).toList(),
        nomination.listed(true).stream().map(shown).toList(),
        nomination.gone().stream().map(shown).toList(),
        nomination.unnamed().orElse(null),
        promised(nomination, session),
        nomination.id() == null ? null : files.find(use(nomination.id())).orElse(null));
  }

  /**
   * Puts an officer of the administration last on its list.
   *
   * @param email of the officer
   * @param words what makes them suitable
   */
  @Transactional
  public void add(long sessionId, String member, String email, boolean alternate, String words) {
    Nomination nomination = open(sessionId, member);
    if (!alternate) {
      // one who steps in for another is no new application
      requireNaming(nomination, enrolment.session(sessionId, Language.EN), 1);
    }
    PersonSummary officer =
        EmailAddress.typed(email == null ? "" : email)
            .flatMap(people::findByEmail)
            .filter(person -> member.equals(person.memberCode()))
            .orElseThrow(() -> new NominationRefused(NominationRefused.Kind.UNKNOWN_OFFICER));
    nomination.add(
        officer.id(),
        alternate,
        NomineeWords.of(words, NominationRefused.Kind.WORDS_NEEDED).text());
    deed("nomination.listed", nomination)
        .personal(officer.id(), alternate ? "alternate" : "nominee", null, officer.name())
        .write();
  }

  @Transactional
  public void remove(long sessionId, String member, long nominee) {
    Nomination nomination = open(sessionId, member);
    nomination.remove(nomination.nominee(nominee));
  }

  /** Puts one a place higher; those who are handed in are ranked anew for the centre. */
  @Transactional
  public void moveUp(long sessionId, String member, long number) {
    Nomination nomination = open(sessionId, member);
    Nominee nominee = nomination.nominee(number);
    Nominee other = nomination.moveUp(nominee);
    if (other != null) {
      Stream.of(nominee, other)
          .filter(Nominee::handedIn)
          .forEach(each -> nominees.rank(each.applicationId(), each.place()));
      deed("nomination.ranked", nomination).change("place", other.place(), nominee.place()).write();
    }
  }

  /**
   * Hands in all nominees who are not yet, or none of them.
   *
   * @param reason why the administration sends anybody
   * @throws NominationRefused when there is nobody, or one does not meet the conditions
   */
  @Transactional
  public void handIn(long sessionId, String member, String reason) {
    String why = NomineeWords.of(reason, NominationRefused.Kind.REASON_NEEDED).text();
    Nomination nomination = openHolding(sessionId, member);
    OfferedSession session = enrolment.session(sessionId, Language.EN);
    List<Nominee> ready = nomination.ready();
    requireNaming(nomination, session, Math.max(1, ready.size()));
    nomination.explained(why);
    if (ready.isEmpty()) {
      throw new NominationRefused(NominationRefused.Kind.NOBODY);
    }
    boolean promised = session.closed(clock.instant());
    Map<Long, String> asked = new HashMap<>();
    ready.forEach(each -> asked.put(each.personId(), member));
    if (!eligible.of(asked, session.occasion(clock.instant())).values().stream()
        .allMatch(Verdict::eligible)) {
      throw new NominationRefused(NominationRefused.Kind.NOT_ALL_ELIGIBLE);
    }
    for (Nominee each : ready) {
      try {
        each.handedIn(
            promised
                ? nominees.stepIn(sessionId, member, each.personId(), each.place(), each.words())
                : nominees.nominate(
                    sessionId, member, each.personId(), each.place(), each.words()));
      } catch (Problem problem) {
        throw new NominationRefused(
            problem, people.find(each.personId()).map(PersonSummary::name).orElse(""));
      }
    }
    nomination.handedIn(me.id(), clock.instant());
    deed("nomination.handed-in", nomination).change("nominees", null, ready.size()).write();
    letters.sent(sessionId, ready);
  }

  /** Takes back one who is handed in, with the reason; whoever comes after stays where they are. */
  @Transactional
  public void takeBack(long sessionId, String member, long number, String reason) {
    Nomination nomination = open(sessionId, member);
    Nominee nominee = nomination.nominee(number);
    if (!nominee.handedIn()) {
      throw new NominationRefused(NominationRefused.Kind.CHANGED);
    }
    nominees.takeBack(nominee.applicationId(), reason);
    letters.takenBack(sessionId, nominee, reason);
  }

  /**
   * Lets an alternate take over what a nominee has, with the reason; where that one has nothing any
   * more, the alternate is handed in.
   */
  @Transactional
  public void replace(
      long sessionId, String member, long number, long alternateNumber, String reason) {
    Nomination nomination = openHolding(sessionId, member);
    Nominee leaving = nomination.nominee(number);
    Nominee alternate = nomination.nominee(alternateNumber);
    if (!leaving.handedIn()) {
      throw new NominationRefused(NominationRefused.Kind.CHANGED);
    }
    boolean stands =
        nominees.states(List.of(leaving.applicationId())).get(leaving.applicationId()).alive();
    long application =
        stands
            ? nominees.replace(
                leaving.applicationId(), alternate.personId(), leaving.place(), reason)
            : nominees.stepIn(
                sessionId, member, alternate.personId(), leaving.place(), alternate.words());
    nomination.replace(leaving, alternate, application);
    letters.sent(sessionId, List.of(alternate));
    if (stands) {
      letters.takenBack(sessionId, leaving, reason);
    }
  }

  /** Asks the centre for seats whose names are given by a day; none takes the wish back. */
  @Transactional
  public void ask(long sessionId, String member, int seats, LocalDate nameBy) {
    Nomination nomination = open(sessionId, member);
    OfferedSession session = enrolment.session(sessionId, Language.EN);
    if (session.standing()) {
      throw new NominationRefused(NominationRefused.Kind.UNNAMED_DAY);
    }
    if (seats > 0) {
      requireApplying(session);
    }
    nomination.ask(
        seats,
        nameBy,
        LocalDate.ofInstant(clock.instant(), ZoneId.of(session.zone())),
        session.namesBefore());
    deed("nomination.unnamed", nomination)
        .change("seats", null, seats)
        .change("day", null, nameBy)
        .write();
  }

  /** Whether the person who asks may send a letter of endorsement, before it is looked at. */
  @Transactional
  public void requireOpen(long sessionId, String member) {
    requireOffice(member);
    if (!enrolment.session(sessionId, Language.EN).open(clock.instant())) {
      throw new NotFound("a session that takes nominations");
    }
  }

  private void requireApplying(OfferedSession session) {
    session.requireApplying(clock.instant());
  }

  /** The same, but that seats which are held may be given names until their own day. */
  private void requireNaming(Nomination nomination, OfferedSession session, int officers) {
    if (session.open(clock.instant()) && promised(nomination, session) < officers) {
      requireApplying(session);
    }
  }

  private int promised(Nomination nomination, OfferedSession session) {
    return nomination.unnamed().isEmpty()
        ? 0
        : nomination.promised(
            nominees.seated(session.id(), nomination.memberCode()),
            session.zone(),
            clock.instant());
  }

  @Transactional
  public void endorse(long sessionId, String member, StoredFile letter) {
    Nomination nomination = open(sessionId, member);
    files.use(letter, use(nomination.id()));
    deed("nomination.endorsed", nomination).change("pages", null, letter.pages()).write();
  }

  /** The letter of endorsement, for the administration and for the centre. */
  @Transactional
  public StoredFile letter(long id) {
    Nomination nomination =
        nominations.find(id).orElseThrow(() -> new NotFound("nomination " + id));
    OfferedSession session = enrolment.session(nomination.sessionId(), Language.EN);
    if (!me.isAdministrator()
        && !me.mayRead(Role.COORDINATOR, Scope.member(nomination.memberCode()))
        && !(nomination.forCentre() && me.holds(Role.CENTRE, Scope.centre(session.centreCode())))) {
      throw new NotFound("nomination " + id);
    }
    return files.find(use(id)).orElseThrow(() -> new NotFound("letter of nomination " + id));
  }

  static FileUse use(long nomination) {
    return new FileUse(FILES, nomination);
  }

  private Nomination open(long sessionId, String member) {
    requireOpen(sessionId, member);
    return lock(sessionId, member);
  }

  private Nomination lock(long sessionId, String member) {
    nominees.holdSession(sessionId);
    return nominations.lock(sessionId, member);
  }

  /** The same, and nobody on it becomes another meanwhile; persons are held before all else. */
  private Nomination openHolding(long sessionId, String member) {
    requireOpen(sessionId, member);
    nominations
        .find(sessionId, member)
        .ifPresent(
            each ->
                nominees.holdStill(
                    Stream.of(each.listed(false), each.listed(true))
                        .flatMap(Collection::stream)
                        .map(Nominee::personId)
                        .toList()));
    return lock(sessionId, member);
  }

  private void requireOffice(String member) {
    if (!me.isAdministrator()) {
      me.requireRole(Role.COORDINATOR, Scope.member(member));
    }
  }

  private void requireReading(String member) {
    if (!me.isAdministrator() && !me.mayRead(Role.COORDINATOR, Scope.member(member))) {
      throw new NotFound("nomination of " + member);
    }
  }

  private Deed deed(String action, Nomination nomination) {
    return audit
        .entry(action, "nomination", nomination.id())
        .scope(Scope.member(nomination.memberCode()))
        .change("session", null, nomination.sessionId());
  }

  /** Refuses whoever sends officers for no administration. */
  public void requireAny() {
    me.require();
    if (!me.isAdministrator() && members().isEmpty()) {
      throw new NotAllowed();
    }
  }

  /**
   * Administrations for which the person who asks may send officers; where there is none, those of
   * which they may look at the lists.
   */
  public Set<String> members() {
    if (me.isAdministrator()) {
      return directory.members().stream().map(MemberSummary::code).collect(Collectors.toSet());
    }
    Set<String> own = me.scopes(Role.COORDINATOR, Scope.Kind.MEMBER);
    return own.isEmpty() ? me.readableScopes(Role.COORDINATOR, Scope.Kind.MEMBER) : own;
  }
}
