package org.portolan.platform.security;

import java.util.Locale;

/**
 * For what an office and its role are held.
 *
 * @param code of the region, Member, centre or other body; {@code *} for the platform
 */
public record Scope(Kind kind, String code) {
  public static final Scope PLATFORM = new Scope(Kind.PLATFORM, "*");

  public static Scope region(String code) {
    return new Scope(Kind.REGION, code);
  }

  public static Scope member(String code) {
    return new Scope(Kind.MEMBER, code);
  }

  public static Scope centre(String code) {
    return new Scope(Kind.CENTRE, code);
  }

  /** A body that is no training centre: a donor, a laboratory and the like. */
  public static Scope body(String code) {
    return new Scope(Kind.BODY, code);
  }

  /** As a visibility term of the index: {@code member:XS}. */
  public String term() {
    return kind.code() + ":" + code;
  }

  /** The kinds of scope, widest first. */
  public enum Kind {
    PLATFORM,
    REGION,
    MEMBER,
    CENTRE,
    BODY;

    public static Kind of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
