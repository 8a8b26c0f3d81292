package org.portolan.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.portolan.people.EmailAddress;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.audit.Deed;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.security.Token;

/**
 * What is answered to a change of address, each answer in a transaction of its own; the second
 * agreement carries it out. The person is locked before the change, here as elsewhere.
 */
@ApplicationScoped
class AddressAgreement {
  @Inject private AddressChangeRepository changes;
  @Inject private AddressLetters letters;
  @Inject private AccessRepository accounts;
  @Inject private WaysIn waysIn;
  @Inject private People people;
  @Inject private AuditTrail audit;
  @Inject private CurrentPerson me;
  @Inject private Clock clock;

  @Transactional
  AddressAnswer agree(String token) {
    String hash = Token.sha256(token);
    Optional<AddressChange> open = lock(changes.findByToken(hash));
    if (open.isEmpty()) {
      return AddressAnswer.GONE;
    }
    AddressChange change = open.get();
    if (change.isOfFormer(hash)) {
      change.formerAgrees(clock.instant());
      tell("address.agreed-former", change.personId()).write();
    } else if (change.isOfNew(hash)) {
      change.newAgrees(clock.instant());
      tell("address.agreed-new", change.personId()).write();
    } else {
      // the same link was used while this one waited
      return AddressAnswer.GONE;
    }
    return carryOut(change);
  }

  /** Only the owner of the former address refuses; a stranger at the new one just does nothing. */
  @Transactional
  AddressAnswer refuse(String token) {
    String hash = Token.sha256(token);
    Optional<AddressChange> open =
        lock(changes.findByToken(hash)).filter(change -> change.isOfFormer(hash));
    if (open.isEmpty()) {
      return AddressAnswer.GONE;
    }
    long person = open.get().personId();
    open.get().refuse(clock.instant());
    letters.takeBack(open.get());
    // whoever asked sits in one of them, and may have made tokens there
    waysIn.endSignIns(person);
    waysIn.endTokens(person);
    tell("address.refused", person).write();
    return AddressAnswer.REFUSED;
  }

  @Transactional
  AddressAnswer agreeInPlace(long id) {
    Optional<AddressChange> open =
        changes
            .find(id)
            .filter(change -> mayAgreeInPlace(change.personId()))
            .flatMap(change -> lock(Optional.of(change)))
            .filter(change -> change.newHasAgreed() && !change.formerHasAgreed());
    if (open.isEmpty()) {
      return AddressAnswer.GONE;
    }
    AddressChange change = open.get();
    change.agreeInPlaceOfFormer(me.id(), clock.instant());
    tell("address.agreed-in-place", change.personId()).write();
    return carryOut(change);
  }

  /** Whoever decides for the Member of a person may, but nobody for themselves. */
  boolean mayAgreeInPlace(long person) {
    return person != me.id()
        && (me.isAdministrator()
            || people
                .find(person)
                .map(PersonSummary::memberCode)
                .filter(member -> me.holds(Role.COORDINATOR, Scope.member(member)))
                .isPresent());
  }

  private Optional<AddressChange> lock(Optional<AddressChange> found) {
    found.ifPresent(
        change -> {
          people.lock(change.personId());
          changes.lock(change);
        });
    return found.filter(change -> change.openAt(clock.instant()));
  }

  private AddressAnswer carryOut(AddressChange change) {
    if (!change.bothHaveAgreed()) {
      return AddressAnswer.AGREED;
    }
    Instant now = clock.instant();
    PersonSummary person = people.find(change.personId()).orElseThrow();
    if (people.holderOf(change.wished()).filter(holder -> holder.id() != person.id()).isPresent()
        || !new EmailAddress(person.email()).equals(change.former())) {
      change.becomeVoid(now);
      return AddressAnswer.GONE;
    }
    people.changeAddress(person.id(), change.wished());
    change.done(now);
    accounts.endRecoveries(person.id());
    waysIn.endSignIns(person.id());
    tell("address.changed", person.id())
        .personal(person.id(), "email", person.email(), change.wished().text())
        .write();
    letters.tellBoth(person, change.wished(), change.former());
    return AddressAnswer.CHANGED;
  }

  private Deed tell(String action, long person) {
    Deed deed = audit.entry(action, "person", person);
    people
        .find(person)
        .map(PersonSummary::memberCode)
        .ifPresent(member -> deed.scope(Scope.member(member)));
    return deed;
  }
}
