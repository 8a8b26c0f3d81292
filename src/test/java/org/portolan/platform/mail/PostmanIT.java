package org.portolan.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.transaction.TransactionManager;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portolan.container.Scenario;
import org.portolan.platform.config.MailServer;
import org.portolan.platform.i18n.Language;

/** Letters from the outbox to a real mail server, and back. */
@ArquillianTest
class PostmanIT {
  private static final String SENDER = "portolan@portolan.example";

  @Resource(lookup = "java:app/jdbc/portolan")
  private DataSource database;

  @Resource(lookup = Scenario.TRANSACTIONS)
  private TransactionManager transaction;

  @Resource private ManagedThreadFactory threads;
  @Inject private Outbox outbox;
  @Inject private Scenario scenario;

  private final String address = UUID.randomUUID() + "@customs.example";
  private GreenMail mail;
  private Letters letters;
  private Instant now = Instant.parse("2040-01-01T00:00:00Z");

  @BeforeEach
  void openMailServer() throws Exception {
    letters = new Letters(database);
    update("UPDATE mail_letter SET state = 'withheld' WHERE state = 'waiting'");
    start(setup("smtp", 0));
  }

  private void start(ServerSetup smtp) {
    mail = new GreenMail(new ServerSetup[] {smtp, setup("imap", 0)});
    mail.start();
    mail.setUser(SENDER, "sender", "secret");
  }

  @AfterEach
  void closeMailServer() {
    mail.stop();
  }

  @Test
  void aLetterIsSentOnceWithBothBodiesUnderItsOwnNumber() throws Exception {
    long id = post(letter());

    assertThat(postman().runOnce()).isEqualTo(1);
    assertThat(postman().runOnce()).isZero();

    MimeMessage got = received();
    assertThat(got.getMessageID()).isEqualTo(text("message_id", id));
    assertThat(got.getSubject()).isEqualTo("بوابة").isEqualTo(text("subject", id));
    assertThat(got.getFrom()[0]).hasToString(SENDER);
    MimeMultipart bodies = (MimeMultipart) got.getContent();
    assertThat(bodies.getBodyPart(0).getContent().toString()).contains("https://x.example/open");
    assertThat(bodies.getBodyPart(1).getContent().toString()).contains("dir=\"rtl\"");
    assertThat(text("state", id)).isEqualTo("sent");
    assertThat(text("body_text", id)).isNotNull();
  }

