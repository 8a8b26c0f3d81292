package org.portolan.attendance.web;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.portolan.attendance.Attendee;
import org.portolan.attendance.Guest;
import org.portolan.attendance.Mark;
import org.portolan.attendance.Presence;
import org.portolan.attendance.RollSync;
import org.portolan.attendance.SentMark;
import org.portolan.attendance.SentRoll;
import org.portolan.platform.web.Problem;

/**
 * Reads what a tablet sent. One mark that says nothing that can be read does not stand in the way
 * of the others.
 *
 * @param malformed names of those that cannot be read, as far as they have any
 */
record SentJson(SentRoll roll, List<String> malformed) {
  private static final Pattern NAME =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern HALF = Pattern.compile("\\d{4}-\\d{2}-\\d{2}-[ap]m");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  /** The year 2100: no clock is off by more. */
  private static final long LATEST = 4_102_444_800_000L;

  private static final int LONGEST_NAME = 60;
  private static final int LARGEST_COUNTER = 1_000_000_000;

  static SentJson of(JsonObject sent) {
    String device = text(sent, "device");
    long now = number(sent, "now");
    if (!NAME.matcher(device).matches() || Mark.ownDevice(device)) {
      throw wrong("device is no UUID of a tablet");
    }
    if (now < 0 || now > LATEST) {
      throw wrong("now is no number of milliseconds since 1970");
    }
    JsonArray guests = list(sent, "guests");
    JsonArray marks = list(sent, "marks");
    List<String> malformed = new ArrayList<>();
    List<Guest> readGuests = new ArrayList<>();
    for (JsonValue each : guests) {
      JsonObject guest = part(each);
      if (NAME.matcher(text(guest, "id")).matches()) {
        readGuests.add(
            Guest.typed(
                text(guest, "id"),
                text(guest, "name"),
                text(guest, "administration"),
                text(guest, "email")));
      } else {
        malformed.add(named(guest));
      }
    }
    List<SentMark> readMarks = new ArrayList<>();
    for (JsonValue each : marks) {
      mark(part(each)).ifPresentOrElse(readMarks::add, () -> malformed.add(named(part(each))));
    }
    return new SentJson(new SentRoll(device, now, readGuests, readMarks), malformed);
  }

  private static Optional<SentMark> mark(JsonObject sent) {
    Optional<Attendee> who = Attendee.of(text(sent, "attendee"));
    Optional<Presence> presence = Presence.of(text(sent, "state"));
    long counter = number(sent, "counter");
    long at = number(sent, "at");
    String previous = text(sent, "previous");
    boolean read =
        NAME.matcher(text(sent, "id")).matches()
            && HALF.matcher(text(sent, "half")).matches()
            && HASH.matcher(text(sent, "hash")).matches()
            && (previous.isEmpty() || HASH.matcher(previous).matches())
            && counter > 0
            && counter <= LARGEST_COUNTER
            && at >= 0
            && at <= LATEST
            && who.isPresent()
            && presence.isPresent();
    return read
        ? Optional.of(
            new SentMark(
                text(sent, "id"),
                who.get(),
                text(sent, "half"),
                presence.get(),
                (int) counter,
                at,
                previous,
                text(sent, "hash")))
        : Optional.empty();
  }

  private static JsonArray list(JsonObject sent, String name) {
    JsonValue value = sent.get(name);
    if (value == null) {
      return JsonValue.EMPTY_JSON_ARRAY;
    }
    if (value.getValueType() != JsonValue.ValueType.ARRAY) {
      throw wrong(name + " is no list");
    }
    if (value.asJsonArray().size() > RollSync.MOST) {
      throw wrong(name + " has more than " + RollSync.MOST);
    }
    return value.asJsonArray();
  }

  private static JsonObject part(JsonValue value) {
    return value.getValueType() == JsonValue.ValueType.OBJECT
        ? value.asJsonObject()
        : JsonValue.EMPTY_JSON_OBJECT;
  }

  private static String named(JsonObject part) {
    String name = text(part, "id");
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
  }

  private static String text(JsonObject sent, String name) {
    return sent.get(name) instanceof JsonString text ? text.getString() : "";
  }

  /** -1 for what is no whole number. */
  private static long number(JsonObject sent, String name) {
    try {
      return sent.get(name) instanceof JsonNumber number ? number.longValueExact() : -1;
    } catch (ArithmeticException e) {
      return -1;
    }
  }

  private static Problem wrong(String detail) {
    return new Problem(400, "invalid", "What was sent cannot be read", detail);
  }
}
