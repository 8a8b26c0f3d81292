package org.portolan.attachment;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.portolan.attachment.TextReading.Turn;
import org.portolan.platform.persistence.SchemaReady;
import org.portolan.platform.reading.NotReadable;
import org.portolan.platform.storage.FileStore;

/**
 * Reads the texts of attachments that wait for it, one at a time on each node; while none waits it
 * draws first pages.
 */
@ApplicationScoped
class TextReadingTurn {
  private static final Logger LOG = Logger.getLogger(TextReadingTurn.class.getName());
  private static final int EVERY_SECONDS = 2;

  /** So many in a row; the others have their turn after a pause. */
  private static final int AT_ONCE = 50;

  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject private TextReading reading;
  @Inject private PictureDrawing drawing;
  @Inject private FileStore files;

  private Future<?> turns;

  void start(@Observes @Priority(937) SchemaReady ready) {
    turns =
        scheduler.scheduleWithFixedDelay(
            this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  private void look() {
    try {
      boolean more = true;
      for (int count = 0; more && count < AT_ONCE; count++) {
        more = step();
      }
    } catch (RuntimeException e) {
      // an exception would end the schedule; the next turn finds the same attachments
      LOG.log(Level.WARNING, "Texts of attachments could not be read", e);
    }
  }

  /** A text before any picture: who searches waits for it. */
  private boolean step() {
    Optional<Turn> text = reading.begin();
    if (text.isPresent()) {
      read(text.get());
      return true;
    }
    Optional<Turn> picture = drawing.begin();
    picture.ifPresent(this::draw);
    return picture.isPresent();
  }

  private void draw(Turn turn) {
    try {
      drawing.keep(turn.id(), files.picture(turn.file()));
    } catch (NotReadable e) {
      LOG.log(
          Level.FINE,
          "The first page of attachment {0} was not drawn: {1}",
          new Object[] {turn.id(), e.reason()});
      if (e.reason() == NotReadable.Reason.BUSY) {
        drawing.postpone(turn.id());
      }
    }
  }

  private void read(Turn turn) {
    try {
      reading.keep(turn.id(), files.text(turn.file()));
    } catch (NotReadable e) {
      LOG.log(
          Level.INFO,
          "The text of attachment {0} was not read: {1}",
          new Object[] {turn.id(), e.reason()});
      if (e.reason() == NotReadable.Reason.BUSY) {
        reading.postpone(turn.id());
      }
    }
  }

  @PreDestroy
  void stop() {
    if (turns != null) {
      turns.cancel(true);
    }
  }
}
