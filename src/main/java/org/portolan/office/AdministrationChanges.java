package org.portolan.office;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.NotFound;
import org.portolan.region.Directory;
import org.portolan.region.MemberSummary;

/**
 * Officers moving from one administration to another. The person asks, whoever decides for the new
 * Member confirms; from then on the former Member sees the person no more, and keeps what was
 * decided in its name. The person is locked before the change, here as elsewhere.
 */
@ApplicationScoped
public class AdministrationChanges {
  /** Longest reason of a refusal. */
  public static final int LONGEST_ANSWER = 500;

  /** How long those who decide for a Member see who left it. */
  private static final Duration LEFT = Duration.ofDays(365);

  /** How long those who decide get no other letter while a change waits. */
  private static final Duration QUIET = Duration.ofDays(1);

  @Inject private AdministrationChangeRepository changes;
  @Inject private MoveLetters letters;
  @Inject private Departures departures;
  @Inject private People people;
  @Inject private Directory directory;
  @Inject private AuditTrail audit;
  @Inject private CurrentPerson me;
  @Inject private Clock clock;

  /** What came of asking. */
  public enum Asked {
    DONE,
    UNKNOWN,
    /** They belong to it already. */
    SAME,
    /** Another change waits. */
    OPEN
  }

  /** The Member that the person who asks wants to belong to, where that waits. */
  @Transactional
  public Optional<String> mine() {
    me.requireSelf();
    return changes.findWaiting(me.id()).map(AdministrationChange::toMember);
  }

  /** Asks for the one who asks, who just showed who they are; done twice, it is asked once. */
  @Transactional
  public Asked ask(String member) {
    me.requireRecentProof();
    if (member == null || directory.findMember(member).isEmpty()) {
      return Asked.UNKNOWN;
    }
    people.lock(me.id());
    PersonSummary person = people.find(me.id()).orElseThrow(NotAllowed::new);
    if (member.equals(person.memberCode())) {
      return Asked.SAME;
    }
    Optional<AdministrationChange> waiting = changes.findWaiting(person.id());
    if (waiting.isPresent()) {
      return waiting.get().toMember().equals(member) ? Asked.DONE : Asked.OPEN;
    }
    Instant now = clock.instant();
    boolean told = changes.anotherAsked(member, person.id(), now.minus(QUIET));
    changes.add(new AdministrationChange(person.id(), person.memberCode(), member, now));
    if (!told) {
      letters.tellDeciders(person, member);
    }
    audit
        .entry("administration.asked", "person", person.id())
        .scope(Scope.member(member))
        .change("member", person.memberCode(), member)
        .write();
    return Asked.DONE;
  }

  @Transactional
  public void takeBack() {
    me.requireSelf();
    if (me.require().byApiToken()) {
      throw new NotAllowed();
    }
    people.lock(me.id());
    changes
        .findWaiting(me.id())
        .ifPresent(
            change -> {
              changes.lock(change);
              if (change.waits()) {
                change.takeBack(clock.instant());
                audit
                    .entry("administration.taken-back", "person", me.id())
                    .scope(Scope.member(change.toMember()))
                    .write();
              }
            });
  }

  /**
   * Who else wants to come to the Members of the one who asks, the longest waiting first: nobody
   * decides about themselves.
   */
  @Transactional
  public List<Move> waiting() {
    return moves(
        changes.listWaiting(members()).stream()
            .filter(change -> change.personId() != me.id())
            .toList(),
        false);
  }

  /** Who left the Members of the one who asks within a year. */
  @Transactional
  public List<Move> left() {
    return moves(changes.listLeft(members(), clock.instant().minus(LEFT)), true);
  }

  private Set<String> members() {
    me.require();
    Set<String> members =
        me.isAdministrator()
            ? directory.members().stream().map(MemberSummary::code).collect(Collectors.toSet())
            : me.scopes(Role.COORDINATOR, Scope.Kind.MEMBER);
    if (members.isEmpty()) {
      throw new NotAllowed();
    }
    return members;
  }

  private List<Move> moves(List<AdministrationChange> listed, boolean over) {
    Map<Long, PersonSummary> known =
        people.byIds(
            listed.stream().map(AdministrationChange::personId).collect(Collectors.toSet()));
    return listed.stream()
        .map(
            change -> {
              PersonSummary person = known.get(change.personId());
              return new Move(
                  change.id(),
                  person,
                  over ? change.fromMember() : person.memberCode(),
                  change.toMember(),
                  over ? change.decidedAt() : change.createdAt());
            })
        .toList();
  }

  /**
   * Takes somebody into the new administration at once. Their offices of the former one end;
   * whatever they learned and applied for stays with them.
   *
   * @throws NotFound when somebody decided, or the person thought again, meanwhile
   */
  @Transactional
  public void accept(long id) {
    AdministrationChange change = decidable(id);
    Instant now = clock.instant();
    PersonSummary person = people.find(change.personId()).orElseThrow();
    people.changeAdministration(person.id(), change.toMember());
    String from = person.memberCode();
    change.done(from, me.id(), now);
    audit
        .entry("administration.joined", "person", person.id())
        .scope(Scope.member(change.toMember()))
        .change("member", from, change.toMember())
        .write();
    if (from != null && !from.equals(change.toMember())) {
      audit
          .entry("administration.left", "person", person.id())
          .scope(Scope.member(from))
          .change("member", from, change.toMember())
          .write();
      departures.endIn(from, person.id());
    }
    letters.tellAccepted(person, change);
  }

  /**
   * Refuses, with a reason that goes to the person.
   *
   * @throws NotFound when somebody decided, or the person thought again, meanwhile
   */
  @Transactional
  public void refuse(long id, String why) {
    String words = why == null ? "" : why.strip();
    if (words.isEmpty() || words.length() > LONGEST_ANSWER) {
      throw new IllegalArgumentException("a reason has 1 to " + LONGEST_ANSWER + " characters");
    }
    AdministrationChange change = decidable(id);
    change.refuse(words, me.id(), clock.instant());
    audit
        .entry("administration.refused", "person", change.personId())
        .scope(Scope.member(change.toMember()))
        .write();
    letters.tellRefused(people.find(change.personId()).orElseThrow(), change, words);
  }

  /** Nobody decides about themselves. */
  private AdministrationChange decidable(long id) {
    me.require();
    AdministrationChange change =
        changes
            .find(id)
            .filter(found -> me.holds(Role.COORDINATOR, Scope.member(found.toMember())))
            .orElseThrow(() -> new NotFound("change " + id));
    people.lock(change.personId());
    changes.lock(change);
    if (!change.waits() || change.personId() == me.id()) {
      throw new NotFound("change " + id);
    }
    return change;
  }
}
