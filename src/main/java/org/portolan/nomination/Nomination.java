package org.portolan.nomination;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.portolan.platform.persistence.InstantColumn;
import org.portolan.seat.Hold;

/**
 * Whom an administration sends to a session, in its order, and why; one for each of both. Officers
 * are put on the list, and handed in when it is ready; alternates step in for them.
 */
@Entity
@Table(name = "nomination")
class Nomination {
  static final int MOST_OFFICERS = 40;
  static final int MOST_UNNAMED = 99;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "session_id")
  private long sessionId;

  @Column(name = "member_code")
  private String memberCode;

  private String reason = "";

  @Column(name = "handed_in_at")
  @Convert(converter = InstantColumn.class)
  private Instant handedInAt;

  @Column(name = "sent_by")
  private Long handedInBy;

  /** Seats that are asked for without a name. */
  private int unnamed;

  @Column(name = "names_until")
  private LocalDate nameBy;

  @Column(name = "unnamed_state")
  private String unnamedState;

  /** When time brings something to the seats that are held. */
  @Column(name = "nudge_at")
  @Convert(converter = InstantColumn.class)
  private Instant nudgeAt;

  /** How many seats its officers had when they were held. */
  @Column(name = "seated_before")
  private int seatedBefore;

  @OneToMany(
      mappedBy = "nomination",
      cascade = CascadeType.ALL,
      orphanRemoval = true,
      fetch = FetchType.LAZY)
  private List<Nominee> nominees = new ArrayList<>();

  @Version private int version;

  protected Nomination() {}

  Nomination(long sessionId, String memberCode) {
    this.sessionId = sessionId;
    this.memberCode = memberCode;
  }

  /**
   * Puts an officer last on the list.
   *
   * @throws NominationRefused when they are on it, or it is full
   */
  void add(long personId, boolean alternate, String words) {
    if (nominees.stream().anyMatch(each -> each.personId() == personId)) {
      throw new NominationRefused(NominationRefused.Kind.LISTED_ALREADY);
    }
    if (nominees.size() >= MOST_OFFICERS) {
      throw new NominationRefused(NominationRefused.Kind.LIST_FULL);
    }
    nominees.add(new Nominee(this, personId, alternate, listed(alternate).size() + 1, words));
  }

  /** Nominees or alternates in their order, without those in whose place others are. */
  List<Nominee> listed(boolean alternate) {
    return nominees.stream()
        .filter(each -> each.alternate() == alternate && !each.gone())
        .sorted(Comparator.comparingInt(Nominee::place))
        .toList();
  }

  /** Those in whose place others are. */
  List<Nominee> gone() {
    return nominees.stream().filter(Nominee::gone).toList();
  }

  Nominee nominee(long number) {
    return nominees.stream()
        .filter(each -> each.id() == number)
        .findFirst()
        .orElseThrow(() -> new NominationRefused(NominationRefused.Kind.CHANGED));
  }

  /** Puts one before whoever stands before; gives the one with whom it changed places, or null. */
  Nominee moveUp(Nominee nominee) {
    List<Nominee> order = listed(nominee.alternate());
    int at = order.indexOf(nominee);
    if (at < 1) {
      return null;
    }
    Nominee other = order.get(at - 1);
    int place = other.place();
    other.at(nominee.place());
    nominee.at(place);
    return other;
  }

  /**
   * Takes one off the list who is not handed in.
   *
   * @throws NominationRefused when they are: they are taken back with a reason then
   */
  void remove(Nominee nominee) {
    if (nominee.handedIn()) {
      throw new NominationRefused(NominationRefused.Kind.HANDED_IN);
    }
    nominees.remove(nominee);
    close(nominee.alternate());
  }

  /** One steps in for another; the alternates after them move up. */
  void replace(Nominee leaving, Nominee alternate, long application) {
    if (!leaving.handedIn() || leaving.gone() || !alternate.alternate() || alternate.gone()) {
      throw new NominationRefused(NominationRefused.Kind.CHANGED);
    }
    alternate.stepsIn(leaving, application);
    close(true);
  }

  private void close(boolean alternates) {
    int place = 1;
    for (Nominee each : listed(alternates)) {
      each.at(place++);
    }
  }

  /** Nominees who are to be handed in. */
  List<Nominee> ready() {
    return listed(false).stream().filter(each -> !each.handedIn()).toList();
  }

  void explained(String words) {
    reason = words;
  }

  void handedIn(long actor, Instant now) {
    handedInAt = now;
    handedInBy = actor;
  }

  /**
   * Asks for seats whose names are given by a day; what was answered before no longer counts.
   *
   * @throws NominationRefused when the seats are none, or the day is over or not before the session
   */
  void ask(int seats, LocalDate by, LocalDate today, LocalDate firstDay) {
    if (seats < 0 || seats > MOST_UNNAMED) {
      throw new NominationRefused(NominationRefused.Kind.UNNAMED_COUNT);
    }
    if (held()) {
      throw new NominationRefused(NominationRefused.Kind.HELD_ALREADY);
    }
    if (seats > 0 && (by == null || by.isBefore(today) || !by.isBefore(firstDay))) {
      throw new NominationRefused(NominationRefused.Kind.UNNAMED_DAY);
    }
    unnamed = seats;
    nameBy = seats == 0 ? null : by;
    unnamedState = seats == 0 ? null : UnnamedSeats.State.ASKED.code();
  }

  /**
   * What the centre says to that.
   *
   * @param shown what it saw
   * @throws NominationRefused when that is no longer asked for, or its day is over
   */
  void answered(UnnamedSeats shown, boolean held, LocalDate today) {
    if (shown.state() != UnnamedSeats.State.ASKED || !unnamed().equals(Optional.of(shown))) {
      throw new NominationRefused(NominationRefused.Kind.CHANGED);
    }
    if (held && nameBy.isBefore(today)) {
      throw new NominationRefused(NominationRefused.Kind.UNNAMED_DAY);
    }
    unnamedState = (held ? UnnamedSeats.State.HELD : UnnamedSeats.State.REFUSED).code();
  }

  /**
   * The seats are held from now on.
   *
   * @param seated how many seats its officers have already
   */
  void holds(int seated, String zone, Instant now) {
    seatedBefore = seated;
    nudgeAt = days(zone).first(now);
  }

  /** Whether time has brought something to the seats that are held. */
  boolean nudgedBy(Instant now) {
    return nudgeAt != null && !now.isBefore(nudgeAt);
  }

  /**
   * Does it.
   *
   * @return what its administration hears of it
   */
  NamingNews nudged(String zone, Instant now) {
    Instant over = days(zone).over();
    if (now.isBefore(over)) {
      nudgeAt = over;
      return NamingNews.REMINDER;
    }
    opened();
    return NamingNews.OPENED;
  }

  /**
   * Keeps to what the centre holds by now, where that is less than it said.
   *
   * @param hold what is held for the administration, if anything
   * @return what its administration hears of it; nothing where all is as it was, or the day for
   *     names is over: they are there for all then as was agreed
   */
  Optional<NamingNews> follow(Optional<Hold> hold, LocalDate firstDay, String zone, Instant now) {
    if (!held() || overAt(zone, now)) {
      return Optional.empty();
    }
    int left = hold.map(each -> each.seats() - seatedBefore).orElse(0);
    if (left < 1) {
      opened();
      return Optional.of(NamingNews.RELEASED);
    }
    LocalDate last = NamingDays.last(hold.get().until(), firstDay, ZoneId.of(zone));
    if (left >= unnamed && !last.isBefore(nameBy)) {
      return Optional.empty();
    }
    unnamed = Math.min(left, unnamed);
    nameBy = last.isBefore(nameBy) ? last : nameBy;
    if (overAt(zone, now)) {
      opened();
      return Optional.of(NamingNews.OPENED);
    }
    nudgeAt = days(zone).first(now);
    return Optional.of(NamingNews.CHANGED);
  }

  private void opened() {
    nudgeAt = null;
    unnamedState = UnnamedSeats.State.OPENED.code();
  }

  private boolean held() {
    return UnnamedSeats.State.HELD.code().equals(unnamedState);
  }

  /** The session is not held, or has begun: nothing is to be named any more. */
  void leftAlone() {
    nudgeAt = null;
  }

  /**
   * How many of the seats that are held have no name yet.
   *
   * @param seated how many seats its officers have now
   */
  int nameless(int seated) {
    return Math.max(0, Math.min(unnamed, unnamed + seatedBefore - seated));
  }

  /**
   * How many officers may still be named for seats that are held, until the day that was agreed.
   *
   * @param seated how many seats its officers have now
   */
  int promised(int seated, String zone, Instant now) {
    return held() && !overAt(zone, now) ? nameless(seated) : 0;
  }

  private boolean overAt(String zone, Instant now) {
    return !now.isBefore(days(zone).over());
  }

  private NamingDays days(String zone) {
    return new NamingDays(nameBy, ZoneId.of(zone));
  }

  Optional<UnnamedSeats> unnamed() {
    return unnamed == 0
        ? Optional.empty()
        : Optional.of(new UnnamedSeats(unnamed, nameBy, UnnamedSeats.State.of(unnamedState)));
  }

  Long id() {
    return id;
  }

  long sessionId() {
    return sessionId;
  }

  String memberCode() {
    return memberCode;
  }

  String reason() {
    return reason;
  }

  Instant handedInAt() {
    return handedInAt;
  }

  boolean handedIn() {
    return handedInAt != null;
  }

  /** Whether there is anything in it for the centre to see. */
  boolean forCentre() {
    return handedIn() || unnamed > 0;
  }

  int version() {
    return version;
  }
}
