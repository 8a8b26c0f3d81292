package org.portolan.region;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.portolan.platform.exchange.SheetEdit;

/** Members in files. They come with a release, so that a file changes them and makes none. */
@ApplicationScoped
class MembersSheet extends ReferenceSheet<MemberState> {
  MembersSheet() {
    super(ReferenceKind.MEMBER, MemberState.class, columns(ReferenceKind.MEMBER, REGION));
  }

  @Override
  public String kind() {
    return "members";
  }

  @Override
  String extra(MemberState row, String column) {
    return row.summary().regionCode();
  }

  @Override
  public boolean within(List<String> cells) {
    return everything();
  }

  @Override
  void checkMore(SheetEdit edit) {
    if (edit.isNew()) {
      edit.refuse(CODE, "region.problem.release");
    } else if (edit.changes(REGION)) {
      edit.refuse(REGION, "region.problem.fixed");
    }
  }

  @Override
  MemberState make(String code) {
    throw new IllegalStateException("a Member comes with a release");
  }
}
