package org.portolan.enrolment.web;

import java.util.List;
import java.util.function.Predicate;
import org.portolan.platform.i18n.Language;
import org.portolan.region.Directory;
import org.portolan.seat.Group;

/** Whether there is a group of which the rules of seats are to speak. */
public record KnownGroups(Directory directory) implements Predicate<Group> {
  @Override
  public boolean test(Group group) {
    return switch (group.kind()) {
      case MEMBER -> group.each() || directory.findMember(group.code()).isPresent();
      case REGION -> directory.findRegion(group.code()).isPresent();
      case SUBREGION -> directory.findSubregion(group.code()).isPresent();
      case GENDER -> true;
      case LEAST_DEVELOPED -> group.equals(Group.LEAST_DEVELOPED);
    };
  }

  /** Sub-regions with their codes, which are written into the rules. */
  public List<String> subregions(Language reader) {
    return directory.subregions().entrySet().stream()
        .map(each -> each.getKey() + " " + each.getValue().in(reader))
        .toList();
  }
}
