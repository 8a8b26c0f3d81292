package org.portolan.enrolment;

import java.time.LocalDate;
import org.portolan.platform.web.Problem;

/** Why somebody cannot apply, withdraw or decide now; pages say it in words by its type. */
public class EnrolmentRefused extends Problem {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  EnrolmentRefused(Kind kind) {
    super(kind.status, kind.type, kind.title, null);
    this.kind = kind;
  }

  private EnrolmentRefused(String title, String detail) {
    super(Kind.CLOSED.status, Kind.CLOSED.type, title, detail);
    this.kind = Kind.CLOSED;
  }

  /** It was the last day for applications, after which nobody applies or is nominated. */
  static EnrolmentRefused closedOn(LocalDate day) {
    return new EnrolmentRefused("Applications are closed", "Applications closed on " + day);
  }

  public Kind kind() {
    return kind;
  }

  /** The reasons; their types are part of the REST interface. */
  public enum Kind {
    CLOSED(409, "closed", "This session has begun or was cancelled"),
    NOT_ELIGIBLE(403, "not-eligible", "Nobody can decide on this application"),
    OWN(403, "own-application", "Nobody decides on their own application"),
    ALREADY_DECIDED(409, "already-decided", "This application was decided already"),
    NOT_OVER(409, "not-over", "This session is not over yet"),
    SUPERVISOR_NEEDED(400, "supervisor-needed", "Name and address of the supervisor are needed"),
    SUPERVISOR_WRONG(400, "supervisor-wrong", "No letter can be sent to this supervisor"),
    SUPERVISOR_SELF(400, "supervisor-self", "Nobody is their own supervisor"),
    ANOTHER_ADDRESS(409, "another-address", "Another supervisor was named meanwhile"),
    CHANGED(409, "changed", "Something changed meanwhile that has to be seen first"),
    UNCHANGED(400, "unchanged", "Nothing was changed"),
    MORE_STEPS(409, "more-steps", "Others have to agree to this application first"),
    ASKED_AGAIN(409, "asked-again", "Others are asked again about this application first"),
    TOO_OFTEN(429, "too-often", "This application was changed too often within a day"),
    MOTIVATION_NEEDED(400, "motivation-needed", "A motivation is needed"),
    ANOTHER_ADMINISTRATION(
        403, "another-administration", "An administration sends officers of its own only"),
    NOT_SO_MANY(409, "not-so-many", "So many seats cannot be held"),
    PASSED_OVER(400, "passed-over", "Others stand before in the ranking; a reason is needed"),
    REASON_NEEDED(400, "reason-needed", "A reason is needed"),
    TOO_LONG(400, "too-long", "At most 2000 characters can be kept");

    private final int status;
    private final String type;
    private final String title;

    Kind(int status, String type, String title) {
      this.status = status;
      this.type = type;
      this.title = title;
    }

    public String type() {
      return type;
    }
  }
}
