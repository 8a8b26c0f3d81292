package org.portolan.calendar;

import java.time.Instant;

/**
 * How far a session came besides being published or cancelled: what its centre and the Regional
 * Office said of it, and when. What did not happen is null.
 *
 * @param submittedAt when its centre handed it to the Regional Office
 * @param note what the Regional Office wrote when it checked it or sent it back
 * @param held whether it took place, as its centre reported
 * @param participants how many took part
 */
public record Progress(
    Instant submittedAt,
    Instant checkedAt,
    Instant sentBackAt,
    String note,
    Instant reportedAt,
    Boolean held,
    Integer participants,
    String remarks) {

  /** Of a session of which nothing was said. */
  public static final Progress NONE = new Progress(null, null, null, null, null, null, null, null);

  /** The stage of a draft. */
  Stage ofDraft() {
    if (checkedAt != null) {
      return Stage.CHECKED;
    }
    if (submittedAt != null) {
      return Stage.SUBMITTED;
    }
    return sentBackAt == null ? Stage.DRAFT : Stage.SENT_BACK;
  }
}
