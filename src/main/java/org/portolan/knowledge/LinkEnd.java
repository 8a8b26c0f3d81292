package org.portolan.knowledge;

import jakarta.persistence.Embeddable;
import java.util.Objects;

/** The other end of a link, by which the practices on it are found. */
@Embeddable
class LinkEnd {
  private String kind;
  private String target;

  protected LinkEnd() {}

  LinkEnd(PracticeLink link) {
    kind = link.kind().code();
    target = link.target();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LinkEnd end && kind.equals(end.kind) && target.equals(end.target);
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, target);
  }
}
