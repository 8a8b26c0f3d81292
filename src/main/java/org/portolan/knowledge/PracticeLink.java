package org.portolan.knowledge;

import java.util.Objects;
import org.portolan.platform.web.TypedLine;

/**
 * That a practice has to do with something else, as an editor said it.
 *
 * @param target code of a course or a practice, number of a session; empty for a legal text
 * @param name of a legal text; empty for all else, which is called as it calls itself
 * @param reference the place in a legal text, or empty
 * @param address where a legal text can be read, or empty
 */
public record PracticeLink(
    LinkRelation relation,
    LinkKind kind,
    String target,
    String name,
    String reference,
    String address) {

  public PracticeLink {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(relation, "relation");
    target = TypedLine.of(target);
    name = TypedLine.of(name);
    reference = TypedLine.of(reference);
    address = TypedLine.of(address);
  }

  /** To an item of this platform. A relation that it cannot have becomes the first that it can. */
  public static PracticeLink to(LinkKind kind, String target, String relation) {
    return new PracticeLink(LinkRelation.of(relation, kind), kind, target, "", "", "");
  }

  public static PracticeLink toInstrument(String name, String reference, String address) {
    return new PracticeLink(
        LinkRelation.APPLIES, LinkKind.INSTRUMENT, "", name, reference, address);
  }

  public boolean instrument() {
    return kind == LinkKind.INSTRUMENT;
  }

  /** Whether it says nothing, as the row of a form that was left empty. */
  public boolean blank() {
    return target.isEmpty() && name.isEmpty() && reference.isEmpty() && address.isEmpty();
  }

  /** What it leads to in one line: the name of a legal text with its place, else a code. */
  String told() {
    return instrument() ? citation() + (address.isEmpty() ? "" : " <" + address + ">") : target;
  }

  /** A legal text as it is cited. */
  public String citation() {
    return reference.isEmpty() ? name : name + ", " + reference;
  }

  /** Where readers find it, from the root; empty for a legal text. */
  public String path() {
    return switch (kind) {
      case COURSE -> "/catalog/" + target;
      case SESSION -> "/calendar/session/" + target;
      case PRACTICE -> "/knowledge/" + target;
      case INSTRUMENT -> "";
    };
  }
}