  @Test
  void whatSomebodyAskedForIsStoppedByAHeader() throws Exception {
    String url = "https://x.example/search/stop?lang=ar&token=" + "12345678-".repeat(50) + ".mark";
    post(letter().unsubscribe(url));

    assertThat(postman().runOnce()).isEqualTo(1);

    assertThat(received().getHeader("List-Unsubscribe")).containsExactly("<" + url + ">");
    assertThat(received().getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
  }

  @Test
  void whatNobodyAskedForHasNoSuchHeader() throws Exception {
    post(letter());
    assertThat(postman().runOnce()).isEqualTo(1);
    assertThat(received().getHeader("List-Unsubscribe")).isNull();
    assertThat(received().getHeader("List-Unsubscribe-Post")).isNull();
  }

  @Test
  void whatIsRolledBackIsNeverSent() throws Exception {
    transaction.begin();
    outbox.post(letter());
    transaction.rollback();

    assertThat(scenario.number("SELECT COUNT(*) FROM mail_letter WHERE to_address = ?", address))
        .isZero();
  }

  @Test
  void withoutAMailServerALetterIsWithheldWithItsText() throws Exception {
    transaction.begin();
    long id = outbox.post(letter().secretUntil(Instant.parse("2050-01-01T00:00:00Z")));
    transaction.commit();

    assertThat(text("state", id)).isEqualTo("withheld");
    assertThat(letters.find(id).orElseThrow().readable().text()).contains("https://x.example/open");
  }

  @Test
  void aServerThatIsAwayIsWaitedForAndThenGetsTheLetterOnce() throws Exception {
    long id = post(letter());
    int port = mail.getSmtp().getPort();
    Postman postman = postman();
    mail.stop();

    for (int i = 0; i < 30; i++) {
      assertThatThrownBy(postman::runOnce).isInstanceOf(MessagingException.class);
    }
    assertThat(text("state", id)).isEqualTo("waiting");
    assertThat(text("attempts", id)).isEqualTo("0");
    assertThat(text("last_error", id)).isNotBlank();

    start(setup("smtp", port));
    assertThat(postman.runOnce()).isEqualTo(1);
    assertThat(postman.runOnce()).isZero();
    assertThat(received().getMessageID()).isEqualTo(text("message_id", id));
  }

  @Test
  void aRefusedReaderIsABounceAndTheNextLetterGoes() throws Exception {
    try (RefusingServer refusing = new RefusingServer("550 5.1.1 no such person")) {
      long id = post(letter().secretUntil(now.plus(Duration.ofDays(1))));
      assertThat(new Postman(letters, refusing.address(), SENDER, clock()).runOnce()).isZero();

      assertThat(text("state", id)).isEqualTo("bounced");
      assertThat(text("last_error", id)).contains("no such person");
      assertThat(text("body_text", id)).isNull();
    }
  }

  @Test
  void aReaderPutOffIsTriedAgainLaterAndGivenUpInTheEnd() throws Exception {
    try (RefusingServer refusing = new RefusingServer("451 4.7.1 come back later")) {
      long id = post(letter());
      Postman postman = new Postman(letters, refusing.address(), SENDER, clock());
      postman.runOnce();
      postman.runOnce();
      assertThat(text("state", id)).isEqualTo("waiting");
      assertThat(text("attempts", id)).isEqualTo("1");

      for (int i = 1; i < RetryPlan.MOST_ATTEMPTS; i++) {
        now = now.plus(Duration.ofHours(9));
        new Postman(letters, refusing.address(), SENDER, clock()).runOnce();
      }
      assertThat(text("state", id)).isEqualTo("failed");
      assertThat(text("attempts", id)).isEqualTo(String.valueOf(RetryPlan.MOST_ATTEMPTS));
    }
  }

  @Test
  void whatASecretSaysIsForgottenOnceItIsSent() throws Exception {
    long id = post(letter().secretUntil(now.plus(Duration.ofDays(1))));
    assertThat(letters.find(id).orElseThrow().readable().text()).isNull();
    postman().runOnce();

    assertThat(text("state", id)).isEqualTo("sent");
    assertThat(text("body_text", id)).isNull();
    assertThat(text("body_html", id)).isNull();
  }

  @Test
  void aSecretThatHasExpiredIsNeitherSentNorKept() throws Exception {
    long id = post(letter().secretUntil(now.plus(Duration.ofHours(1))));
    now = now.plus(Duration.ofHours(2));

    assertThat(postman().runOnce()).isZero();
    letters.expire(now);
    assertThat(text("state", id)).isEqualTo("failed");
    assertThat(text("body_text", id)).isNull();
  }

  @Test
  void manyNodesAtOnceSendEachLetterOnce() throws Exception {
    for (int i = 0; i < 45; i++) {
      post(letter());
    }
    int nodes = 4;
    CyclicBarrier shot = new CyclicBarrier(nodes);
    ExecutorService many = Executors.newFixedThreadPool(nodes, threads);
    try {
      List<Future<Integer>> rounds = new ArrayList<>();
      for (int i = 0; i < nodes; i++) {
        rounds.add(
            many.submit(
                () -> {
                  shot.await();
                  return postman().runOnce();
                }));
      }
      int sent = 0;
      for (Future<Integer> round : rounds) {
        sent += round.get();
      }
      assertThat(sent).isEqualTo(45);
    } finally {
      many.shutdownNow();
    }
    assertThat(
            Arrays.stream(mail.getReceivedMessagesForDomain(address))
                .map(PostmanIT::number)
                .toList())
        .hasSize(45)
        .doesNotHaveDuplicates();
  }

  @Test
  void aNodeThatDiesWithAClaimLeavesTheLetterToOthers() throws Exception {
    post(letter());
    assertThat(letters.claim(10, now, Postman.CLAIM)).hasSize(1);

    assertThat(postman().runOnce()).isZero();
    now = now.plus(Postman.CLAIM).plusSeconds(1);
    assertThat(postman().runOnce()).isEqualTo(1);
  }

  @Test
  void whoseClaimHasEndedMarksNothing() throws Exception {
    long id = post(letter());
    ClaimedLetter old = letters.claim(10, now, Postman.CLAIM).get(0);
    now = now.plus(Postman.CLAIM).plusSeconds(1);
    postman().runOnce();

    letters.failed(old, "too late");
    assertThat(text("state", id)).isEqualTo("sent");
  }

  @Test
  void aLetterThatCameBackIsSeenInTheMailbox() throws Exception {
    long id = post(letter());
    postman().runOnce();
    deliver(DeliveryReportTest.report("<unknown@portolan.example>", "failed"));
    deliver("Content-Type: multipart/report; boundary=x\r\n\r\nnot even a boundary\r\n");
    deliver("From: a@b.example\r\nTo: x@y.example\r\nSubject: hello\r\n\r\nNot a report\r\n");
    deliver(DeliveryReportTest.report(text("message_id", id), "failed"));

    assertThat(bounces().runOnce()).isEqualTo(1);
    assertThat(bounces().runOnce()).isZero();

    assertThat(text("state", id)).isEqualTo("bounced");
    assertThat(text("last_error", id)).contains("5.1.1");
    assertThat(inbox()).isEqualTo(3);
  }

  private Letter letter() {
    return Letter.of("platform.mail.test", address, Language.AR)
        .link("platform.work.account", "https://x.example/open");
  }

  /** Posts as the outbox does where a mail server is set. */
  private long post(Letter letter) {
    LetterWriting writing = new LetterWriting("https://x.example");
    return letters.add(
        new WrittenLetter(
            "<" + UUID.randomUUID() + "@x.example>",
            "test",
            letter.address(),
            null,
            "ar",
            "بوابة",
            writing.text(letter),
            writing.html(letter),
            letter.calendar(),
            letter.calendarMethod(),
            letter.unsubscribe(),
            letter.secretUntil(),
            LetterState.WAITING,
            now));
  }

  private MimeMessage received() {
    MimeMessage[] got = mail.getReceivedMessagesForDomain(address);
    assertThat(got).hasSize(1);
    return got[0];
  }

  private void deliver(String source) throws Exception {
    MimeMessage message =
        new MimeMessage(
            Session.getInstance(new Properties()),
            new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8)));
    mail.getUserManager().getUserByEmail(SENDER).deliver(message);
  }

  private int inbox() throws Exception {
    return mail.getManagers()
        .getImapHostManager()
        .getInbox(mail.getUserManager().getUserByEmail(SENDER))
        .getMessageCount();
  }

  private Postman postman() {
    return new Postman(
        letters,
        MailServer.sending("smtp://127.0.0.1:" + mail.getSmtp().getPort()).orElseThrow(),
        SENDER,
        clock());
  }

  private BounceReading bounces() {
    return new BounceReading(
        letters,
        MailServer.mailbox(
                "imap://sender:secret@127.0.0.1:" + mail.getImap().getPort() + "?starttls=never")
            .orElseThrow());
  }

  private Clock clock() {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  private static String number(MimeMessage message) {
    try {
      return message.getMessageID();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private String text(String column, long id) {
    return scenario.text("SELECT " + column + " FROM mail_letter WHERE id = " + id);
  }

  private void update(String sql) throws Exception {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.executeUpdate();
    }
  }

  private static ServerSetup setup(String protocol, int port) {
    return new ServerSetup(port, "127.0.0.1", protocol);
  }
}
