package org.portolan.approval;

/**
 * A step of a chain.
 *
 * @param days that the approver has for an answer
 */
public record Step(Approver approver, int days) {
  /** Days that an approver has where nobody says otherwise. */
  public static final int USUAL_DAYS = 10;

  /** More would be longer than most sessions are known before they begin. */
  public static final int MOST_DAYS = 90;

  public static Step usual(Approver approver) {
    return new Step(approver, USUAL_DAYS);
  }

  public boolean possible() {
    return days >= 1 && days <= MOST_DAYS;
  }

  String text() {
    return days == USUAL_DAYS ? approver.code() : approver.code() + ":" + days;
  }
}
