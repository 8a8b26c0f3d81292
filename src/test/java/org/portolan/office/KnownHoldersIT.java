package org.portolan.office;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.portolan.container.Scenario;
import org.portolan.container.Statements;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.region.Directory;
import org.portolan.region.MemberSummary;
import org.portolan.region.OfficeHolders;

/** What everybody may read of mandates, on the demo world. */
@ArquillianTest
class KnownHoldersIT {
  private static final Scope CENTRE = Scope.centre("DEMO-RTC-XS1");

  private static final String DIRECTOR =
      "SELECT m.person_id FROM mandate m WHERE m.office = 'centre_director' AND m.scope_code ="
          + " 'DEMO-RTC-XS1' AND m.deputy_for IS NULL AND m.ends_at > UTC_TIMESTAMP(6)";

  @Inject private Scenario scenario;
  @Inject private OfficeHolders holders;
  @Inject private Directory directory;

  @Test
  void everybodyMayReadThatAnOfficeIsHeld() {
    Map<Scope, List<OfficeHolders.Holder>> found =
        holders.current(Set.of(CENTRE, Scope.region("WCA"), Scope.centre("RTC-CN")));
    assertThat(found.get(CENTRE))
        .isNotEmpty()
        .allMatch(holder -> holder.role() == Role.CENTRE)
        .extracting(OfficeHolders.Holder::office)
        .contains("centre_director");
    assertThat(found.get(Scope.region("WCA")))
        .extracting(holder -> Office.of(holder.office()))
        .isSorted()
        .startsWith(Office.ROCB_DIRECTOR)
        .endsWith(Office.EDITOR);
    assertThat(found).containsKey(Scope.region("WCA")).doesNotContainKey(Scope.centre("RTC-CN"));
  }

  @Test
  void aNameIsForThoseWhoAgreed() {
    scenario.sql("DELETE FROM profile WHERE person_id IN (" + DIRECTOR + ")");
    assertThat(director().name()).isNull();
    scenario.sql(
        "INSERT INTO profile (person_id, grade, languages, supervisor_name, supervisor_email,"
            + " gender, zone, accessibility, name_public, version)"
            + " SELECT person_id, '', '', '', '', '', '', '', TRUE, 0 FROM mandate WHERE person_id"
            + " IN ("
            + DIRECTOR
            + ") LIMIT 1");
    try {
      assertThat(director().name()).isNotBlank();
    } finally {
      scenario.sql("DELETE FROM profile WHERE person_id IN (" + DIRECTOR + ")");
    }
  }

  private OfficeHolders.Holder director() {
    return holders.current(Set.of(CENTRE)).get(CENTRE).stream()
        .filter(holder -> holder.office().equals("centre_director") && !holder.deputy())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsOverIsNotCurrent() {
    Set<Scope> all =
        directory.members().stream()
            .map(member -> Scope.member(member.code()))
            .collect(Collectors.toSet());
    Map<Scope, List<OfficeHolders.Holder>> past = holders.past(all);
    assertThat(past).isNotEmpty();
    Map<Scope, List<OfficeHolders.Holder>> current = holders.current(all);
    past.forEach(
        (scope, ended) -> {
          assertThat(ended).allMatch(holder -> holder.until() != null);
          assertThat(current.getOrDefault(scope, List.of())).doesNotContainAnyElementsOf(ended);
        });
  }

  @Test
  void aMemberWithoutACoordinatorFallsToTheApproverOfItsRegion() {
    Set<String> members =
        directory.members().stream().map(MemberSummary::code).collect(Collectors.toSet());
    Map<String, OfficeHolders.Approvers> found = holders.approvers(members);
    assertThat(found.get("XS").fallback()).isFalse();
    assertThat(found.get("XS").holders())
        .isNotEmpty()
        .allMatch(holder -> holder.office().equals("coordinator"));
    assertThat(found.values())
        .filteredOn(OfficeHolders.Approvers::fallback)
        .isNotEmpty()
        .allSatisfy(
            approvers ->
                assertThat(approvers.holders())
                    .isNotEmpty()
                    .allMatch(holder -> holder.office().equals("fallback_approver")));
  }

  @Test
  void manyMembersCostAsManyStatementsAsOne() throws Exception {
    Set<String> members =
        directory.members().stream().map(MemberSummary::code).collect(Collectors.toSet());
    Set<Scope> scopes = members.stream().map(Scope::member).collect(Collectors.toSet());
    assertThat(Statements.of(() -> holders.current(scopes))).hasSizeBetween(1, 3);
    assertThat(Statements.of(() -> holders.approvers(members))).hasSizeBetween(2, 6);
  }
}
