package org.portolan.platform.mail;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.portolan.platform.config.MailServer;

/**
 * Reads the sender's mailbox for reports of letters that could not be delivered. Reports about
 * letters of ours are deleted there once they are marked here; everything else is left for people.
 */
final class BounceReading {
  private static final Logger LOG = Logger.getLogger(BounceReading.class.getName());

  /** As many of the newest are looked at in one turn. */
  private static final int MOST = 500;

  private static final int LONGEST = 2 * 1024 * 1024;

  private final Letters letters;
  private final MailServer mailbox;
  private final Session session;

  BounceReading(Letters letters, MailServer mailbox) {
    this.letters = letters;
    this.mailbox = mailbox;
    session = Session.getInstance(MailSession.properties(mailbox, null));
  }

  /**
   * @return how many letters were found to have come back
   */
  int runOnce() throws MessagingException, SQLException {
    try (Store store = session.getStore(mailbox.protocol())) {
      store.connect(mailbox.host(), mailbox.port(), mailbox.user(), mailbox.password());
      try (Folder folder = store.getFolder(mailbox.folder())) {
        folder.open(Folder.READ_WRITE);
        int last = folder.getMessageCount();
        int back = 0;
        for (int number = Math.max(1, last - MOST + 1); number <= last; number++) {
          back += read(folder.getMessage(number)) ? 1 : 0;
        }
        return back;
      }
    }
  }

  /** Whether the message said that a letter of ours came back. */
  private boolean read(Message message) throws MessagingException, SQLException {
    if (message.isSet(Flags.Flag.SEEN) || message.isSet(Flags.Flag.DELETED)) {
      return false;
    }
    boolean ours = false;
    try {
      Optional<DeliveryReport> report =
          DeliveryReport.of(whole(message)).filter(DeliveryReport::failed);
      ours = report.isPresent() && letters.cameBack(report.get().messageId(), report.get().said());
    } catch (IOException | MessagingException e) {
      LOG.log(Level.FINE, "A message in the mailbox cannot be read", e);
    }
    message.setFlag(ours ? Flags.Flag.DELETED : Flags.Flag.SEEN, true);
    return ours;
  }

  /** As it was sent: what a server of mailboxes makes of its structure differs. */
  private MimeMessage whole(Message message) throws MessagingException, IOException {
    if (message.getSize() > LONGEST) {
      throw new MessagingException("longer than any report");
    }
    ByteArrayOutputStream source = new ByteArrayOutputStream();
    message.writeTo(source);
    return new MimeMessage(session, new ByteArrayInputStream(source.toByteArray()));
  }
}
