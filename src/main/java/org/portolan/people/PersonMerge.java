package org.portolan.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.audit.Deed;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.mail.Letter;
import org.portolan.platform.mail.Outbox;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.NotFound;

/**
 * Makes one account of two that the same person has, in one transaction: all parts or none. It is
 * not undone but by hand, so whoever does it shows who they are.
 */
@ApplicationScoped
public class PersonMerge {
  @Inject private PersonRepository persons;
  @Inject private ErasureRepository requests;
  @Inject private PersonFinding finding;
  @Inject private PeoplePermissions permissions;
  @Inject private @Any Instance<MovesPerson> parts;
  @Inject private Outbox outbox;
  @Inject private AuditTrail audit;
  @Inject private CurrentPerson me;
  @Inject private Clock clock;

  /** Whether the person who asks may merge accounts of this one's administration. */
  public boolean may(PersonSummary person) {
    return me.isSignedIn()
        && !me.isActing()
        && !me.require().byApiToken()
        && permissions.merges(person.memberCode());
  }

  /** Accounts of the same administration that may be of the same person, the surest first. */
  @Transactional
  public List<Lookalike> lookalikes(long id) {
    PersonSummary person = permitted(id);
    if (person.memberCode() == null) {
      return List.of();
    }
    List<PersonSummary> others =
        persons.listByMembers(List.of(person.memberCode())).stream()
            .map(Person::summary)
            .filter(other -> other.id() != id)
            .toList();
    return new Lookalikes(others).of(person.name(), new EmailAddress(person.email()));
  }

  /** The account of an address, or of a code, with which another may be merged. */
  @Transactional
  public PersonSummary find(String addressOrCode) {
    String typed = addressOrCode == null ? "" : addressOrCode.strip();
    Person found =
        EmailAddress.typed(typed)
            .flatMap(email -> persons.findByEmail(email.text()))
            .or(() -> persons.listByCodes(List.of(typed)).stream().findFirst())
            .orElseThrow(() -> new NotFound("person"));
    return permitted(found.id());
  }

  /** What stands against it; empty when it can be done. */
  @Transactional
  public List<MergeConflict> conflicts(long stays, long goes) {
    permitted(stays);
    permitted(goes);
    return against(stays, goes);
  }

  /**
   * Merges: what the one that goes has and did is from now on the other's, and nobody signs in as
   * it any more.
   *
   * @throws MergeRefused when something stands against it
   */
  @Transactional
  public void merge(long stays, long goes) {
    me.requireRecentProof();
    // in one order, so that a merge the other way round waits and then finds this one done
    persons.lock(Math.min(stays, goes));
    persons.lock(Math.max(stays, goes));
    permitted(stays);
    permitted(goes);
    List<MergeConflict> conflicts = against(stays, goes);
    if (!conflicts.isEmpty()) {
      throw new MergeRefused(conflicts);
    }
    Person survivor = persons.find(stays).orElseThrow();
    Person other = persons.find(goes).orElseThrow();
    PersonSummary before = other.summary();
    parts.forEach(part -> part.move(stays, goes));
    persons.listMergedInto(goes).forEach(earlier -> earlier.mergeInto(stays, clock.instant()));
    other.mergeInto(stays, clock.instant());
    tell("person.merged", before.memberCode(), goes)
        .change("into", null, stays)
        .personal(goes, "email", before.email(), null)
        .write();
    tell("person.took-over", survivor.summary().memberCode(), stays)
        .change("merged", null, goes)
        .write();
    write(survivor.summary(), survivor.summary().email());
    write(survivor.summary(), before.email());
  }

  /** What merges made of an account, in one statement; asked for by those entitled. */
  @Transactional
  public MergedAccounts of(long person) {
    Long into = null;
    List<Long> earlier = new ArrayList<>();
    for (Person each : persons.listMerged(person)) {
      if (each.id() == person) {
        into = each.mergedInto();
      } else {
        earlier.add(each.id());
      }
    }
    return new MergedAccounts(into, earlier);
  }

  private PersonSummary permitted(long id) {
    PersonSummary person = finding.get(id);
    if (!may(person)) {
      throw new NotAllowed();
    }
    return person;
  }

  private List<MergeConflict> against(long stays, long goes) {
    if (stays == goes) {
      return List.of(MergeConflict.of("same"));
    }
    List<MergeConflict> conflicts = new ArrayList<>();
    for (long id : List.of(stays, goes)) {
      Person person =
          persons.find(id).filter(found -> !found.erased()).orElseThrow(NotAllowed::new);
      if (person.merged()) {
        return List.of(MergeConflict.of("merged"));
      }
      if (id == me.id()) {
        conflicts.add(MergeConflict.of("self"));
      }
      if (!requests.listAsked(id).isEmpty()) {
        conflicts.add(MergeConflict.of("erasure"));
      }
    }
    parts.forEach(part -> conflicts.addAll(part.conflicts(stays, goes)));
    return List.copyOf(conflicts);
  }

  private Deed tell(String action, String member, long id) {
    Deed deed = audit.entry(action, "person", id);
    return member == null ? deed : deed.scope(Scope.member(member));
  }

  /** Says nothing of the other address: whoever reads it may be somebody else after all. */
  private void write(PersonSummary survivor, String address) {
    if (!Letter.reachable(address)) {
      return;
    }
    boolean own = address.equals(survivor.email());
    outbox.post(
        Letter.of(
                "people.letter.merged",
                address,
                Language.of(survivor.language()).orElse(Language.EN))
            .person(survivor.id())
            .greeting(survivor.name())
            .paragraph("people.letter.merged.body")
            .paragraph(own ? "people.letter.merged.stays" : "people.letter.merged.goes")
            .paragraph("people.letter.merged.wrong"));
  }
}
