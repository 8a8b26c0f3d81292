package org.portolan.seat;

import java.util.Arrays;
import java.util.Locale;

/**
 * People of whom the rules of a session speak: officers of a Member, of a region or a sub-region,
 * of a gender, of least developed countries. Written {@code member:XS}.
 *
 * @param code of the group, or {@link #EACH} where a rule speaks of every group of that kind
 */
public record Group(Kind kind, String code) implements Comparable<Group> {
  public static final String EACH = "*";

  /** Officers of least developed countries: there are no others of that kind. */
  public static final Group LEAST_DEVELOPED = new Group(Kind.LEAST_DEVELOPED, "yes");

  public Group {
    if (!code.equals(EACH) && !code.matches("[A-Za-z0-9]{1,12}")) {
      throw new IllegalArgumentException("no group has the code " + code);
    }
  }

  /** By what people are grouped. */
  public enum Kind {
    MEMBER,
    REGION,
    SUBREGION,
    GENDER,
    LEAST_DEVELOPED;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Kind of(String code) {
      return Arrays.stream(values())
          .filter(kind -> kind.code().equals(code))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no kind of group is called " + code));
    }
  }

  public static Group of(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("no group: " + text);
    }
    return new Group(Kind.of(text.substring(0, colon)), text.substring(colon + 1));
  }

  /** Whether it stands for every group of its kind. */
  public boolean each() {
    return code.equals(EACH);
  }

  public String text() {
    return kind.code() + ':' + code;
  }

  @Override
  public int compareTo(Group other) {
    return text().compareTo(other.text());
  }
}
