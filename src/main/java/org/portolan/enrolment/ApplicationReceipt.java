package org.portolan.enrolment;

import java.time.Instant;
import org.portolan.approval.Ask;
import org.portolan.seat.ApplicationState;

/**
 * What somebody gets who has applied.
 *
 * @param waitsFor who has to act next ("coordinator", ...), or null when nobody has to
 * @param due until when, or null
 */
public record ApplicationReceipt(long id, ApplicationState state, String waitsFor, Instant due) {

  static ApplicationReceipt of(Application application) {
    return new ApplicationReceipt(
        application.id(),
        application.state(),
        application.asked().map(ask -> ask.approver().code()).orElse(null),
        application.asked().map(Ask::due).orElse(null));
  }
}
