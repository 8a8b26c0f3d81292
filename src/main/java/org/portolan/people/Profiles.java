package org.portolan.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.audit.Deed;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;
import org.portolan.region.Directory;
import org.portolan.region.MemberSummary;

/** What people say about themselves; everybody reads and changes their own and no other. */
@ApplicationScoped
public class Profiles {
  private static final String UTC = "UTC";

  @Inject private PersonRepository persons;
  @Inject private Directory directory;
  @Inject private AuditTrail audit;
  @Inject private CurrentPerson me;
  @Inject private Clock clock;

  @Transactional
  public ProfileEdit mine() {
    me.requireSelf();
    Person person = person();
    return profile(person.id()).of(person);
  }

  /**
   * Keeps it, if nothing is wrong with it.
   *
   * @return kinds of trouble by field; empty when it was kept
   * @throws ChangedMeanwhile when another version was shown than is kept
   */
  @Transactional
  public Map<String, String> save(ProfileEdit edit) {
    me.requireSelf();
    if (me.require().byApiToken()) {
      throw new NotAllowed();
    }
    Map<String, String> problems =
        edit.problems(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    if (!problems.isEmpty()) {
      return problems;
    }
    persons.lock(me.id());
    Person person = person();
    Profile profile = profile(person.id());
    if (profile.version() != edit.version()) {
      throw new ChangedMeanwhile();
    }
    ProfileEdit before = profile.of(person);
    person.change(edit.given(), edit.family(), edit.post(), edit.language());
    profile.change(edit);
    persons.keep(profile);
    record(person, before, edit);
    return Map.of();
  }

  /** What people say of their posts and languages, in one statement. For rules. */
  @Transactional
  public Map<Long, PostAndLanguages> postsAndLanguages(Collection<Long> ids) {
    return ids.isEmpty()
        ? Map.of()
        : persons.listProfiles(ids).stream()
            .collect(Collectors.toMap(Profile::personId, Profile::postAndLanguages));
  }

  /** Whom a person names as their supervisor; either may be empty. */
  @Transactional
  public SupervisorNamed supervisorOf(long personId) {
    Profile profile = profile(personId);
    return new SupervisorNamed(profile.supervisorName(), profile.supervisorEmail());
  }

  private void record(Person person, ProfileEdit before, ProfileEdit after) {
    long id = person.id();
    Deed deed =
        audit
            .entry("profile.changed", "person", id)
            .personal(id, "given", before.given(), after.given())
            .personal(id, "family", before.family(), after.family())
            .personal(id, "post", before.post(), after.post())
            .personal(id, "grade", before.grade(), after.grade())
            .personal(id, "language", before.language(), after.language())
            .personal(id, "service", before.inServiceSince(), after.inServiceSince())
            .personal(id, "since", before.inPostSince(), after.inPostSince())
            .personal(id, "levels", before.levelsText(), after.levelsText())
            .personal(id, "supervisor", before.supervisorName(), after.supervisorName())
            .personal(id, "supervisor_email", before.supervisorEmail(), after.supervisorEmail())
            .personal(id, "gender", before.gender(), after.gender())
            .personal(id, "zone", before.zone(), after.zone())
            .personal(id, "needs", before.accessibility(), after.accessibility())
            .personal(id, "name_public", before.namePublic(), after.namePublic())
            .personal(id, "findable", before.findable(), after.findable());
    if (person.summary().memberCode() != null) {
      deed.scope(Scope.member(person.summary().memberCode()));
    }
    if (deed.changesAnything()) {
      deed.write();
    }
  }

  /** The zone in which the person who asks reads times: their own, else their administration's. */
  @Transactional
  public String zone() {
    String own = persons.findProfile(me.id()).map(Profile::zone).orElse("");
    return own.isEmpty() ? administrationZone() : own;
  }

  /** The zone of their administration, which counts where they choose none. */
  @Transactional
  public String administrationZone() {
    return Optional.ofNullable(person().summary().memberCode())
        .flatMap(directory::findMember)
        .map(MemberSummary::zone)
        .orElse(UTC);
  }

  /** What somebody says about themselves; asked for by those entitled. */
  @Transactional
  public ProfileEdit of(long id) {
    return profile(id).of(persons.find(id).orElseThrow(() -> new NotFound("person")));
  }

  /** Those of these people who agreed that their name is shown to everybody. */
  @Transactional
  public Set<Long> named(Collection<Long> ids) {
    return ids.isEmpty() ? Set.of() : Set.copyOf(persons.listPublic(ids));
  }

  /** The zones that these people choose for themselves; the others are left out. */
  @Transactional
  public Map<Long, String> zones(Collection<Long> ids) {
    return ids.isEmpty() ? Map.of() : persons.zones(ids);
  }

  private Person person() {
    return persons.find(me.id()).orElseThrow(() -> new NotFound("person"));
  }

  private Profile profile(long id) {
    return persons.findProfile(id).orElseGet(() -> new Profile(id));
  }
}
