package org.portolan.nomination;

import org.portolan.platform.web.Problem;

/** Why a nomination cannot be kept as it is wished; pages say it in words by its type. */
public class NominationRefused extends Problem {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  NominationRefused(Kind kind) {
    super(kind.status, kind.type, kind.title, null);
    this.kind = kind;
  }

  /** One of several cannot be handed in, for a reason that has a type of its own. */
  NominationRefused(Problem reason, String officer) {
    super(reason.status(), reason.type(), reason.title(), officer);
    this.kind = Kind.ONE_OF_THEM;
  }

  public Kind kind() {
    return kind;
  }

  /** The reasons, with types that stay. */
  public enum Kind {
    UNKNOWN_OFFICER(400, "unknown-officer", "No officer of the administration has this address"),
    WORDS_NEEDED(400, "words-needed", "What makes the officer suitable is needed"),
    LISTED_ALREADY(409, "listed-already", "The officer is on the list already"),
    LIST_FULL(409, "list-full", "The list is full"),
    HANDED_IN(409, "handed-in", "The officer is handed in already"),
    CHANGED(409, "list-changed", "The list was changed meanwhile"),
    NOBODY(400, "nobody-listed", "There is nobody to hand in"),
    REASON_NEEDED(400, "nomination-reason-needed", "A reason is needed"),
    NOT_ALL_ELIGIBLE(409, "not-all-eligible", "Not all officers meet the conditions"),
    TOO_LONG(400, "too-long", "At most 2000 characters can be kept"),
    ONE_OF_THEM(409, "one-of-them", "One of the officers cannot be handed in"),
    HELD_ALREADY(409, "held-already", "The centre holds these seats already"),
    UNNAMED_COUNT(400, "unnamed-count", "Between 1 and 99 seats can be asked for"),
    UNNAMED_DAY(400, "unnamed-day", "The day has to come before the session");

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
