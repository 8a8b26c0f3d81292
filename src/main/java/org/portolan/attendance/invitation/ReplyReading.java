package org.portolan.attendance.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.portolan.attendance.invitation.InvitationRows.Row;
import org.portolan.enrolment.EnrolmentService;
import org.portolan.enrolment.OfferedSession;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.mail.Letter;
import org.portolan.platform.mail.Mailbox.Mail;
import org.portolan.platform.mail.Outbox;
import org.portolan.platform.web.TypedLine;

/**
 * Takes what calendars replied by mail. A reply counts where it comes from the address that was
 * invited and carries the secret of the invitation: anybody can write a sender. One without the
 * secret changes nothing; whoever was invited is asked by a link. What cannot be read is put aside
 * with the reason.
 */
@ApplicationScoped
class ReplyReading {
  private static final int LONGEST = 64 * 1024;
  private static final int DEEPEST = 4;
  private static final int WIDEST = 20;
  private static final String UID_END = "@portolan";

  /** Clocks of calendars are off; what is written further ahead would shut out later answers. */
  private static final Duration AHEAD = Duration.ofMinutes(10);

  @Inject private InvitationAnswers answers;
  @Inject private InvitationLinks links;
  @Inject private InvitationRows rows;
  @Inject private EnrolmentService enrolment;
  @Inject private People people;
  @Inject private Outbox outbox;
  @Inject private Installation installation;
  @Inject private Clock clock;

  /** Whether something followed, and it may go. */
  @Transactional
  boolean take(Mail mail) {
    Optional<String> aside =
        mail.whole().isEmpty() ? Optional.of("too-large") : read(mail.from(), mail.whole().get());
    aside.ifPresent(
        reason ->
            rows.putAside(
                cut(mail.from(), 190), cut(mail.subject(), 200), reason, clock.instant()));
    return aside.isEmpty();
  }

  private static String cut(String text, int most) {
    String line = TypedLine.of(text);
    return line.length() > most ? line.substring(0, most) : line;
  }

  /** Why nothing followed; empty where something did. */
  private Optional<String> read(String from, MimeMessage message) {
    Optional<String> text;
    try {
      text = calendar(message, 0);
    } catch (IOException | MessagingException | IllegalArgumentException e) {
      return Optional.of("unreadable");
    }
    if (text.isEmpty()) {
      return Optional.of("no-calendar");
    }
    Optional<ReplyText> read = ReplyText.of(text.get());
    if (read.isEmpty()) {
      return Optional.of("unreadable");
    }
    ReplyText reply = read.get();
    if (!reply.method().equals("REPLY")) {
      return Optional.of("no-reply");
    }
    // a seat is for all of a session: whoever cannot come one afternoon does not give it back
    return reply.ofSomeDays() ? Optional.of("some-days") : invited(reply, from, message);
  }

  private Optional<String> invited(ReplyText reply, String from, MimeMessage message) {
    Optional<Row> row =
        Stream.concat(Stream.of(reply.organizer()), receivers(message).stream())
            .map(ReplyText::secret)
            .flatMap(secret -> links.read(secret).stream())
            .findFirst()
            .flatMap(rows::find);
    if (row.isEmpty()) {
      return Optional.of(askByLink(reply, from));
    }
    PersonSummary person = people.byIds(List.of(row.get().person())).get(row.get().person());
    if (person == null || !same(from, person.email()) || !same(reply.attendee(), person.email())) {
      return Optional.of("wrong-sender");
    }
    if (!row.get().invited() || reply.sequence() < row.get().sequence()) {
      return Optional.of("outdated");
    }
    if (reply.stampedAt().isAfter(clock.instant().plus(AHEAD))) {
      return Optional.of("ahead");
    }
    return answers.answer(row.get().application(), reply.reply(), "mail", reply.stampedAt())
        ? Optional.empty()
        : Optional.of("too-late");
  }

  /** Whoever was invited answers by a link; the sender alone proves nothing. */
  private String askByLink(ReplyText reply, String from) {
    String code = reply.uid().endsWith(UID_END) ? reply.uid().replace(UID_END, "") : "";
    Optional<Row> row =
        same(from, reply.attendee())
            ? rows.invited(code, from.toLowerCase(Locale.ROOT)).flatMap(rows::find)
            : Optional.empty();
    if (row.isEmpty()) {
      return "unknown";
    }
    PersonSummary person = people.byIds(List.of(row.get().person())).get(row.get().person());
    Language language = Language.of(person.language()).orElse(Language.EN);
    OfferedSession session =
        enrolment.sessions(List.of(row.get().session()), language).get(row.get().session());
    if (!session.open(clock.instant()) || !Letter.reachable(person.email())) {
      return "too-late";
    }
    outbox.post(
        Letter.of("attendance.letter.confirm", person.email(), language)
            .person(person.id())
            .greeting(person.name())
            .subject(session.title())
            .paragraph("attendance.letter.confirm.body", session.title())
            .link(
                "attendance.letter.answer",
                installation.baseUrl()
                    + "/calendar/invitation?token="
                    + links.write(row.get().application()))
            .secretUntil(session.startsAt()));
    return "no-secret";
  }

  private static boolean same(String one, String other) {
    return !one.isEmpty() && one.equalsIgnoreCase(other);
  }

  private static List<String> receivers(MimeMessage message) {
    try {
      Address[] all = message.getAllRecipients();
      return all == null
          ? List.of()
          : Stream.of(all)
              .limit(WIDEST)
              .filter(InternetAddress.class::isInstance)
              .map(each -> String.valueOf(((InternetAddress) each).getAddress()))
              .toList();
    } catch (MessagingException e) {
      return List.of();
    }
  }

  /** The first part that is a calendar. */
  private static Optional<String> calendar(Part part, int depth)
      throws MessagingException, IOException {
    if (part.isMimeType("text/calendar") || part.isMimeType("application/ics")) {
      try (InputStream content = part.getInputStream()) {
        byte[] bytes = content.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
          throw new IOException("longer than any reply");
        }
        return Optional.of(new String(bytes, StandardCharsets.UTF_8));
      }
    }
    if (depth < DEEPEST
        && part.isMimeType("multipart/*")
        && part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < Math.min(parts.getCount(), WIDEST); i++) {
        Optional<String> found = calendar(parts.getBodyPart(i), depth + 1);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
