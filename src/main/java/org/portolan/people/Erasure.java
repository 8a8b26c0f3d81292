package org.portolan.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.audit.Deed;
import org.portolan.platform.audit.PersonKeys;
import org.portolan.platform.search.Changes;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.NotFound;

/**
 * Takes a person out of everything, in one transaction: all parts or none. Who may ask for that is
 * for {@link Erasures} to say.
 */
@ApplicationScoped
class Erasure {
  @Inject private PersonRepository persons;
  @Inject private ErasureRepository requests;
  @Inject @Any private Instance<PersonalData> parts;
  @Inject private PersonKeys keys;
  @Inject private Changes changes;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;
  @Inject private Event<ErasedPerson> done;

  /** What stands against it, the first that there is. */
  Optional<String> hindrance(long personId) {
    return parts.stream().flatMap(part -> part.hindrance(personId).stream()).sorted().findFirst();
  }

  /** A mailbox that was theirs may be that of another by now, whose letters stay. */
  private List<String> addresses(Person person) {
    Set<String> others = new TreeSet<>();
    parts.forEach(part -> others.addAll(part.addresses(person.id())));
    if (!others.isEmpty()) {
      others.removeAll(
          persons.listByEmails(others).stream().map(each -> each.email().text()).toList());
    }
    others.add(person.email().text());
    return List.copyOf(others);
  }

  /**
   * @param reason why somebody else does it, or null
   * @param by who gave the reason; null where nobody did
   * @throws ErasureRefused when something stands against it
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void of(long personId, String reason, Long by) {
    persons.lock(personId);
    Person person =
        persons
            .find(personId)
            .filter(found -> !found.erased())
            .orElseThrow(() -> new NotFound("person"));
    hindrance(personId)
        .ifPresent(
            hindrance -> {
              throw new ErasureRefused(hindrance);
            });
    PersonSummary known = person.summary();
    ErasedPerson erased =
        new ErasedPerson(
            personId,
            known.email(),
            addresses(person),
            known.code(),
            person.givenName(),
            person.familyName());
    String member = known.memberCode();
    Deed deed = audit.entry("person.erased", "person", personId);
    if (by != null) {
      // it may name the person: it is readable as long as the one who gave it is known
      deed.personal(by, "reason", null, reason);
    }
    if (member != null) {
      deed.scope(Scope.member(member));
    }
    deed.write();
    requests.listAsked(personId).forEach(request -> request.done(clock.instant()));
    requests.flush();
    List<Person> merged = persons.listMergedInto(personId);
    merged.forEach(each -> parts.forEach(part -> part.erase(asKnown(each))));
    parts.forEach(part -> part.erase(erased));
    // after everything that may still tell the trail of them
    merged.forEach(each -> keys.destroy(each.id()));
    keys.destroy(personId);
    changes.purge();
    done.fire(erased);
  }

  /** An account that was merged, as it was known; its address may be somebody else's by now. */
  private ErasedPerson asKnown(Person merged) {
    boolean free =
        merged.formerEmail() != null && persons.findByEmail(merged.formerEmail()).isEmpty();
    String address = free ? merged.formerEmail() : merged.email().text();
    return new ErasedPerson(
        merged.id(),
        address,
        List.of(address),
        merged.summary().code(),
        merged.givenName(),
        merged.familyName());
  }
}
