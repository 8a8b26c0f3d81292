package org.portolan.calendar;

import java.util.Collection;
import java.util.List;
import org.portolan.platform.i18n.Language;

/**
 * What the timeline may have as rows beside centres, themes and donors: rooms, trainers. A feature
 * above that knows them implements this once for each kind and is found by itself.
 */
public interface TimelineRows {

  /** As addresses name it, in small letters, such as {@code room}. */
  String kind();

  /** What such rows are called together: Rooms. */
  String title(Language reader);

  /** Whether whoever asks may see such rows; what they may not is not offered to them. */
  boolean open();

  /**
   * The rows that have one of these sessions, in the order in which people look for them; those
   * that whoever asks may not see are left out. Asked once for a timeline.
   */
  List<TimelineRow> rows(Collection<Long> sessions, Language reader);
}
