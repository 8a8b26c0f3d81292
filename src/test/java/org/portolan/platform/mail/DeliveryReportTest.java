package org.portolan.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class DeliveryReportTest {

  @Test
  void aReportOfFailureNamesTheLetterAndTheReason() throws Exception {
    assertThat(read(report("<1@portolan.example>", "failed")))
        .contains(
            new DeliveryReport(
                "<1@portolan.example>", true, "5.1.1 smtp; 550 5.1.1 no such person"));
  }

  @Test
  void aDelayIsNoFailure() throws Exception {
    assertThat(read(report("<1@portolan.example>", "delayed")))
        .hasValueSatisfying(report -> assertThat(report.failed()).isFalse());
  }

  @Test
  void anyOtherMessageIsNoReport() throws Exception {
    assertThat(read("From: a@b.example\r\nSubject: failed\r\n\r\nStatus: 5.1.1\r\n")).isEmpty();
    assertThat(read(report("<1@portolan.example>", "failed").replace("Message-ID", "X-Other")))
        .isEmpty();
  }

  static String report(String messageId, String action) {
    return """
    From: MAILER-DAEMON@mail.example
    To: portolan@portolan.example
    Subject: Undelivered Mail Returned to Sender
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

    --b1
    Content-Type: text/plain

    I'm sorry to have to inform you.

    --b1
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mail.example

    Final-Recipient: rfc822; officer@customs.example
    Action: %s
    Status: 5.1.1
    Diagnostic-Code: smtp; 550 5.1.1 no such person

    --b1
    Content-Type: message/rfc822

    From: portolan@portolan.example
    To: officer@customs.example
    Message-ID: %s
    Subject: Invitation

    Text
    --b1--
    """
        .formatted(action, messageId)
        .replace("\n", "\r\n");
  }

  private static Optional<DeliveryReport> read(String source) throws Exception {
    return DeliveryReport.of(
        new MimeMessage(
            Session.getInstance(new Properties()),
            new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8))));
  }
}
