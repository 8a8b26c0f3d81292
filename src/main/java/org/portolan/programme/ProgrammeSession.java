package org.portolan.programme;

import java.util.List;
import org.portolan.calendar.BlockedTime;
import org.portolan.calendar.PlannedSession;
import org.portolan.calendar.Stage;
import org.portolan.holiday.HolidayDay;

/**
 * A session in a programme, with what stands in its way.
 *
 * @param holidays of the Member where it is held, that fall into its days
 */
public record ProgrammeSession(
    PlannedSession session, Stage stage, List<BlockedTime> blocks, List<HolidayDay> holidays) {

  public ProgrammeSession {
    blocks = List.copyOf(blocks);
    holidays = List.copyOf(holidays);
  }

  public boolean warned() {
    return !blocks.isEmpty() || !holidays.isEmpty();
  }
}
