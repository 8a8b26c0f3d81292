package org.portolan.region;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.portolan.platform.exchange.SheetEdit;

/** Bodies in files: of all regions for the Secretariat, of its own for a regional office. */
@ApplicationScoped
class BodiesSheet extends ReferenceSheet<Body> {
  private static final String KIND = "kind";

  BodiesSheet() {
    super(ReferenceKind.BODY, Body.class, columns(ReferenceKind.BODY));
  }

  @Override
  public String kind() {
    return "bodies";
  }

  @Override
  public boolean open() {
    return everything() || !regions().isEmpty();
  }

  @Override
  public boolean within(List<String> cells) {
    return everything() || regions().contains(cells.get(place(REGION)));
  }

  @Override
  void checkMore(SheetEdit edit) {
    if (!edit.isNew() && edit.changes(KIND)) {
      // sessions are held at a centre, which cannot become an office
      edit.refuse(KIND, "region.problem.fixed");
    }
    if (edit.isNew() && !edit.after(CODE).matches("[A-Z0-9][A-Z0-9-]{1,29}")) {
      edit.refuse(CODE, "region.problem.code");
    }
  }

  @Override
  Body make(String code) {
    return new Body(code);
  }

  @Override
  String item(List<String> cells) {
    return BodyKind.RTC.code().equals(cells.get(place(KIND))) ? "centre" : "body";
  }
}
