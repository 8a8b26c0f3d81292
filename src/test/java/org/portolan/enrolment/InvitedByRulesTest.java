package org.portolan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portolan.enrolment.Samples.START;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portolan.region.MemberSummary;
import org.portolan.seat.SeatRules;

class InvitedByRulesTest {
  private static final List<MemberSummary> MEMBERS =
      List.of(member("XS", "WCA", "011"), member("XN", "EUR", null), member("XQ", "EUR", "154"));

  private static MemberSummary member(String code, String region, String subregion) {
    return new MemberSummary(code, region, null, "UTC", "fr", "Town", null, true, subregion, false);
  }

  private static Set<String> invited(String... rules) {
    return InvitedByRules.invited(
        SeatRules.of(SeatRules.plain(20, START).text() + " " + String.join(" ", rules)), MEMBERS);
  }

  @Test
  void aQuotaInvitesAMemberARegionOrASubregion() {
    assertThat(invited("quota=member:XS:3")).containsOnly("XS");
    assertThat(invited("quota=region:EUR:3")).containsOnly("XN", "XQ");
    assertThat(invited("quota=subregion:154:3")).containsOnly("XQ");
  }

  @Test
  void aQuotaOfNoneInvitesNobody() {
    assertThat(invited("quota=member:XS:0", "quota=member:XN:1")).containsOnly("XN");
  }

  @Test
  void soDoSeatsThatAreHeld() {
    assertThat(invited("hold=member:XQ:2@" + START)).containsOnly("XQ");
    assertThat(invited("quota=gender:female:3")).isEmpty();
  }
}
