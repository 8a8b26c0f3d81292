package org.portolan.platform.security;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Who may come to an address at all, as its declaration says: {@code everyone}, {@code person} for
 * anybody with an account, or the roles whose work it is, such as {@code rocb|vice_chair}.
 * Administrators pass every gate. What may be seen and done behind it is for the services to say.
 */
public record Gate(Set<Role> roles, boolean everyone) {
  private static final String EVERYONE = "everyone";
  private static final String PERSON = "person";

  public Gate {
    roles = Set.copyOf(roles);
  }

  /** Reads a declaration; a word that is no role is a mistake of whoever wrote it. */
  public static Gate of(String words) {
    if (words.equals(EVERYONE) || words.equals(PERSON)) {
      return new Gate(Set.of(), words.equals(EVERYONE));
    }
    EnumSet<Role> roles = EnumSet.noneOf(Role.class);
    Arrays.stream(words.split("\\|"))
        .forEach(word -> roles.add(Role.valueOf(word.toUpperCase(Locale.ROOT))));
    return new Gate(roles, false);
  }

  /**
   * Lets somebody pass or says why not.
   *
   * @throws NotSignedIn where a visitor would have to say who they are
   * @throws NotAllowed where it is not the work of this person
   */
  public void check(CurrentPerson me) {
    if (everyone) {
      return;
    }
    me.require();
    if (!roles.isEmpty() && roles.stream().noneMatch(role -> me.holdsAny(role.code()))) {
      throw new NotAllowed();
    }
  }
}
