package org.portolan.calendar.web;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds a feed to RFC 5545, and to RFC 7986 where it uses that. By sections:
 *
 * <ol>
 *   <li>3.1: each line ends with CRLF, neither of the two stands alone; no line has more than 75
 *       octets without its end; each is UTF-8 by itself, so that no fold is within a character; no
 *       continuation is empty; a line is a name, parameters, a colon and a value.
 *   <li>3.1, 3.3.11: no control character but the tab.
 *   <li>3.4, 3.6: one VCALENDAR; components are ended as they began, VEVENT and VTIMEZONE within
 *       the calendar, STANDARD and DAYLIGHT within VTIMEZONE.
 *   <li>3.7: PRODID and VERSION:2.0 once, CALSCALE:GREGORIAN at most once, no METHOD: the feed is
 *       published, not sent.
 *   <li>3.6.1: an event has UID, DTSTAMP and DTSTART once; DTEND once and no DURATION; what may
 *       stand once does not stand twice.
 *   <li>3.3.5, 3.8.7: DTSTAMP and LAST-MODIFIED are in universal time; SEQUENCE is a number from 0;
 *       STATUS one of events.
 *   <li>3.8.2: DTEND is of the form of DTSTART, and later; times are of universal time or of a
 *       zone, never floating.
 *   <li>3.2.19, 3.6.5: each TZID is told in the feed, once; a zone has an observance at least, each
 *       with DTSTART without a zone, TZOFFSETFROM and TZOFFSETTO; each goes on from the offset at
 *       which the one before it ended; the first began before the first event that needs it.
 *   <li>3.3.10, 3.8.5.3: a rule is daily or every so many days with a count above 1, and stands
 *       once.
 *   <li>3.8.5.1: what is left out is of an event that repeats, of its form of time, each once,
 *       later than its beginning, and nothing stands in its place.
 *   <li>3.8.4.4, 3.8.4.7: UID and RECURRENCE-ID name an event once; what takes the place of a
 *       repetition has an event that repeats, its form of time, its SEQUENCE and its STATUS.
 *   <li>3.3.11: backslash, semicolon and comma of texts are escaped, nothing else is.
 *   <li>3.3.13, 3.8.4.6: addresses are whole.
 *   <li>RFC 7986 5: NAME, SOURCE as URI, REFRESH-INTERVAL as duration, URL and LAST-MODIFIED stand
 *       at most once in the calendar.
 * </ol>
 */
final class FeedCheck {
  private static final Pattern LINE =
      Pattern.compile(
          "([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:\"[^\"]*\"|[^\";:,]*))*):(.*)", Pattern.DOTALL);
  private static final Pattern UNIVERSAL = Pattern.compile("\\d{8}T\\d{6}Z");
  private static final Pattern LOCAL = Pattern.compile("\\d{8}T\\d{6}");
  private static final Pattern OFFSET = Pattern.compile("[+-]\\d{4}");
  private static final Pattern RULE =
      Pattern.compile("FREQ=DAILY;COUNT=([2-9]|[1-9]\\d+)(;INTERVAL=([2-9]|[1-9]\\d+))?");
  private static final Pattern DURATION = Pattern.compile("P(?:\\d+[WD]|T\\d+[HMS])");
  private static final Pattern TEXT = Pattern.compile("(?:[^\\\\;,]|\\\\[\\\\;,nN])*");
  private static final Set<String> TEXTS = Set.of("SUMMARY", "LOCATION", "DESCRIPTION", "NAME");
  private static final Map<String, String> WITHIN =
      Map.of(
          "VCALENDAR", "",
          "VEVENT", "VCALENDAR",
          "VTIMEZONE", "VCALENDAR",
          "STANDARD", "VTIMEZONE",
          "DAYLIGHT", "VTIMEZONE");

  private final List<String> problems = new ArrayList<>();

  private FeedCheck() {}

  /** What is wrong with it; empty where nothing is. */
  static List<String> problems(byte[] feed) {
    FeedCheck check = new FeedCheck();
    check.lines(feed);
    Part calendar = check.parsed(new String(feed, StandardCharsets.UTF_8));
    if (calendar != null) {
      check.calendar(calendar);
    }
    return check.problems;
  }

  static List<String> problems(String feed) {
    return problems(feed.getBytes(StandardCharsets.UTF_8));
  }

  private record Line(String name, String parameters, String value) {
    String zone() {
      return parameters.startsWith(";TZID=") ? parameters.substring(6).replace("\"", "") : null;
    }

    /** Universal, or the clocks of which zone. */
    String form() {
      return UNIVERSAL.matcher(value).matches() ? "Z" : String.valueOf(zone());
    }
  }

