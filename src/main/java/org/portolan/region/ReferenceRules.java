package org.portolan.region;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.portolan.platform.i18n.Language;

/** What must be true of reference data before it is kept. */
final class ReferenceRules {
  private static final int LONGEST_NAME = 160;
  private static final int LONGEST_CITY = 80;
  private static final int LONGEST_ADDRESS = 200;
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  private final Directory directory;

  ReferenceRules(Directory directory) {
    this.directory = directory;
  }

  /** Keys of what is wrong, by field, in the order of the form. */
  Map<String, String> problems(ReferenceKind kind, Map<String, String> values) {
    Map<String, String> problems = new LinkedHashMap<>();
    for (String field : kind.fields()) {
      String problem = problem(kind, field, values);
      if (problem != null) {
        problems.put(field, problem);
      }
    }
    return problems;
  }

  private String problem(ReferenceKind kind, String field, Map<String, String> values) {
    String value = values.getOrDefault(field, "");
    if (field.startsWith("name.")) {
      return value.isEmpty() ? "missing" : value.length() > LONGEST_NAME ? "long" : null;
    }
    if (value.isEmpty()) {
      return needed(kind, field, values) ? "missing" : null;
    }
    return switch (field) {
      case "kind" -> BodyKind.of(value).isPresent() ? null : "choice";
      case "region" -> directory.findRegion(value).isPresent() ? null : "choice";
      case "member" -> directory.findMember(value).isPresent() ? null : "choice";
      case "city" -> value.length() > LONGEST_CITY ? "long" : null;
      case "latitude" -> degrees(value, 90) ? null : "degrees";
      case "longitude" -> degrees(value, 180) ? null : "degrees";
      case "zone" -> ZONES.contains(value) ? null : "zone";
      case "languages" ->
          Arrays.stream(value.split(" ")).allMatch(code -> Language.of(code).isPresent())
              ? null
              : "choice";
      case "website" -> website(value) ? null : "website";
      case "closed" -> closed(value, values);
      case "since" ->
          kind == ReferenceKind.BODY ? year(value) ? null : "year" : month(value) ? null : "month";
      case "until" -> until(value, values);
      case "seen" -> month(value) ? null : "month";
      default -> null;
    };
  }

  private static boolean needed(ReferenceKind kind, String field, Map<String, String> values) {
    return switch (kind) {
      case MEMBER -> true;
      case VICE_CHAIR ->
          field.equals("region")
              || field.equals("member")
              || field.equals("since") && values.getOrDefault("seen", "").isEmpty();
      case BODY -> {
        boolean centre = BodyKind.RTC.code().equals(values.get("kind"));
        yield switch (field) {
          case "kind" -> true;
          case "region" -> !BodyKind.DONOR.code().equals(values.get("kind"));
          case "city", "zone", "languages" -> centre;
          // a place is both or none
          case "latitude" -> centre || !values.getOrDefault("longitude", "").isEmpty();
          case "longitude" -> centre || !values.getOrDefault("latitude", "").isEmpty();
          default -> false;
        };
      }
    };
  }

  private static String until(String value, Map<String, String> values) {
    if (!month(value)) {
      return "month";
    }
    String since = values.getOrDefault("since", "");
    if (since.isEmpty()) {
      return "since";
    }
    return month(since) && PartialDate.of(value).last().isBefore(PartialDate.of(since).first())
        ? "reversed"
        : null;
  }

  private static String closed(String value, Map<String, String> values) {
    if (!day(value)) {
      return "day";
    }
    String since = values.getOrDefault("since", "");
    return year(since) && LocalDate.parse(value).getYear() < Integer.parseInt(since)
        ? "unopened"
        : null;
  }

  private static boolean year(String value) {
    return value.matches("(1[89]|20)[0-9]{2}");
  }

  private static boolean degrees(String value, int most) {
    return value.matches("-?[0-9]{1,3}(\\.[0-9]{1,6})?")
        && Math.abs(Double.parseDouble(value)) <= most;
  }

  private static boolean month(String value) {
    return value.matches("(19|20)[0-9]{2}(-(0[1-9]|1[0-2]))?");
  }

  private static boolean day(String value) {
    try {
      return LocalDate.parse(value).getYear() < 10_000;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean website(String value) {
    try {
      URI address = URI.create(value);
      return value.length() <= LONGEST_ADDRESS
          && address.getHost() != null
          && address.getUserInfo() == null
          && Set.of("http", "https").contains(address.getScheme());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
