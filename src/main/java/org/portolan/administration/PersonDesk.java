package org.portolan.administration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.portolan.access.WaysIn;
import org.portolan.office.MandateState;
import org.portolan.office.MandateSummary;
import org.portolan.office.Mandates;
import org.portolan.office.Rights;
import org.portolan.people.MergedAccounts;
import org.portolan.people.People;
import org.portolan.people.PersonFinding;
import org.portolan.people.PersonMerge;
import org.portolan.people.PersonSummary;
import org.portolan.platform.audit.AuditFilter;
import org.portolan.platform.audit.AuditReading;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;

/** What somebody holds and may do, and why, for those who may find them. */
@ApplicationScoped
public class PersonDesk {
  private static final int HISTORY = 50;
  private static final List<MandateState> ORDER =
      List.of(MandateState.HELD, MandateState.READING, MandateState.COMING, MandateState.OVER);

  @Inject private PersonFinding finding;
  @Inject private PersonMerge merge;
  @Inject private People people;
  @Inject private Mandates mandates;
  @Inject private Rights rights;
  @Inject private WaysIn waysIn;
  @Inject private AuditReading trail;
  @Inject private CurrentPerson me;

  @Transactional
  public PersonCard get(long id) {
    PersonSummary person = finding.get(id);
    List<MandateSummary> held = mandates.everHeldBy(id);
    Predicate<Scope> seen = mandates.seen();
    MergedAccounts merged = merge.of(id);
    boolean account = me.holds(Role.SECRETARIAT, Scope.PLATFORM);
    return new PersonCard(
        person,
        rights(id, held, seen),
        held.stream()
            .sorted(Comparator.comparing(mandate -> ORDER.indexOf(mandate.state())))
            .map(mandate -> new HeldMandate(mandate, seen.test(mandate.scope())))
            .toList(),
        account,
        account ? lastSignIn(id) : null,
        account && waysIn.guarded(id),
        me.isAdministrator() ? trail.history("person", Long.toString(id), null, HISTORY) : null,
        merged.into() == null ? null : people.find(merged.into()).orElse(null),
        merged.earlier().stream().map(this::earlier).toList(),
        merged.into() == null && merge.may(person));
  }

  private EarlierAccount earlier(long id) {
    return new EarlierAccount(
        id,
        me.isAdministrator() ? trail.history("person", Long.toString(id), null, HISTORY) : null);
  }

  private List<RightWithReason> rights(
      long person, List<MandateSummary> held, Predicate<Scope> seen) {
    Map<Long, MandateSummary> byId =
        held.stream().collect(Collectors.toMap(MandateSummary::id, Function.identity()));
    return rights.of(person).stream()
        // one that began this instant is told the next time
        .filter(right -> byId.containsKey(right.mandateId()))
        .map(
            right ->
                new RightWithReason(right, byId.get(right.mandateId()), seen.test(right.heldFor())))
        .toList();
  }

  /** From the trail: sign-ins themselves are forgotten when they end. */
  private LocalDate lastSignIn(long person) {
    return trail
        .search(
            new AuditFilter(null, "person", Long.toString(person), "account.signed-in", null, null),
            null,
            1)
        .entries()
        .stream()
        .findFirst()
        .map(entry -> LocalDate.ofInstant(entry.at(), ZoneOffset.UTC))
        .orElse(null);
  }
}