  private record Part(String name, List<Line> lines, List<Part> parts) {
    List<Line> all(String name) {
      return lines.stream().filter(line -> line.name().equals(name)).toList();
    }

    Line one(String name) {
      return all(name).stream().findFirst().orElse(null);
    }

    String value(String name) {
      Line line = one(name);
      return line == null ? "" : line.value();
    }
  }

  private void check(boolean holds, String problem) {
    if (!holds) {
      problems.add(problem);
    }
  }

  private void lines(byte[] feed) {
    int begin = 0;
    for (int at = 0; at < feed.length; at++) {
      check(feed[at] != '\n' || at > 0 && feed[at - 1] == '\r', "LF alone at " + at);
      check(feed[at] != '\r' || at + 1 < feed.length && feed[at + 1] == '\n', "CR alone at " + at);
      check(feed[at] >= ' ' || feed[at] < 0 || "\r\n\t".indexOf(feed[at]) >= 0, "control at " + at);
      check(feed[at] != 0x7f, "control at " + at);
      if (feed[at] == '\n') {
        line(feed, begin, at - 1 - begin);
        begin = at + 1;
      }
    }
    check(begin == feed.length, "the last line has no end");
  }

  private void line(byte[] feed, int begin, int length) {
    check(length <= 75, "a line of " + length + " octets");
    check(length > 0, "an empty line");
    check(length != 1 || feed[begin] != ' ', "an empty continuation");
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(feed, begin, length));
    } catch (CharacterCodingException e) {
      problems.add("a line that is not UTF-8 by itself at " + begin);
    }
  }

  private Part parsed(String feed) {
    Part root = new Part("", new ArrayList<>(), new ArrayList<>());
    List<Part> open = new ArrayList<>(List.of(root));
    for (String text : feed.replace("\r\n ", "").split("\r\n")) {
      Matcher parts = LINE.matcher(text);
      if (!parts.matches()) {
        problems.add("no content line: " + text);
        continue;
      }
      Line line = new Line(parts.group(1), parts.group(2), parts.group(3));
      Part in = open.get(open.size() - 1);
      if (line.name().equals("BEGIN")) {
        check(in.name().equals(WITHIN.get(line.value())), line.value() + " in " + in.name());
        Part part = new Part(line.value(), new ArrayList<>(), new ArrayList<>());
        in.parts().add(part);
        open.add(part);
      } else if (line.name().equals("END")) {
        check(in.name().equals(line.value()), "END:" + line.value() + " of " + in.name());
        open.remove(open.size() - 1);
      } else {
        check(in != root, "outside of all: " + text);
        in.lines().add(line);
      }
    }
    check(open.size() == 1, "not ended: " + open.get(open.size() - 1).name());
    check(root.parts().size() == 1, root.parts().size() + " calendars");
    return root.parts().isEmpty() ? null : root.parts().get(0);
  }

  private void calendar(Part calendar) {
    once(calendar, "PRODID", "VERSION");
    check(calendar.value("VERSION").equals("2.0"), "another version");
    mostOnce(calendar, "CALSCALE", "NAME", "SOURCE", "REFRESH-INTERVAL", "URL", "LAST-MODIFIED");
    check(calendar.all("METHOD").isEmpty(), "METHOD");
    optional(calendar, "CALSCALE", "GREGORIAN"::equals);
    optional(calendar, "REFRESH-INTERVAL", value -> DURATION.matcher(value).matches());
    typed(calendar, "REFRESH-INTERVAL", ";VALUE=DURATION");
    typed(calendar, "SOURCE", ";VALUE=URI");
    common(calendar);
    Map<String, Part> zones = new HashMap<>();
    Map<String, Part> repeating = new HashMap<>();
    Set<String> names = new HashSet<>();
    for (Part part : calendar.parts()) {
      if (part.name().equals("VTIMEZONE")) {
        once(part, "TZID");
        check(zones.put(part.value("TZID"), part) == null, "twice " + part.value("TZID"));
        zone(part);
      }
    }
    for (Part part : calendar.parts()) {
      if (part.name().equals("VEVENT")) {
        String uid = part.value("UID");
        check(names.add(uid + " " + part.value("RECURRENCE-ID")), "twice " + uid);
        event(part, zones);
        if (part.one("RRULE") != null) {
          repeating.put(uid, part);
        }
      }
    }
    calendar.parts().stream()
        .filter(part -> part.one("RECURRENCE-ID") != null)
        .forEach(part -> instead(part, repeating.get(part.value("UID"))));
  }

  private void event(Part event, Map<String, Part> zones) {
    once(event, "UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "STATUS", "SUMMARY");
    mostOnce(event, "LOCATION", "DESCRIPTION", "URL", "LAST-MODIFIED", "RECURRENCE-ID", "RRULE");
    check(event.all("DURATION").isEmpty(), "an end and a length");
    common(event);
    check(UNIVERSAL.matcher(event.value("DTSTAMP")).matches(), "DTSTAMP " + event.value("DTSTAMP"));
    check(event.value("SEQUENCE").matches("0|[1-9]\\d{0,8}"), "SEQUENCE");
    check(Set.of("CONFIRMED", "CANCELLED").contains(event.value("STATUS")), "STATUS");
    optional(event, "RRULE", value -> RULE.matcher(value).matches());
    left(event);
    Line start = event.one("DTSTART");
    Line end = event.one("DTEND");
    if (start == null || end == null) {
      return;
    }
    check(start.form().equals(end.form()), "two forms: " + start + ", " + end);
    check(start.value().compareTo(end.value()) < 0, "no length: " + start + ", " + end);
    if (!start.form().equals("Z")) {
      check(LOCAL.matcher(start.value()).matches(), "no time: " + start);
      check(LOCAL.matcher(end.value()).matches(), "no time: " + end);
      Part zone = zones.get(start.zone());
      check(zone != null, "clocks that are not told: " + start);
      check(
          zone == null
              || zone.parts().stream()
                  .anyMatch(each -> each.value("DTSTART").compareTo(start.value()) <= 0),
          "before its clocks: " + start);
    }
  }

  private void left(Part event) {
    Set<String> left = new HashSet<>();
    for (Line each : event.all("EXDATE")) {
      check(event.one("RRULE") != null, "left out of nothing: " + each);
      check(each.form().equals(event.one("DTSTART").form()), "another form: " + each);
      check(each.value().compareTo(event.value("DTSTART")) > 0, "not after the first: " + each);
      check(left.add(each.value()), "left out twice: " + each);
    }
  }

  private void instead(Part part, Part whole) {
    check(whole != null, "nothing repeats for " + part.value("UID"));
    if (whole != null) {
      for (String name : List.of("SEQUENCE", "STATUS", "DTSTAMP")) {
        check(part.value(name).equals(whole.value(name)), "another " + name);
      }
      check(part.one("RRULE") == null, "a repetition that repeats");
      check(
          whole.all("EXDATE").stream()
              .noneMatch(left -> left.value().equals(part.value("RECURRENCE-ID"))),
          "left out and there: " + part.one("RECURRENCE-ID"));
      check(
          part.one("RECURRENCE-ID").form().equals(whole.one("DTSTART").form()),
          "another form: " + part.one("RECURRENCE-ID"));
    }
  }

  private void zone(Part zone) {
    check(!zone.parts().isEmpty(), "no observance");
    String before = null;
    for (Part each : zone.parts()) {
      once(each, "DTSTART", "TZOFFSETFROM", "TZOFFSETTO");
      check(LOCAL.matcher(each.value("DTSTART")).matches(), "onset " + each.value("DTSTART"));
      check(OFFSET.matcher(each.value("TZOFFSETFROM")).matches(), "offset");
      check(OFFSET.matcher(each.value("TZOFFSETTO")).matches(), "offset");
      check(!each.value("TZOFFSETTO").equals("-0000"), "-0000");
      check(
          before == null || before.equals(each.value("TZOFFSETFROM")),
          "from " + each.value("TZOFFSETFROM") + " after " + before);
      before = each.value("TZOFFSETTO");
    }
  }

  /** What is alike in calendars and events. */
  private void common(Part part) {
    optional(part, "LAST-MODIFIED", value -> UNIVERSAL.matcher(value).matches());
    optional(part, "URL", value -> URI.create(value).isAbsolute());
    optional(part, "SOURCE", value -> URI.create(value).isAbsolute());
    for (Line line : part.lines()) {
      if (TEXTS.contains(line.name())) {
        check(TEXT.matcher(line.value()).matches(), "not escaped: " + line);
      }
    }
    part.all("CATEGORIES")
        .forEach(
            line ->
                check(
                    TEXT.matcher(line.value().replaceAll("(?<!\\\\),", "")).matches(),
                    "not escaped: " + line));
  }

  private void once(Part part, String... names) {
    for (String name : names) {
      int count = part.all(name).size();
      check(count == 1, part.name() + " has " + name + " " + count + " times");
    }
  }

  private void mostOnce(Part part, String... names) {
    for (String name : names) {
      check(part.all(name).size() <= 1, part.name() + " has " + name + " again");
    }
  }

  private void optional(Part part, String name, Predicate<String> holds) {
    part.all(name).forEach(line -> check(holds.test(line.value()), "wrong: " + line));
  }

  private void typed(Part part, String name, String parameters) {
    part.all(name)
        .forEach(line -> check(Objects.equals(line.parameters(), parameters), "type of " + line));
  }
}
