package org.portolan.people;

import java.time.LocalDate;
import java.util.Map;

/**
 * What somebody says of their post and their languages, for rules.
 *
 * @param inPostSince or null where they do not say
 * @param levels how well they know a language, by its code
 */
public record PostAndLanguages(LocalDate inPostSince, Map<String, String> levels) {
  public static final PostAndLanguages UNSAID = new PostAndLanguages(null, Map.of());
}
