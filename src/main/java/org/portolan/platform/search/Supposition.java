package org.portolan.platform.search;

import java.util.List;

/**
 * What a question may be about, told by its words together: how long lorries wait at the border is
 * about the time release study.
 *
 * @param likelihood above 0 and at most 1
 * @param wordings what that is called, in all languages
 */
public record Supposition(float likelihood, List<Wording> wordings) {
  public Supposition {
    wordings = List.copyOf(wordings);
    if (!(likelihood > 0 && likelihood <= 1)) {
      throw new IllegalArgumentException("likelihood of a supposition: " + likelihood);
    }
  }
}
