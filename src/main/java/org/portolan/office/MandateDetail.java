package org.portolan.office;

import java.util.List;

/**
 * A mandate as its page shows it.
 *
 * @param deputies those that are not over
 * @param changeable whether the person who asks may give it another end
 * @param handable whether they may hand it over
 * @param deputable whether they may appoint a deputy
 */
public record MandateDetail(
    MandateSummary mandate,
    List<MandateSummary> deputies,
    boolean changeable,
    boolean handable,
    boolean deputable) {
  public MandateDetail {
    deputies = List.copyOf(deputies);
  }
}
