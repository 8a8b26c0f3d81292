package org.portolan.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Header;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portolan.platform.config.MailServer;

/** Letters with subjects that want to be more than a subject, as a program for mail reads them. */
class SmtpLineTest {
  private static final String READER = "reader@customs.example";
  private static final String SENDER = "portolan@portolan.example";
  private static final String JOINER = "\u2060";

  private final GreenMail mail =
      new GreenMail(new ServerSetup[] {new ServerSetup(0, "127.0.0.1", "smtp")});

  @BeforeEach
  void start() {
    mail.start();
  }

  @AfterEach
  void stop() {
    mail.stop();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=?utf-8?Q?x=0D=0ABcc:_all@customs.example?=",
        "=?UTF-8?B?eA0KQmNjOiBhbGxAY3VzdG9tcy5leGFtcGxl?=",
        "Badges =?utf-8?q?=0D=0A?= =?utf-8?q?=0D=0ABcc:a@b.example?=",
        "\u0628\u0648\u0627\u0628\u0629 =?utf-8?Q?x=0D=0ABcc:_all@customs.example?=",
        "==?==?utf-8?Q?=0D=0A?=",
        "=?utf-8?Q?=3D=3Futf-8=3FQ=3F=0D=0ABcc:a@b.example=3F=3D?="
      })
  void aSubjectThatLooksEncodedIsReadAsItWasTyped(String typed) throws Exception {
    MimeMessage got = sent(typed);

    assertThat(got.getSubject()).doesNotContainPattern("\\p{Cntrl}");
    assertThat(got.getSubject().replace(JOINER, "")).isEqualTo(typed);
    // some programs undo it until nothing is left to be undone
    assertThat(MimeUtility.decodeText(got.getSubject()).replace(JOINER, "")).isEqualTo(typed);
    assertThat(headers(got)).doesNotHaveDuplicates().doesNotContain("Bcc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Badges", "Is 1 = 1? Yes", "\u0628\u0648\u0627\u0628\u0629"})
  void anyOtherSubjectIsLeftAlone(String typed) throws Exception {
    assertThat(sent(typed).getSubject()).isEqualTo(typed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x\r\nBcc: all@customs.example", "x\nBcc: a@b.example", "x\u2028Bcc: a@b.c"})
  void theEndOfALineEndsNoHeader(String typed) throws Exception {
    MimeMessage got = sent(typed);

    assertThat(got.getSubject()).startsWith("x Bcc: a");
    assertThat(headers(got)).doesNotHaveDuplicates().doesNotContain("Bcc");
  }

  private static List<String> headers(MimeMessage message) throws Exception {
    return Collections.list(message.getAllHeaders()).stream().map(Header::getName).toList();
  }

  private MimeMessage sent(String subject) throws Exception {
    MailServer server =
        MailServer.sending("smtp://127.0.0.1:" + mail.getSmtp().getPort()).orElseThrow();
    Instant now = Instant.parse("2026-11-27T12:00:00Z");
    try (SmtpLine line = SmtpLine.open(server, SENDER)) {
      SmtpLine.Answer answer =
          line.hand(
              new ClaimedLetter(
                  1,
                  "claim",
                  now,
                  1,
                  "<1@portolan.example>",
                  READER,
                  "en",
                  subject,
                  "Text",
                  "<p>Text</p>",
                  null,
                  null,
                  null,
                  now));
      assertThat(answer.outcome()).isEqualTo(SmtpLine.Answer.Outcome.TAKEN);
    }
    MimeMessage[] got = mail.getReceivedMessagesForDomain(READER);
    assertThat(got).hasSize(1);
    return got[0];
  }
}
