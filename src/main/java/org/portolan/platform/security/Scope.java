package org.portolan.platform.security;

import java.util.Locale;

/**
 * For what a role is held.
 *
 * @param code of the region, Member or centre; {@code *} for the platform
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

  /** As a visibility term of the index: {@code member:XS}. */
  public String term() {
    return kind.code() + ":" + code;
  }

  /** The kinds of scope, widest first. */
  public enum Kind {
    PLATFORM,
    REGION,
    MEMBER,
    CENTRE;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
