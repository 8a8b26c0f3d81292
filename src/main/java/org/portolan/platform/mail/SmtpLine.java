package org.portolan.platform.mail;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Date;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.portolan.platform.config.MailServer;

/** One connection to the mail server, over which letters are handed to it. */
final class SmtpLine implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(SmtpLine.class.getName());

  private static final char WORD_JOINER = '\u2060';

  private final Session session;
  private final Transport transport;
  private final String sender;

  private SmtpLine(Session session, Transport transport, String sender) {
    this.session = session;
    this.transport = transport;
    this.sender = sender;
  }

  static SmtpLine open(MailServer server, String sender) throws MessagingException {
    Session session = Session.getInstance(MailSession.properties(server, sender));
    Transport transport = session.getTransport(server.protocol());
    transport.connect(
        server.host(),
        server.port(),
        server.user(),
        server.user() == null ? null : server.password());
    return new SmtpLine(session, transport, sender);
  }

  /** What the server made of a letter. */
  record Answer(Outcome outcome, String said) {
    /** How it went. */
    enum Outcome {
      TAKEN,
      REFUSED,
      PUT_OFF,
      /** The line broke or the server takes nothing from us: no fault of the letter. */
      LINE_BROKEN
    }
  }

  Answer hand(ClaimedLetter letter) {
    try {
      Message message = message(letter);
      transport.sendMessage(message, new Address[] {new InternetAddress(letter.address(), true)});
      return new Answer(Answer.Outcome.TAKEN, "");
    } catch (MessagingException e) {
      return answer(e);
    }
  }

  private Answer answer(MessagingException failure) {
    for (Exception cause = failure;
        cause != null;
        cause = cause instanceof MessagingException m ? m.getNextException() : null) {
      if (cause instanceof SMTPAddressFailedException refused) {
        return byCode(refused.getReturnCode(), refused);
      }
      if (cause instanceof SMTPSenderFailedException sender) {
        return new Answer(Answer.Outcome.LINE_BROKEN, said(sender));
      }
    }
    if (failure instanceof SMTPSendFailedException refused) {
      return byCode(refused.getReturnCode(), refused);
    }
    if (failure instanceof SendFailedException || transport.isConnected()) {
      return new Answer(Answer.Outcome.PUT_OFF, said(failure));
    }
    return new Answer(Answer.Outcome.LINE_BROKEN, said(failure));
  }

  private static Answer byCode(int code, MessagingException failure) {
    if (code == 421 || code == 530 || code == 535) {
      // it closes, or wants us to sign in first: the same for every letter
      return new Answer(Answer.Outcome.LINE_BROKEN, said(failure));
    }
    return new Answer(code >= 500 ? Answer.Outcome.REFUSED : Answer.Outcome.PUT_OFF, said(failure));
  }

  static String said(Exception failure) {
    return failure.getMessage() == null
        ? failure.getClass().getSimpleName()
        : failure.getMessage().strip();
  }

  private Message message(ClaimedLetter letter) throws MessagingException {
    MimeMessage message =
        new MimeMessage(session) {
          // the same each time it is tried: who gets it twice can tell
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", letter.messageId());
          }
        };
    message.setFrom(new InternetAddress(sender, true));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.address(), true));
    message.setSubject(asTyped(OneLine.of(letter.subject())), "UTF-8");
    message.setSentDate(Date.from(letter.createdAt()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("Content-Language", letter.language());
    if (letter.unsubscribe() != null) {
      message.setHeader("List-Unsubscribe", "<" + letter.unsubscribe() + ">");
      message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    message.setContent(bodies(letter));
    message.saveChanges();
    return message;
  }

  /**
   * Who reads a letter undoes what RFC 2047 writes as {@code =?utf-8?Q?…?=}, which may hold the end
   * of a line and so a header of its own. What somebody typed like that stays letters: a mark that
   * nobody sees keeps its beginning apart, and makes all of it be encoded once.
   */
  private static String asTyped(String subject) {
    return subject.replace("=?", "=" + WORD_JOINER + "?");
  }

  private static MimeMultipart bodies(ClaimedLetter letter) throws MessagingException {
    MimeBodyPart text = new MimeBodyPart();
    text.setText(letter.text(), "UTF-8");
    MimeBodyPart html = new MimeBodyPart();
    html.setText(letter.html(), "UTF-8", "html");
    if (letter.calendar() == null) {
      return new MimeMultipart("alternative", text, html);
    }
    // the last is the richest: programs with a calendar take it, and others leave it
    MimeBodyPart calendar = new MimeBodyPart();
    calendar.setText(letter.calendar(), "UTF-8", "calendar");
    calendar.setHeader(
        "Content-Type", "text/calendar; charset=UTF-8; method=" + letter.calendarMethod());
    return new MimeMultipart("alternative", text, html, calendar);
  }

  @Override
  public void close() {
    try {
      transport.close();
    } catch (MessagingException gone) {
      LOG.log(Level.FINE, "The line to the mail server was gone already", gone);
    }
  }
}
