package org.portolan.need;

/**
 * Something missed, as a feature noticed it.
 *
 * @param member null where it is not only one administration that misses it
 * @param theme null where none fits
 * @param language in which the wording is
 * @param times how often it was noticed
 * @param source of the notice, one word: {@code search}
 */
public record NeedSignal(
    NeedKind kind,
    String region,
    String member,
    String theme,
    String language,
    String wording,
    int times,
    String source) {
  static final int LONGEST = 200;

  public NeedSignal {
    wording = wording.strip();
    if (wording.isEmpty() || wording.length() > LONGEST || times < 1) {
      throw new IllegalArgumentException("a need wants a wording and a number");
    }
    member = member == null || member.isEmpty() ? null : member;
    theme = theme == null || theme.isEmpty() ? null : theme;
  }
}
