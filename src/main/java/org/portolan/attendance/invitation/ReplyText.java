package org.portolan.attendance.invitation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a calendar replied, as far as it matters here: of one event, from one person. What is said
 * of some of its days beside all of it does not matter. Anything longer or stranger than a reply is
 * none.
 *
 * @param method in capitals
 * @param organizer address to which it was sent
 * @param attendee address of who replies
 * @param stampedAt when the calendar wrote it
 * @param ofSomeDays whether it says nothing of the whole event
 */
record ReplyText(
    String method,
    String uid,
    int sequence,
    String organizer,
    String attendee,
    Reply reply,
    Instant stampedAt,
    boolean ofSomeDays) {
  private static final int MOST_LINES = 2000;
  private static final Pattern FOLD = Pattern.compile("\r?\n[ \t]");
  private static final Pattern PARTSTAT = Pattern.compile("(?i);PARTSTAT=\"?([A-Za-z-]{1,20})\"?");
  private static final Pattern MAILTO = Pattern.compile("(?i)mailto:([^\\s\"<>]{3,250})$");
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");

  /** Empty for what cannot be read as one. */
  static Optional<ReplyText> of(String text) {
    String[] lines = FOLD.matcher(text).replaceAll("").split("\r?\n", MOST_LINES + 1);
    if (lines.length > MOST_LINES || !lines[0].strip().equalsIgnoreCase("BEGIN:VCALENDAR")) {
      return Optional.empty();
    }
    List<List<String>> events = new ArrayList<>();
    String method = "";
    boolean within = false;
    for (String line : lines) {
      String plain = line.strip();
      String upper = plain.toUpperCase(Locale.ROOT);
      if (upper.equals("BEGIN:VEVENT")) {
        if (within) {
          return Optional.empty();
        }
        events.add(new ArrayList<>());
        within = true;
      } else if (upper.equals("END:VEVENT")) {
        within = false;
      } else if (within) {
        events.get(events.size() - 1).add(plain);
      } else if (upper.startsWith("METHOD:")) {
        method = upper.substring("METHOD:".length()).strip();
      }
    }
    return within ? Optional.empty() : event(method, events);
  }

  private static Optional<ReplyText> event(String method, List<List<String>> events) {
    List<List<String>> whole =
        events.stream().filter(event -> all(event, "RECURRENCE-ID").isEmpty()).toList();
    if (whole.isEmpty() && !events.isEmpty()) {
      return event(method, events.get(0), true);
    }
    return whole.size() == 1 ? event(method, whole.get(0), false) : Optional.empty();
  }

  private static Optional<ReplyText> event(String method, List<String> lines, boolean ofSomeDays) {
    List<String> attendees = all(lines, "ATTENDEE");
    Optional<String> uid = one(lines, "UID").map(ReplyText::value);
    Optional<Instant> stamped = one(lines, "DTSTAMP").flatMap(line -> stamp(value(line)));
    Optional<Integer> sequence =
        all(lines, "SEQUENCE").isEmpty()
            ? Optional.of(0)
            : one(lines, "SEQUENCE")
                .map(ReplyText::value)
                .filter(number -> number.matches("\\d{1,9}"))
                .map(Integer::valueOf);
    Optional<String> organizer = one(lines, "ORGANIZER").flatMap(ReplyText::address);
    if (attendees.size() != 1 || uid.isEmpty() || stamped.isEmpty() || sequence.isEmpty()) {
      return Optional.empty();
    }
    Matcher said = PARTSTAT.matcher(attendees.get(0));
    Optional<Reply> reply = said.find() ? Reply.of(said.group(1)) : Optional.empty();
    Optional<String> attendee = address(attendees.get(0));
    return reply.isPresent() && attendee.isPresent()
        ? Optional.of(
            new ReplyText(
                method,
                uid.get(),
                sequence.get(),
                organizer.orElse(""),
                attendee.get(),
                reply.get(),
                stamped.get(),
                ofSomeDays))
        : Optional.empty();
  }

  private static List<String> all(List<String> lines, String property) {
    return lines.stream()
        .filter(
            line -> {
              String upper = line.toUpperCase(Locale.ROOT);
              return upper.startsWith(property + ":") || upper.startsWith(property + ";");
            })
        .toList();
  }

  private static Optional<String> one(List<String> lines, String property) {
    List<String> found = all(lines, property);
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static String value(String line) {
    return line.substring(line.indexOf(':') + 1).strip();
  }

  private static Optional<String> address(String line) {
    Matcher address = MAILTO.matcher(line);
    return address.find() ? Optional.of(address.group(1)) : Optional.empty();
  }

  private static Optional<Instant> stamp(String value) {
    try {
      return Optional.of(LocalDateTime.parse(value, STAMP).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** What was added to the address that replies go to, which is the secret; empty without one. */
  static String secret(String address) {
    int plus = address.indexOf('+');
    int at = address.lastIndexOf('@');
    return plus >= 0 && plus < at ? address.substring(plus + 1, at).toLowerCase(Locale.ROOT) : "";
  }
}
