package org.portolan.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.portolan.office.Approvers;
import org.portolan.office.Mandates;
import org.portolan.people.EmailAddress;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.audit.Deed;
import org.portolan.platform.mail.Letter;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.security.Token;

/**
 * Changing the address by which one's account is known. What the asker sees is the same whether or
 * not somebody else has the address they wish for.
 */
@ApplicationScoped
public class AddressChanges {
  /** Changes that one person may ask for within a day. */
  static final int A_DAY = 5;

  @Inject private AddressChangeRepository changes;
  @Inject private AddressAgreement agreement;
  @Inject private AddressLetters letters;
  @Inject private People people;
  @Inject private Mandates mandates;
  @Inject private AuditTrail audit;
  @Inject private CurrentPerson me;
  @Inject private Clock clock;

  /** What came of asking. */
  public enum Asked {
    DONE,
    /** Nothing can be sent there. */
    UNREACHABLE,
    /** It is the address of the account already. */
    SAME,
    /** Another change is open. */
    OPEN,
    TOO_MANY
  }

  /** The open change of the person who asks, if there is one. */
  @Transactional
  public Optional<OwnAddressChange> mine() {
    me.requireSelf();
    return changes
        .findOpen(me.id(), clock.instant())
        .map(
            change ->
                new OwnAddressChange(
                    change.wished().text(),
                    change.newHasAgreed(),
                    change.formerHasAgreed(),
                    change.expiresAt()));
  }

  /** Who may agree where the former address is out of reach. */
  @Transactional
  public List<String> helpers() {
    return people
        .find(me.id())
        .map(PersonSummary::memberCode)
        .map(member -> mandates.approvers(List.of(member)).get(member))
        .map(Approvers::names)
        .orElse(List.of());
  }

  /** Asks both addresses; done twice, it is asked once. */
  @Transactional
  public Asked ask(String typed) {
    me.requireRecentProof();
    String address = typed == null ? "" : typed.strip();
    if (!Letter.reachable(address)) {
      return Asked.UNREACHABLE;
    }
    Instant now = clock.instant();
    EmailAddress wished = new EmailAddress(address);
    people.lock(me.id());
    PersonSummary person = people.find(me.id()).orElseThrow(NotAllowed::new);
    EmailAddress former = new EmailAddress(person.email());
    if (wished.equals(former)) {
      return Asked.SAME;
    }
    Optional<AddressChange> open = changes.findOpen(person.id(), now);
    if (open.isPresent()) {
      return open.get().wished().equals(wished) ? Asked.DONE : Asked.OPEN;
    }
    if (changes.countSince(person.id(), now.minus(Duration.ofDays(1))) >= A_DAY) {
      return Asked.TOO_MANY;
    }
    ask(person, wished, former, now);
    return Asked.DONE;
  }

  private void ask(PersonSummary person, EmailAddress wished, EmailAddress former, Instant now) {
    Optional<PersonSummary> holder =
        people.holderOf(wished).filter(found -> found.id() != person.id());
    Token toNew = Token.random("");
    Token toFormer = Token.random("");
    AddressChange change =
        new AddressChange(
            person.id(),
            wished,
            former,
            holder.isPresent() ? null : toNew.hash(),
            toFormer.hash(),
            now);
    changes.add(change);
    letters.askFormer(person, change, toFormer);
    if (holder.isEmpty()) {
      change.askedNewBy(letters.askNew(person, change, toNew));
    } else if (new EmailAddress(holder.get().email()).equals(wished)) {
      letters.tellHolder(holder.get());
    }
    Deed deed =
        audit
            .entry("address.asked", "person", person.id())
            .personal(person.id(), "email", former.text(), wished.text());
    if (person.memberCode() != null) {
      deed.scope(Scope.member(person.memberCode()));
    }
    deed.write();
  }

  @Transactional
  public void takeBack() {
    me.requireSelf();
    if (me.require().byApiToken()) {
      throw new NotAllowed();
    }
    people.lock(me.id());
    changes
        .findOpen(me.id(), clock.instant())
        .ifPresent(
            change -> {
              changes.lock(change);
              if (change.openAt(clock.instant())) {
                change.takeBack(clock.instant());
                letters.takeBack(change);
                audit.entry("address.taken-back", "person", me.id()).write();
              }
            });
  }

  /** What a link asks; empty when it asks nothing any more. Looking at it changes nothing. */
  @Transactional
  public Optional<AddressQuestion> find(String token) {
    if (token == null) {
      return Optional.empty();
    }
    String hash = Token.sha256(token);
    return changes
        .findByToken(hash)
        .filter(change -> change.openAt(clock.instant()))
        .map(change -> new AddressQuestion(change.wished().text(), change.isOfFormer(hash)));
  }

  public AddressAnswer agree(String token) {
    try {
      return agreement.agree(token);
    } catch (PersistenceException taken) {
      // somebody got the address in the same moment; now it is seen
      return agreement.agree(token);
    }
  }

  public AddressAnswer refuse(String token) {
    return agreement.refuse(token);
  }

  /**
   * Changes that wait for the former address alone, among the people the one who asks has; never
   * their own, about which somebody else decides.
   */
  @Transactional
  public List<WaitingAddressChange> waiting() {
    me.require();
    Set<String> members =
        me.isAdministrator() ? null : me.scopes(Role.COORDINATOR, Scope.Kind.MEMBER);
    if (members != null && members.isEmpty()) {
      throw new NotAllowed();
    }
    List<AddressChange> waiting =
        changes.listWaitingForFormer(clock.instant(), members).stream()
            .filter(change -> change.personId() != me.id())
            .toList();
    Map<Long, PersonSummary> known =
        people.byIds(waiting.stream().map(AddressChange::personId).collect(Collectors.toSet()));
    return waiting.stream()
        .map(
            change ->
                new WaitingAddressChange(
                    change.id(),
                    known.get(change.personId()),
                    change.wished().text(),
                    change.createdAt(),
                    change.expiresAt()))
        .toList();
  }

  /**
   * Agrees in the place of a former address that nobody reads any more. Who does it has made sure
   * who asks, and just showed who they are.
   */
  public AddressAnswer agreeInPlace(long id) {
    me.requireRecentProof();
    try {
      return agreement.agreeInPlace(id);
    } catch (PersistenceException taken) {
      return agreement.agreeInPlace(id);
    }
  }
}
