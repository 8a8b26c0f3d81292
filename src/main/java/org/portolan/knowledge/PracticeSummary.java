package org.portolan.knowledge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A practice in a list.
 *
 * @param memberCode or null
 * @param language of title and summary, which is the reader's where there is such a text
 * @param state {@code draft}, {@code published} or {@code archived}
 * @param stage of what editors write on, for them alone
 * @param reviewOn when it is to be looked at again, or null
 * @param publishedAt null for a draft
 */
public record PracticeSummary(
    String code,
    String regionCode,
    String memberCode,
    String themeCode,
    int year,
    String language,
    String title,
    String summary,
    List<String> languages,
    String state,
    PracticeStage stage,
    LocalDate reviewOn,
    Instant publishedAt,
    Instant updatedAt) {

  public boolean published() {
    return state.equals(Practice.PUBLISHED);
  }
}
