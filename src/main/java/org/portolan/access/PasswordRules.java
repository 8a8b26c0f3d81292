package org.portolan.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a password must be: long, and not what somebody who knows the person, or what people choose
 * most, would try first.
 */
public final class PasswordRules {
  public static final int SHORTEST = 12;
  public static final int LONGEST = 200;
  private static final int FEWEST_DIFFERENT = 5;
  private static final int SHORTEST_PART = 4;
  private static final Set<String> COMMON = common();

  private PasswordRules() {}

  /** What is wrong with it, as the end of a key of a text. */
  public enum Fault {
    SHORT,
    PERSONAL,
    COMMON;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param own what everybody may know of the person: name and address
   */
  public static Optional<Fault> fault(String password, String... own) {
    if (password == null || password.length() < SHORTEST || password.length() > LONGEST) {
      return Optional.of(Fault.SHORT);
    }
    String plain = plain(password);
    if (isPersonal(plain, own)) {
      return Optional.of(Fault.PERSONAL);
    }
    return plain.chars().distinct().count() < FEWEST_DIFFERENT
            || COMMON.contains(plain)
            || COMMON.contains(plain.replaceAll("[0-9\\p{Punct}]+$", ""))
            || isSequence(plain)
        ? Optional.of(Fault.COMMON)
        : Optional.empty();
  }

  /** Nothing is left of it but little, once what is known of the person is taken out. */
  private static boolean isPersonal(String password, String... own) {
    String rest = password;
    for (String known : own) {
      for (String part :
          Arrays.stream((known == null ? "" : plain(known)).split("[^\\p{L}\\p{N}]+"))
              .filter(part -> part.length() >= SHORTEST_PART)
              .toList()) {
        rest = rest.replace(part, "");
      }
    }
    return rest.length() < password.length() && rest.length() < SHORTEST / 2;
  }

  private static boolean isSequence(String password) {
    int steps = 0;
    for (int i = 1; i < password.length(); i++) {
      if (Math.abs(password.charAt(i) - password.charAt(i - 1)) == 1) {
        steps++;
      }
    }
    return steps >= password.length() - 3;
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).strip();
  }

  private static Set<String> common() {
    try (InputStream in = PasswordRules.class.getResourceAsStream("common-passwords.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
