package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.portolan.region.MemberSummary;

class ApplicantsTest {
  @Test
  void anOfficerBelongsToAllGroupsOfTheirMember() {
    assertThat(groups("XS", member("011", true), "female"))
        .isEqualTo("gender:female least-developed:yes member:XS region:WCA subregion:011");
    assertThat(groups("XS", member(null, false), "")).isEqualTo("member:XS region:WCA");
  }

  @Test
  void whatIsNotKnownIsNoGroup() {
    assertThat(groups("XX", Optional.empty(), "")).isEqualTo("member:XX");
    assertThat(groups(null, Optional.empty(), "male")).isEqualTo("gender:male");
    assertThat(groups(null, Optional.empty(), "")).isEmpty();
  }

  private static String groups(String code, Optional<MemberSummary> member, String gender) {
    return Applicants.groups(code, member, gender).text();
  }

  private static Optional<MemberSummary> member(String subregion, boolean leastDeveloped) {
    return Optional.of(
        new MemberSummary(
            "XS", "WCA", null, "UTC", "fr", "Town", null, true, subregion, leastDeveloped));
  }
}
