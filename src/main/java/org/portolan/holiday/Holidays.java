package org.portolan.holiday;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;
import org.portolan.region.Directory;
import org.portolan.region.MemberSummary;

/** The public holidays of Members: which fall between two days, and who keeps them. */
@ApplicationScoped
public class Holidays {
  private static final String KIND = "holiday";

  @PersistenceContext private EntityManager entities;
  @Inject private Directory directory;
  @Inject private CurrentPerson me;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /**
   * The holidays of these Members between two days, both counted, by day; in one statement whatever
   * the number of Members.
   */
  @Transactional
  public List<HolidayDay> between(Collection<String> members, LocalDate from, LocalDate to) {
    return members.isEmpty()
        ? List.of()
        : of(members).stream()
            .flatMap(holiday -> holiday.between(from, to).stream())
            .sorted(Comparator.comparing(HolidayDay::day).thenComparing(HolidayDay::memberCode))
            .toList();
  }

  /** Members whose holidays one keeps; an administrator keeps those of all. */
  @Transactional
  public Set<String> myMembers() {
    me.require();
    Set<String> mine =
        me.isAdministrator()
            ? directory.members().stream()
                .map(MemberSummary::code)
                .collect(Collectors.toCollection(TreeSet::new))
            : new TreeSet<>(me.scopes(Role.COORDINATOR, Scope.Kind.MEMBER));
    if (mine.isEmpty()) {
      throw new NotAllowed();
    }
    return mine;
  }

  /** What is kept of a Member, what comes next first. */
  @Transactional
  public List<HolidaySummary> ofMember(String member) {
    own(member);
    LocalDate today = today(member);
    return of(List.of(member)).stream()
        .map(holiday -> holiday.summary(today))
        .sorted(
            Comparator.comparing(
                HolidaySummary::next, Comparator.nullsLast(Comparator.naturalOrder())))
        .toList();
  }

  /**
   * @throws InvalidHoliday when it has no name, or no day can be found by its rule
   */
  @Transactional
  public void add(String member, HolidayEdit edit) {
    own(member);
    PublicHoliday holiday = new PublicHoliday(member, edit);
    entities.persist(holiday);
    entities.flush();
    tell("holiday.added", holiday, null, null, false);
  }

  /**
   * @param version of the holiday as it was shown
   * @throws ChangedMeanwhile when it is no longer that
   */
  @Transactional
  public void change(long id, int version, HolidayEdit edit) {
    PublicHoliday holiday = locked(id, version);
    String name = holiday.nameIn(Language.EN);
    FallsOn rule = holiday.rule();
    boolean expected = holiday.expected();
    holiday.change(edit);
    entities.flush();
    tell("holiday.changed", holiday, name, rule, expected);
  }

  @Transactional
  public void remove(long id, int version) {
    PublicHoliday holiday = locked(id, version);
    holiday.remove();
    entities.flush();
    audit
        .entry("holiday.removed", KIND, id)
        .scope(Scope.member(holiday.memberCode()))
        .change("name", holiday.nameIn(Language.EN), null)
        .write();
  }

  private void tell(
      String action, PublicHoliday holiday, String name, FallsOn rule, boolean expected) {
    audit
        .entry(action, KIND, holiday.id())
        .scope(Scope.member(holiday.memberCode()))
        .change("name", name, holiday.nameIn(Language.EN))
        .change("fallsOn", rule == null ? null : rule.text(), holiday.rule().text())
        .change("expected", expected, holiday.expected())
        .write();
  }

  private PublicHoliday locked(long id, int version) {
    PublicHoliday holiday = entities.find(PublicHoliday.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (holiday == null || !me.holds(Role.COORDINATOR, Scope.member(holiday.memberCode()))) {
      throw new NotFound("holiday " + id);
    }
    if (holiday.removed() || holiday.version() != version) {
      throw new ChangedMeanwhile();
    }
    return holiday;
  }

  private void own(String member) {
    if (directory.findMember(member).isEmpty()) {
      throw new NotFound("Member " + member);
    }
    me.requireRole(Role.COORDINATOR, Scope.member(member));
  }

  private LocalDate today(String member) {
    return directory
        .findMember(member)
        .map(found -> LocalDate.ofInstant(clock.instant(), ZoneId.of(found.zone())))
        .orElseThrow();
  }

  private List<PublicHoliday> of(Collection<String> members) {
    return entities
        .createQuery(
            "select h from PublicHoliday h where h.memberCode in :members and h.removed = false",
            PublicHoliday.class)
        .setParameter("members", members)
        .getResultList();
  }
}
