package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portolan.region.Directory;
import org.portolan.region.MemberSummary;
import org.portolan.seat.Group;
import org.portolan.seat.Groups;

/** Says to which groups of the rules a person belongs. */
@ApplicationScoped
class Applicants {
  @Inject private Directory directory;

  /**
   * @param memberCode of the person's administration, or null
   * @param gender as the person says, or an empty text
   */
  Groups groups(String memberCode, String gender) {
    return groups(
        memberCode, Optional.ofNullable(memberCode).flatMap(directory::findMember), gender);
  }

  static Groups groups(String memberCode, Optional<MemberSummary> member, String gender) {
    List<Group> groups = new ArrayList<>();
    if (memberCode != null) {
      groups.add(new Group(Group.Kind.MEMBER, memberCode));
    }
    member.ifPresent(known -> groups.addAll(of(known)));
    if (!gender.isEmpty()) {
      groups.add(new Group(Group.Kind.GENDER, gender));
    }
    return Groups.of(groups);
  }

  /** The groups to which everybody of an administration belongs. */
  private static List<Group> of(MemberSummary member) {
    List<Group> groups = new ArrayList<>();
    groups.add(new Group(Group.Kind.REGION, member.regionCode()));
    if (member.subregionCode() != null) {
      groups.add(new Group(Group.Kind.SUBREGION, member.subregionCode()));
    }
    if (member.leastDeveloped()) {
      groups.add(Group.LEAST_DEVELOPED);
    }
    return groups;
  }
}
