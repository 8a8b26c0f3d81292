package org.portolan.platform.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * What a mail server says later about a letter that it had taken (RFC 3464).
 *
 * @param messageId of the letter
 * @param failed whether it gave up; a report of a delay or success is none of that
 * @param said status and words of the server
 */
record DeliveryReport(String messageId, boolean failed, String said) {
  /** Nobody writes longer ones, but anybody may send what they like. */
  private static final int LONGEST_PART = 256 * 1024;

  /** Empty when the message is no such report, or names no letter. */
  static Optional<DeliveryReport> of(Part message) throws MessagingException, IOException {
    if (!message.isMimeType("multipart/report")) {
      return Optional.empty();
    }
    // read by ourselves: servers differ in what they make of reports
    MimeMultipart parts = new MimeMultipart(message.getDataHandler().getDataSource());
    String status = null;
    String messageId = null;
    for (int i = 0; i < parts.getCount(); i++) {
      BodyPart part = parts.getBodyPart(i);
      if (part.isMimeType("message/delivery-status")) {
        status = start(part);
      } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
        messageId = original(part);
      }
    }
    return status == null || messageId == null
        ? Optional.empty()
        : Optional.of(read(messageId.strip(), status));
  }

  private static DeliveryReport read(String messageId, String status) throws MessagingException {
    boolean failed = false;
    String said = "";
    // a block for the message, then one for each recipient
    for (String block : status.replace("\r\n", "\n").split("\n\\s*\n")) {
      InternetHeaders fields = headers(block.strip() + "\n\n");
      String action = field(fields, "Action");
      if (action.toLowerCase(Locale.ROOT).equals("failed")) {
        failed = true;
        said = (field(fields, "Status") + " " + field(fields, "Diagnostic-Code")).strip();
      }
    }
    return new DeliveryReport(messageId, failed, said);
  }

  private static String original(Part part) throws MessagingException, IOException {
    return headers(start(part)).getHeader("Message-ID", null);
  }

  private static InternetHeaders headers(String text) throws MessagingException {
    return new InternetHeaders(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static String field(InternetHeaders fields, String name) {
    String value = fields.getHeader(name, null);
    return value == null ? "" : value.strip();
  }

  /** As it came, whatever handlers the server has for such parts. */
  private static String start(Part part) throws MessagingException, IOException {
    try (InputStream in = new BufferedInputStream(part.getInputStream())) {
      return new String(in.readNBytes(LONGEST_PART), StandardCharsets.ISO_8859_1);
    }
  }
}
