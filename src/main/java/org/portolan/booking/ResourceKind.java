package org.portolan.booking;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a session may need; the house has a level for what happens where two bookings meet. */
public enum ResourceKind {
  VENUE(ConflictLevel.BLOCK),
  BUILDING(ConflictLevel.BLOCK),
  ROOM(ConflictLevel.BLOCK),
  EQUIPMENT(ConflictLevel.WARN),
  DOG_TEAM(ConflictLevel.BLOCK),
  INTERPRETER(ConflictLevel.WARN),
  TRAINER(ConflictLevel.BLOCK);

  private final ConflictLevel usual;

  ResourceKind(ConflictLevel usual) {
    this.usual = usual;
  }

  /** What happens where nobody said anything else. */
  public ConflictLevel usual() {
    return usual;
  }

  /** Whether people sit in it and it lies in something, or has something in it. */
  public boolean place() {
    return this == VENUE || this == BUILDING || this == ROOM;
  }

  /** Whether it may lie in one of these. */
  boolean liesIn(ResourceKind outer) {
    return outer.place() && outer.ordinal() < ordinal() && place();
  }

  /** Whether there can be several of it behind one name. */
  public boolean countable() {
    return this == EQUIPMENT || this == DOG_TEAM || this == INTERPRETER;
  }

  /** Whether it speaks: an interpreter has pairs of languages, a trainer languages. */
  public boolean speaks() {
    return this == INTERPRETER || this == TRAINER;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind of this code, if there is one. */
  public static Optional<ResourceKind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
