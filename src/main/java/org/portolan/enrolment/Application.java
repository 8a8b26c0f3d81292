package org.portolan.enrolment;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.portolan.approval.Again;
import org.portolan.approval.Approver;
import org.portolan.approval.Ask;
import org.portolan.approval.Chain;
import org.portolan.approval.Word;
import org.portolan.enrolment.ApplicationStep.Event;
import org.portolan.platform.persistence.InstantColumn;
import org.portolan.seat.ApplicationState;
import org.portolan.seat.Candidate;
import org.portolan.seat.Groups;
import org.portolan.seat.Standing;

/**
 * A person's wish for a seat in a session, and what became of it. One for each person and session.
 * How it stands is told by the book of the session alone; what people said about it is kept here.
 */
@Entity
@Table(name = "application")
class Application implements Candidate {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "session_id")
  private long sessionId;

  @Column(name = "person_id")
  private long personId;

  /** The administration whose National Coordinator decides, or null. */
  @Column(name = "member_code")
  private String memberCode;

  @Convert(converter = ApplicationStateConverter.class)
  private ApplicationState state;

  @Column(name = "group_codes")
  private String groupCodes = "";

  private long place;

  @Column(name = "offered_until")
  @Convert(converter = InstantColumn.class)
  private Instant offeredUntil;

  private String motivation;
  private String reason;

  @Column(name = "applied_at")
  @Convert(converter = InstantColumn.class)
  private Instant appliedAt;

  @Column(name = "due_at")
  @Convert(converter = InstantColumn.class)
  private Instant dueAt;

  /** Along which it goes, as text. */
  private String chain = Chain.NONE.text();

  /** The approver who is asked, while it waits. */
  private String asked;

  private String urgency;

  @Column(name = "nudge_at")
  @Convert(converter = InstantColumn.class)
  private Instant nudgeAt;

  /** Who agreed and is asked again, as text; null where nobody is. */
  @Column(name = "asked_again")
  private String askedAgain;

  @Column(name = "supervisor_name")
  private String supervisorName;

  @Column(name = "supervisor_email")
  private String supervisorEmail;

  @Column(name = "supervisor_known")
  private boolean supervisorKnown;

  /** Rises with each new link to the supervisor; only the last one leads anywhere. */
  @Column(name = "supervisor_link")
  private int supervisorLink;

  /** How many seats were offered to it; only the links of the last offer lead anywhere. */
  private int offers;

  /** Which place its administration gave its nominee; null for one who applies themselves. */
  @Column(name = "home_rank")
  private Integer homeRank;

  @Column(name = "decided_at")
  @Convert(converter = InstantColumn.class)
  private Instant decidedAt;

  @Column(name = "decided_by")
  private Long decidedBy;

  /** Steps taken since it was read; null when the persistence provider made the object. */
  @Transient private List<ApplicationStep> steps;

  /** Where it stood before it came to where it is, since it was read. */
  @Transient private ApplicationState from;

  @Transient private boolean moved;

  @Transient private boolean told;

  @Version private int version;

  protected Application() {}

  Application(long sessionId, long personId) {
    this.sessionId = sessionId;
    this.personId = personId;
  }

  /** What the person says who hands it in, and along which chain it goes. */
  void submitted(String member, Statement words, Chain way, Instant now) {
    handedIn(member, words, way, now);
    signed(personId, null, null);
  }

  /** It was handed in for an officer who stepped into the place of another. */
  void steppedIn(String member, Statement words, Chain way, long actor, Instant now) {
    handedIn(member, words, way, now);
    decided(actor, words, now);
  }

  /**
   * It was handed in for an officer who waits in the place of another, where that one stood.
   *
   * @param reached who was asked there, or null
   */
  void waitsFor(Application leaving, Statement words, Ask reached, long actor) {
    handedIn(leaving.memberCode, words, leaving.chain(), leaving.appliedAt);
    signed(personId, null, null);
    sent(actor, words, reached);
  }

  private void handedIn(String member, Statement words, Chain way, Instant now) {
    memberCode = member;
    motivation = words.text();
    reason = null;
    appliedAt = now;
    decidedAt = null;
    decidedBy = null;
    chain = way.text();
    homeRank = null;
    asks(null);
  }

  /** Somebody is asked for an answer now, or more urgently than before; null for nobody. */
  void asks(Ask ask) {
    if (ask == null) {
      askedAgain = null;
    }
    asked = ask == null ? null : ask.approver().code();
    urgency = ask == null ? null : ask.urgency().code();
    dueAt = ask == null ? null : ask.due();
    nudgeAt = ask == null ? null : ask.nudge();
  }

  /** Who leads the applicant; a link that an earlier one got leads nowhere any more. */
  void ledBy(Supervisor supervisor) {
    supervisorName = supervisor.name();
    supervisorEmail = supervisor.email();
    supervisorKnown = supervisor.known();
    supervisorLink++;
  }

  /** The supervisor gets another link; the one before leads nowhere any more. */
  void linkedAnew() {
    supervisorLink++;
  }

  Optional<Supervisor> supervisor() {
    return supervisorName == null
        ? Optional.empty()
        : Optional.of(new Supervisor(supervisorName, supervisorEmail, supervisorKnown));
  }

  int supervisorLink() {
    return supervisorLink;
  }

  /** Its administration sends the officer, as number so-and-so of those whom it sends. */
  void nominated(int rank) {
    homeRank = rank;
  }

  boolean nominated() {
    return homeRank != null;
  }

  /** Nobody at home is asked any more, as the administration sends the officer. */
  void sent(long actor, Statement words, Ask next) {
    add(
        new ApplicationStep(
            state, actor, words.text(), Approver.COORDINATOR, Event.NOMINATED, null));
    asks(null);
    asks(next);
  }

  /** Says of the last step where it stood in the ranking of those who were to be selected. */
  void ranked(String place) {
    int last = steps.size() - 1;
    steps.set(last, steps.get(last).ranked(place));
  }

  String motivation() {
    return motivation;
  }

  /** Who is asked, while it waits. */
  Optional<Ask> asked() {
    return asked == null
        ? Optional.empty()
        : Optional.of(
            new Ask(Approver.of(asked).orElseThrow(), Ask.Urgency.of(urgency), dueAt, nudgeAt));
  }

  /** Who is asked, and whether again. */
  Word word() {
    return new Word(asked().orElse(null), askedAgain == null ? null : Again.read(askedAgain));
  }

  /** Whether an approver who agreed is asked again. */
  boolean askedAgain() {
    return askedAgain != null;
  }

  private void has(Word word) {
    asks(word.ask());
    askedAgain = word.again() == null ? null : word.again().text();
  }

  /**
   * Something changed after approvers agreed: those whom it concerns are asked again, and those for
   * whom it is again as they agreed no longer.
   *
   * @param differing who agreed to something that is no longer so
   * @param concerned those whom the change concerns that was made now
   */
  void changed(Set<Approver> differing, Set<Approver> concerned, Function<Approver, Ask> asks) {
    Word before = word();
    Word after = before.changed(differing, concerned, asks);
    Set<Approver> were = before.again() == null ? Set.of() : before.again().asked();
    for (Approver each : Approver.values()) {
      if (differing.contains(each) && (concerned.contains(each) || !were.contains(each))) {
        add(new ApplicationStep(state, null, null, each, Event.ASKED_AGAIN, null));
      } else if (were.contains(each) && !differing.contains(each)) {
        add(new ApplicationStep(state, null, null, each, Event.UNASKED, null));
      }
    }
    has(after);
  }

  /** An approver agreed, or their silence did, and the next one is asked. */
  void agreed(Long actor, Statement words, Ask next) {
    agrees(actor, words);
    asks(next);
  }

  /** One who is asked again agreed to what it is now; others are asked again, or as before. */
  void agreedAgain(Long actor, Statement words, Function<Approver, Ask> asks) {
    agrees(actor, words);
    has(word().agreed(asks));
  }

  private void agrees(Long actor, Statement words) {
    boolean silent =
        actor == null && asked().filter(ask -> ask.approver().agreesBySilence()).isPresent();
    stays(silent ? Event.SILENT : Event.AGREED, actor, words.text());
  }

  /** The applicant says something else. */
  void says(Statement words) {
    motivation = words.text();
  }

  /** An approver was reminded, or others were asked too. */
  void urged(Ask more) {
    stays(more.urgency() == Ask.Urgency.REMINDED ? Event.REMINDED : Event.ESCALATED, null, null);
    asks(more);
  }

  /** Nothing is to be done any more where nobody answers. */
  void leftAlone() {
    nudgeAt = null;
    if (askedAgain != null && state != ApplicationState.WAITING) {
      // too late for another answer: the first one stands
      asks(null);
    }
  }

  /**
   * Whoever is asked has the time for an answer from now on, as nothing could be said meanwhile.
   */
  void askedAnew(Function<Approver, Ask> asks) {
    if (state == ApplicationState.WAITING && askedAgain == null) {
      asked().map(ask -> asks.apply(ask.approver())).ifPresent(this::asks);
    }
  }

  /** Who decided, and what they say; without an actor where the session asks nobody. */
  void decided(Long actor, Statement words, Instant now) {
    Approver last = asked().map(Ask::approver).orElse(null);
    reason = words.text();
    asks(null);
    decidedAt = now;
    decidedBy = actor;
    signed(actor, words.text(), last);
  }

  /** The applicant answered or left: nobody else has to do anything. */
  void leftToApplicant() {
    asks(null);
    signed(personId, null, null);
  }

  /** The applicant takes the seat; whoever is asked again still has to answer. */
  void taken() {
    signed(personId, null, null);
  }

  /** Its administration took its nominee back: nobody else has to do anything. */
  void takenBack(long actor, Statement why) {
    asks(null);
    signed(actor, why.text(), Approver.COORDINATOR);
  }

  /** Somebody chose it for a free seat before others, and says why. */
  void chosen(long actor, Statement why) {
    signed(actor, why.text(), null);
  }

  /** Somebody changed its place on the waiting list, and says why. */
  void remarked(long actor, Statement why) {
    add(new ApplicationStep(state, actor, why.text(), null, Event.MOVED, null));
  }

  /** Says whose the last step is. */
  private void signed(Long actor, String words, Approver step) {
    int last = steps.size() - 1;
    steps.set(last, steps.get(last).by(actor, words, step));
  }

  private void stays(Event event, Long actor, String words) {
    add(
        new ApplicationStep(
            state, actor, words, asked().map(Ask::approver).orElse(null), event, null));
  }

  private void add(ApplicationStep step) {
    if (steps == null) {
      steps = new ArrayList<>();
    }
    steps.add(step);
  }

  /** The columns of {@link #row}. */
  static final List<String> COLUMNS =
      List.of(
          "session_id",
          "person_id",
          "member_code",
          "state",
          "group_codes",
          "place",
          "offered_until",
          "motivation",
          "reason",
          "applied_at",
          "due_at",
          "chain",
          "asked",
          "urgency",
          "nudge_at",
          "asked_again",
          "supervisor_name",
          "supervisor_email",
          "supervisor_known",
          "supervisor_link",
          "offers",
          "home_rank",
          "decided_at",
          "decided_by",
          "version");

  /** All that is kept of one that is new, as many are inserted by one statement. */
  List<Object> row() {
    version = 1;
    return Arrays.asList(
        sessionId,
        personId,
        memberCode,
        state.code(),
        groupCodes,
        place,
        moment(offeredUntil),
        motivation,
        reason,
        moment(appliedAt),
        moment(dueAt),
        chain,
        asked,
        urgency,
        moment(nudgeAt),
        askedAgain,
        supervisorName,
        supervisorEmail,
        supervisorKnown,
        supervisorLink,
        offers,
        homeRank,
        moment(decidedAt),
        decidedBy,
        version);
  }

  private static LocalDateTime moment(Instant instant) {
    return instant == null ? null : SeatBooks.moment(instant);
  }

  /** The number that it has got. */
  void numbered(long number) {
    id = number;
  }

  @Override
  public long number() {
    return id;
  }

  @Override
  public Standing standing() {
    return state == null
        ? Standing.NEW
        : new Standing(state, Groups.of(groupCodes), place, offeredUntil);
  }

  @Override
  public void stand(Standing next) {
    if (next.state() != state) {
      from = moved ? from : state;
      moved = true;
      add(ApplicationStep.to(next.state()));
      if (next.state() == ApplicationState.OFFERED) {
        offers++;
      }
    }
    state = next.state();
    if (state == ApplicationState.LAPSED) {
      asks(null);
    }
    groupCodes = next.groups().text();
    place = next.place();
    offeredUntil = next.until();
  }

  int offers() {
    return offers;
  }

  boolean holdsSeat() {
    return state == ApplicationState.APPROVED;
  }

  Long id() {
    return id;
  }

  int version() {
    return version;
  }

  long sessionId() {
    return sessionId;
  }

  long personId() {
    return personId;
  }

  String memberCode() {
    return memberCode;
  }

  ApplicationState state() {
    return state;
  }

  /** Whether its state has changed since it was read, and the applicant does not know yet. */
  boolean news() {
    return moved && !told;
  }

  /** The applicant has been told by another letter what became of it. */
  void told() {
    told = true;
  }

  /** What its state was then; null where it was new. */
  ApplicationState movedFrom() {
    return from;
  }

  String reason() {
    return reason;
  }

  Chain chain() {
    return Chain.read(chain).orElseThrow();
  }

  /** The steps taken since the application was read, in their order. */
  List<ApplicationStep> newSteps() {
    return steps == null ? List.of() : List.copyOf(steps);
  }

  /** These steps are kept. */
  void stepsKept() {
    steps = null;
  }
}
