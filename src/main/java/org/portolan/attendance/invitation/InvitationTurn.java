package org.portolan.attendance.invitation;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.portolan.platform.mail.Mailbox;
import org.portolan.platform.persistence.SchemaReady;

/**
 * Tells calendars what is new of seats, and reads what they reply. Any node may: rows are locked.
 */
@ApplicationScoped
class InvitationTurn {
  private static final Logger LOG = Logger.getLogger(InvitationTurn.class.getName());

  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject private InvitationSettings settings;
  @Inject private Invitations invitations;
  @Inject private ReplyReading replies;

  private final List<Future<?>> turns = new ArrayList<>();

  void start(@Observes @Priority(940) SchemaReady ready) {
    if (settings.on()) {
      int every = settings.seconds();
      turns.add(scheduler.scheduleWithFixedDelay(this::tell, every, every, TimeUnit.SECONDS));
      settings
          .mailbox()
          .map(Mailbox::new)
          .ifPresent(
              mailbox ->
                  turns.add(
                      scheduler.scheduleWithFixedDelay(
                          () -> read(mailbox), 2L * every, 2L * every, TimeUnit.SECONDS)));
    }
  }

  private void tell() {
    try {
      for (long session : invitations.due()) {
        invitations.settle(session);
      }
    } catch (RuntimeException e) {
      // an exception would end the schedule; the next turn finds the same rows
      LOG.log(Level.WARNING, "Calendars could not be told of seats", e);
    }
  }

  private void read(Mailbox mailbox) {
    try {
      mailbox.read(replies::take);
    } catch (MessagingException e) {
      LOG.log(Level.WARNING, "The mailbox of replies cannot be read: {0}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Replies could not be taken", e);
    }
  }

  @PreDestroy
  void stop() {
    turns.forEach(turn -> turn.cancel(true));
  }
}
