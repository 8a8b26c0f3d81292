package org.portolan.catalog;

import java.util.Optional;

/**
 * What a course gives: a competency and up to which level, from 1 to 4. Written {@code
 * valuation:2}.
 */
public record GivenCompetency(String code, int level) {

  /** As content and forms write it; nothing where it is not written so. */
  public static Optional<GivenCompetency> of(String written) {
    int colon = written.indexOf(':');
    String level = written.substring(colon + 1);
    return colon > 0 && level.matches("[1-4]")
        ? Optional.of(new GivenCompetency(written.substring(0, colon), Integer.parseInt(level)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return code + ":" + level;
  }
}
