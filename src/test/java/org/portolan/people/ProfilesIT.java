package org.portolan.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.portolan.container.Scenario;
import org.portolan.platform.security.NotSignedIn;
import org.portolan.platform.web.ChangedMeanwhile;

/** What people say about themselves. */
@ArquillianTest
class ProfilesIT {
  @Inject private Profiles profiles;
  @Inject private Scenario scenario;

  @Test
  void whatWasSaidIsKeptAndShownAgain() {
    long person = scenario.officer(Scenario.MEMBER);
    scenario.as(person, Scenario.MEMBER);
    assertThat(profiles.save(edit(profiles.mine().version(), "Asia/Tokyo", true))).isEmpty();

    ProfileEdit mine = profiles.mine();
    assertThat(mine.levels()).isEqualTo(Map.of("fr", "B2", "zh", "A1"));
    assertThat(mine.supervisorEmail()).isEqualTo("boss@customs.example");
    assertThat(profiles.zone()).isEqualTo("Asia/Tokyo");
    assertThat(profiles.named(List.of(person, 1L))).containsExactly(person);
    assertThat(
            scenario.number(
                "SELECT COUNT(*) FROM audit_entry WHERE action = 'profile.changed' AND record_id"
                    + " = ?",
                String.valueOf(person)))
        .isEqualTo(1);
  }

  @Test
  void whoChoosesNoZoneReadsInThatOfTheAdministration() {
    scenario.as(scenario.officer(Scenario.MEMBER), Scenario.MEMBER);
    assertThat(profiles.zone())
        .isEqualTo(
            scenario.text("SELECT zone FROM member_state WHERE code = '" + Scenario.MEMBER + "'"));
  }

  @Test
  void anOlderVersionDoesNotOverwriteANewer() {
    scenario.as(scenario.officer(Scenario.MEMBER), Scenario.MEMBER);
    int version = profiles.mine().version();
    profiles.save(edit(version, "", false));
    assertThat(profiles.save(edit(profiles.mine().version(), "Asia/Tokyo", false))).isEmpty();

    assertThatThrownBy(() -> profiles.save(edit(version, "UTC", false)))
        .isInstanceOf(ChangedMeanwhile.class);
    assertThat(profiles.zone()).isEqualTo("Asia/Tokyo");
  }

  @Test
  void whatIsWrongIsNotKept() {
    scenario.as(scenario.officer(Scenario.MEMBER), Scenario.MEMBER);
    assertThat(profiles.save(edit(profiles.mine().version(), "Nowhere", false)))
        .containsOnlyKeys("zone");
    assertThat(profiles.mine().grade()).isEmpty();
  }

  @Test
  void nobodyHasNoProfile() {
    scenario.asNobody();
    assertThatThrownBy(() -> profiles.mine()).isInstanceOf(NotSignedIn.class);
  }

  private static ProfileEdit edit(int version, String zone, boolean named) {
    return new ProfileEdit(
        "Anna",
        "Berg",
        "Inspector",
        "Captain",
        "fr",
        "2010-05-01",
        "2020-01-01",
        Map.of("fr", "B2", "zh", "A1"),
        "The Boss",
        "boss@customs.example",
        "female",
        zone,
        "A ramp",
        named,
        named,
        version);
  }
}
