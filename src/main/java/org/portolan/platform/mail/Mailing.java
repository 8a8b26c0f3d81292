package org.portolan.platform.mail;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.portolan.platform.config.Installation;
import org.portolan.platform.persistence.JoinedDataSource;
import org.portolan.platform.persistence.SchemaReady;

/**
 * The life of the outbox on this node: a thread that sends where a mail server is set, a look into
 * the mailbox of what came back where one is set, and everywhere the forgetting of secrets that
 * have expired.
 */
@ApplicationScoped
class Mailing {
  private static final Logger LOG = Logger.getLogger(Mailing.class.getName());
  private static final int EXPIRE_EVERY_MINUTES = 5;
  private static final int BOUNCES_EVERY_SECONDS = 120;

  @Inject private JoinedDataSource database;

  @Resource private ManagedThreadFactory threads;
  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject private Installation installation;
  @Inject private Clock clock;

  private final List<Future<?>> schedules = new ArrayList<>();
  private Letters letters;
  private LetterWriting writing;
  private volatile DeliveryRound round;

  @PostConstruct
  void open() {
    letters = new Letters(database);
    writing = new LetterWriting(installation.baseUrl());
  }

  void start(@Observes @Priority(910) SchemaReady ready) {
    schedules.add(
        scheduler.scheduleWithFixedDelay(this::expire, 0, EXPIRE_EVERY_MINUTES, TimeUnit.MINUTES));
    if (isOn()) {
      Postman postman =
          new Postman(
              letters,
              installation.mailServer().orElseThrow(),
              installation.mailSender().orElseThrow(),
              clock);
      round = new DeliveryRound(postman);
      threads.newThread(round).start();
    }
    installation
        .bounces()
        .map(mailbox -> new BounceReading(letters, mailbox))
        .ifPresent(
            reading ->
                schedules.add(
                    scheduler.scheduleWithFixedDelay(
                        () -> read(reading), 5, BOUNCES_EVERY_SECONDS, TimeUnit.SECONDS)));
  }

  boolean isOn() {
    return installation.mailServer().isPresent() && installation.mailSender().isPresent();
  }

  Letters letters() {
    return letters;
  }

  WrittenLetter write(Letter letter, Instant now) {
    return new WrittenLetter(
        "<" + UUID.randomUUID() + "@" + host() + ">",
        letter.kind(),
        letter.address(),
        letter.personId(),
        letter.language().code(),
        OneLine.of(letter.subjectLine(), 255),
        writing.text(letter),
        writing.html(letter),
        letter.calendar(),
        letter.calendarMethod(),
        letter.unsubscribe(),
        letter.secretUntil(),
        isOn() ? LetterState.WAITING : LetterState.WITHHELD,
        now);
  }

  private String host() {
    String host = URI.create(installation.baseUrl()).getHost();
    return host == null ? "portolan.invalid" : host.replaceAll("[\\[\\]]", "");
  }

  /** Something was committed that can be sent. */
  void wake() {
    DeliveryRound running = round;
    if (running != null) {
      running.wake();
    }
  }

  private void expire() {
    try {
      letters.expire(clock.instant());
      if (!isOn()) {
        letters.withholdWaiting();
      }
    } catch (SQLException | RuntimeException e) {
      // an exception would end the schedule; the next turn finds the same rows
      LOG.log(Level.WARNING, "Letters that have expired could not be forgotten", e);
    }
  }

  private static void read(BounceReading reading) {
    try {
      reading.runOnce();
    } catch (MessagingException e) {
      LOG.log(Level.WARNING, "The mailbox of returned letters cannot be read: {0}", e.getMessage());
    } catch (SQLException | RuntimeException e) {
      LOG.log(Level.WARNING, "Returned letters could not be marked", e);
    }
  }

  @PreDestroy
  void stop() {
    schedules.forEach(schedule -> schedule.cancel(true));
    if (round != null) {
      round.stop();
    }
  }
}
