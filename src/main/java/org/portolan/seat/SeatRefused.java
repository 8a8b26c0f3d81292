package org.portolan.seat;

import org.portolan.platform.web.Problem;

/** Why something cannot be done with the seats of a session now; pages say it by its type. */
public class SeatRefused extends Problem {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  SeatRefused(Kind kind) {
    this(kind, null);
  }

  private SeatRefused(Kind kind, String detail) {
    super(409, kind.type, kind.title, detail);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  static SeatRefused by(Hindrance hindrance) {
    return switch (hindrance.kind()) {
      case FULL -> new SeatRefused(Kind.SESSION_FULL);
      case QUOTA -> new SeatRefused(Kind.QUOTA_FULL, "At most " + counted(hindrance));
      case HELD -> new SeatRefused(Kind.SEATS_HELD, "Held are " + counted(hindrance));
    };
  }

  private static String counted(Hindrance hindrance) {
    return hindrance.number() + " for " + hindrance.group().text();
  }

  /** The reasons; their types are part of the REST interface. */
  public enum Kind {
    SESSION_FULL("session-full", "All seats of this session are taken"),
    QUOTA_FULL("quota-full", "All seats that this group may have are taken"),
    SEATS_HELD("seats-held", "The seats that are left are held for others"),
    QUEUE_FULL("waiting-list-full", "The waiting list of this session is full"),
    ALREADY_DECIDED("already-decided", "This application was decided already"),
    NOT_ON_LIST("not-on-list", "This application is not on the waiting list"),
    OFFER_ENDED("offer-ended", "No seat is offered to this application any more"),
    TAKEN_ALREADY("taken-already", "More seats are taken than these rules would allow"),
    NO_SUCH_RULES("no-such-rules", "No seats can be given by these rules");

    private final String type;
    private final String title;

    Kind(String type, String title) {
      this.type = type;
      this.title = title;
    }

    public String type() {
      return type;
    }
  }
}
