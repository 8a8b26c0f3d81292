package org.portolan.office;

import java.util.Optional;
import org.portolan.platform.web.Problem;

/** An appointment that the rules do not allow; names the mandate that stands against it. */
public class MandateRefused extends Problem {
  private static final long serialVersionUID = 1L;
  private static final int CONFLICT = 409;

  private final Kind kind;
  private final transient MandateSummary other;

  MandateRefused(Kind kind) {
    this(kind, null);
  }

  MandateRefused(Kind kind, MandateSummary other) {
    super(CONFLICT, kind.type(), kind.title, other == null ? null : other.toString());
    this.kind = kind;
    this.other = other;
  }

  public Kind kind() {
    return kind;
  }

  /** The mandate that stands against it, where one does. */
  public Optional<MandateSummary> other() {
    return Optional.ofNullable(other);
  }

  /** Why. */
  public enum Kind {
    REVERSED("The last day lies before the first"),
    OUT_OF_RANGE("A day lies too far off"),
    ENDS_IN_PAST("It would be over already"),
    BEGINS_IN_PAST("The first day has passed"),
    AFTER_END("The mandate that is handed over ends before"),
    HANDED_ALREADY("It has been handed over already"),
    TAKEN("Somebody else holds this office then"),
    HELD_ALREADY("This person holds this office then"),
    DEPUTY_OF_DEPUTY("A deputy has no deputy"),
    OWN_DEPUTY("Nobody is their own deputy"),
    OUTSIDE_PRINCIPAL("A deputy's days lie within those of the holder"),
    OVER("The mandate is over"),
    STRANGE_SCOPE("This office is not held for such a body"),
    NO_PERSON("There is no account of this address");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    /** The stable word for it. */
    public String type() {
      return "mandate-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }
}
