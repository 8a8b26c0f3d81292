package org.portolan.platform.mail;

import jakarta.mail.Address;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import org.portolan.platform.config.MailServer;

/** A mailbox to which people, or their programs, answer. */
public final class Mailbox {
  private static final int MOST = 200;
  private static final int LONGEST = 1024 * 1024;

  private final MailServer mailbox;
  private final Session session;

  public Mailbox(MailServer mailbox) {
    this.mailbox = mailbox;
    session = Session.getInstance(MailSession.properties(mailbox, null));
  }

  /**
   * A message that nobody has looked at.
   *
   * @param from plain address of the sender; empty where there is not exactly one
   * @param whole as it was sent; empty where it is longer than any answer, or cannot be read
   */
  public record Mail(String from, String subject, Optional<MimeMessage> whole) {}

  /**
   * Gives what nobody has looked at yet, the newest {@value #MOST} at most.
   *
   * @param reader says whether a message was dealt with and goes; else it stays, as looked at. What
   *     it throws ends the turn, and the message is given again
   */
  public void read(Predicate<Mail> reader) throws MessagingException {
    try (Store store = session.getStore(mailbox.protocol())) {
      store.connect(mailbox.host(), mailbox.port(), mailbox.user(), mailbox.password());
      try (Folder folder = store.getFolder(mailbox.folder())) {
        folder.open(Folder.READ_WRITE);
        int last = folder.getMessageCount();
        for (int number = Math.max(1, last - MOST + 1); number <= last; number++) {
          Message message = folder.getMessage(number);
          if (!message.isSet(Flags.Flag.SEEN) && !message.isSet(Flags.Flag.DELETED)) {
            boolean done = reader.test(mail(message));
            message.setFlag(done ? Flags.Flag.DELETED : Flags.Flag.SEEN, true);
          }
        }
      }
    }
  }

  private Mail mail(Message message) {
    return new Mail(from(message), subject(message), whole(message));
  }

  private static String from(Message message) {
    try {
      Address[] from = message.getFrom();
      return from != null && from.length == 1 && from[0] instanceof InternetAddress one
          ? String.valueOf(one.getAddress())
          : "";
    } catch (MessagingException unreadable) {
      return "";
    }
  }

  private static String subject(Message message) {
    try {
      return message.getSubject() == null ? "" : message.getSubject();
    } catch (MessagingException unreadable) {
      return "";
    }
  }

  /** As it was sent: what a server of mailboxes makes of its structure differs. */
  private Optional<MimeMessage> whole(Message message) {
    try {
      if (message.getSize() > LONGEST) {
        return Optional.empty();
      }
      ByteArrayOutputStream source = new ByteArrayOutputStream();
      message.writeTo(source);
      return Optional.of(new MimeMessage(session, new ByteArrayInputStream(source.toByteArray())));
    } catch (IOException | MessagingException unreadable) {
      return Optional.empty();
    }
  }
}
