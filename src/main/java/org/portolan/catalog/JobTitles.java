package org.portolan.catalog;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.portolan.competency.ProfileSummary;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.likeness.WordSet;

/** Which job profile a post is called like, in whatever language somebody wrote it. */
record JobTitles(Collection<ProfileSummary> profiles) {
  /** Below, a post and a job profile are called differently. */
  private static final double CALLED_ALIKE = 0.6;

  Optional<ProfileSummary> calledLike(String post) {
    WordSet called = WordSet.shingles(post);
    return profiles.stream()
        .filter(profile -> likeness(profile, called) >= CALLED_ALIKE)
        .max(Comparator.comparingDouble(profile -> likeness(profile, called)));
  }

  private static double likeness(ProfileSummary profile, WordSet called) {
    return Arrays.stream(Language.values())
        .mapToDouble(language -> WordSet.shingles(profile.name().in(language)).likeness(called))
        .max()
        .orElse(0);
  }
}
