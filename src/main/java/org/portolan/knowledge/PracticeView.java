package org.portolan.knowledge;

import java.time.LocalDate;
import java.util.List;

/**
 * A practice as it is read.
 *
 * @param id its number, for what is kept with it
 * @param body in the language of the summary
 * @param edition number of the version
 * @param dueSince since when it ought to have been looked at again; null while it need not
 * @param source unknown for what was published before anybody was asked for it
 * @param kind code of it; empty for none in particular
 * @param links all of them, also to what the reader may not see
 * @param origin of a translation; null where this is the language in which it was written
 */
public record PracticeView(
    long id,
    PracticeSummary summary,
    PracticeBody body,
    int edition,
    LocalDate dueSince,
    Source source,
    List<PracticeLink> links,
    String kind,
    Origin origin) {

  /**
   * What a translation was made from.
   *
   * @param basedOn which revision of the original it says
   * @param revision which revision that is at by now
   * @param stale whether the original says something else by now
   */
  public record Origin(String language, int basedOn, int revision, boolean stale) {}
}
