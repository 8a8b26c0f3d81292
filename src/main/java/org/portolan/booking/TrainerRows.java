package org.portolan.booking;

import jakarta.enterprise.context.ApplicationScoped;

/** Trainers as rows of the timeline. */
@ApplicationScoped
class TrainerRows extends BookedRows {
  TrainerRows() {
    super(ResourceKind.TRAINER);
  }
}
