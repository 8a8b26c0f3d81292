package org.portolan.region;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Grant;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.SignedIn;

/**
 * To which regions and Members somebody belongs. Officers belong to their Member and its region;
 * who holds an office for a region, a Member or a training centre belongs to that; of a region's
 * offices those that write and coordinate for its Members belong to each of them. Donors belong to
 * none.
 */
@ApplicationScoped
public class Belonging {
  private static final Set<Role> FOR_ALL_MEMBERS = EnumSet.of(Role.EDITOR, Role.ROCB);

  @Inject private Directory directory;
  @Inject private CurrentPerson me;

  Belonging() {}

  Belonging(Directory directory) {
    this.directory = directory;
  }

  /** Of whoever asks in this request. */
  public Reach mine() {
    return me.isSignedIn() ? of(me.require()) : Reach.NONE;
  }

  /**
   * The terms of the index that whoever asks may see: by their offices and by where they belong.
   */
  public Set<String> visibility() {
    return me.isSignedIn() ? visibility(me.require()) : me.visibility();
  }

  /** The same of somebody who does not ask now. */
  public Set<String> visibility(SignedIn person) {
    Set<String> terms = new TreeSet<>(person.visibility());
    terms.addAll(of(person).terms());
    return terms;
  }

  public Reach of(SignedIn person) {
    Set<String> regions = new HashSet<>();
    Set<String> members = new HashSet<>();
    boolean everywhere = false;
    member(person.memberCode(), regions, members);
    for (Grant grant : person.grants()) {
      String code = grant.scope().code();
      switch (grant.scope().kind()) {
        case PLATFORM -> everywhere = true;
        case REGION -> {
          regions.add(code);
          if (FOR_ALL_MEMBERS.contains(grant.role())) {
            directory.members().stream()
                .filter(each -> each.regionCode().equals(code))
                .forEach(each -> members.add(each.code()));
          }
        }
        case MEMBER -> member(code, regions, members);
        case CENTRE ->
            directory.findBody(code).map(BodySummary::regionCode).ifPresent(regions::add);
        default -> {
          // a laboratory or a donor is for nobody in particular
        }
      }
    }
    return new Reach(everywhere, regions, members);
  }

  private void member(String code, Set<String> regions, Set<String> members) {
    if (code != null) {
      members.add(code);
      directory.findMember(code).map(MemberSummary::regionCode).ifPresent(regions::add);
    }
  }
}
