package org.portolan.platform.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.persistence.Slice;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.NotFound;

/** What administrators see of the outbox and do there. */
@ApplicationScoped
public class OutboxDesk {
  @Inject private Mailing mailing;
  @Inject private Outbox outbox;
  @Inject private Installation installation;
  @Inject private CurrentPerson me;
  @Inject private Clock clock;

  /** Whether letters are sent at all. */
  public boolean isOn() {
    return mailing.isOn();
  }

  @Transactional
  public long count(LetterFilter filter) {
    permit();
    return reading(() -> mailing.letters().count(filter));
  }

  @Transactional
  public List<PostedLetter> list(LetterFilter filter, Slice slice) {
    permit();
    return reading(() -> mailing.letters().list(filter, slice));
  }

  @Transactional
  public PostedLetter find(long id) {
    permit();
    return reading(() -> mailing.letters().find(id))
        .map(PostedLetter::readable)
        .orElseThrow(() -> new NotFound("letter"));
  }

  /** Whether this letter can be put at the head of what waits. */
  public boolean canSendAgain(PostedLetter letter) {
    return mailing.isOn()
        && letter.kept()
        && letter.state() != LetterState.WAITING
        && (letter.expiresAt() == null || letter.expiresAt().isAfter(clock.instant()));
  }

  /**
   * @return false when nothing is left to send, or it is being sent just now
   */
  @Transactional
  public boolean sendAgain(long id) {
    permit();
    if (!mailing.isOn() || !canSendAgain(find(id))) {
      return false;
    }
    boolean again =
        reading(() -> mailing.letters().again(id, LetterState.WAITING, clock.instant()));
    mailing.wake();
    return again;
  }

  /** Writes a letter that says nothing, to see whether letters arrive. */
  @Transactional
  public void test(String address, Language language) {
    permit();
    outbox.post(
        Letter.of("platform.mail.test", address, language)
            .subject(installation.baseUrl())
            .person(me.id())
            .paragraph("platform.mail.test.body"));
  }

  /** Only administrators see the outbox. */
  public void permit() {
    me.requireRole(Role.ADMIN, Scope.PLATFORM);
  }

  private static <T> T reading(Reading<T> reading) {
    try {
      return reading.read();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @FunctionalInterface
  private interface Reading<T> {
    T read() throws SQLException;
  }
}
