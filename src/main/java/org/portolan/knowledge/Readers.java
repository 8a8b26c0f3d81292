package org.portolan.knowledge;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.portolan.platform.search.SearchDocument;
import org.portolan.platform.security.Scope;
import org.portolan.region.Reach;

/** For whom a published practice is, as its source agreed. Whoever edits it reads it anyway. */
public enum Readers {
  /** Everybody, signed in or not; only these are given away to programs that harvest. */
  ALL,
  /** Who belongs to the region. */
  REGION,
  /** Who belongs to the Member's administration, and the region's offices that work with it. */
  MEMBER;

  static Optional<Readers> of(String code) {
    return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @param member of the practice, or null
   */
  boolean include(Reach reach, String region, String member) {
    return switch (this) {
      case ALL -> true;
      case REGION -> reach.region(region);
      case MEMBER -> reach.member(member);
    };
  }

  /** The same as terms of the index. */
  public Set<String> terms(String region, String member) {
    return switch (this) {
      case ALL -> Set.of(SearchDocument.PUBLIC);
      case REGION -> Reach.termsOf(Scope.region(region));
      case MEMBER -> Reach.termsOf(Scope.member(member));
    };
  }
}
