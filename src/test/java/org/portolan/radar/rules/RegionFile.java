package org.portolan.radar.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portolan.calendar.SessionState;
import org.portolan.calendar.Timing;
import org.portolan.calendar.TrainingYear;

/**
 * A region in a training year, read from a text that anybody can write: see {@code
 * src/test/resources/radar/README.md}. Names of sessions and courses stand for their numbers.
 */
public final class RegionFile {
  private final Map<String, List<Map<String, String>>> parts = new HashMap<>();
  private final Map<String, Long> sessions = new LinkedHashMap<>();
  private final Map<String, Long> courseNumbers = new LinkedHashMap<>();
  private final RegionYear region;

  private RegionFile(List<String> lines) {
    read(lines);
    region = build();
  }

  /** One file after another: a region, and what is planted in it. */
  public static RegionFile of(String... names) throws IOException {
    return new RegionFile(lines(names));
  }

  /** The same as somebody sees it who looks on another day than the files say. */
  public static RegionFile on(LocalDate today, String... names) throws IOException {
    List<String> lines = lines(names);
    lines.addAll(List.of("[region]", "year, today"));
    RegionFile region = new RegionFile(lines(names));
    lines.add(region.region.year().begins() + ", " + today);
    return new RegionFile(lines);
  }

  private static List<String> lines(String... names) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String each : names) {
      lines.addAll(Files.readAllLines(Path.of("src/test/resources/radar", each)));
    }
    return lines;
  }

  static RegionFile text(String text) {
    return new RegionFile(text.lines().toList());
  }

  public RegionYear region() {
    return region;
  }

  /** What the radar finds, each as its kind and the names of its sessions. */
  public List<String> found() {
    return Rules.look(region).stream()
        .map(each -> each.kind().code() + " " + names(each))
        .map(String::strip)
        .toList();
  }

  public String names(Finding finding) {
    return finding.sessions().stream()
        .map(
            id ->
                sessions.entrySet().stream()
                    .filter(each -> each.getValue().equals(id))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow())
        .collect(Collectors.joining(" "));
  }

  private void read(List<String> lines) {
    String part = "";
    List<String> columns = List.of();
    for (String raw : lines) {
      String line = raw.replaceAll("#.*", "").strip();
      if (line.isEmpty()) {
        continue;
      }
      if (line.startsWith("[")) {
        part = line.substring(1, line.indexOf(']')).strip();
        columns = List.of();
        parts.putIfAbsent(part, new ArrayList<>());
      } else if (columns.isEmpty()) {
        columns = cells(line);
      } else {
        parts.get(part).add(row(columns, cells(line), raw));
      }
    }
  }

  private static Map<String, String> row(List<String> columns, List<String> cells, String raw) {
    if (cells.size() > columns.size()) {
      throw new IllegalArgumentException("more cells than columns " + columns + ": " + raw);
    }
    Map<String, String> row = new HashMap<>();
    for (int at = 0; at < columns.size(); at++) {
      row.put(columns.get(at), at < cells.size() ? cells.get(at) : "");
    }
    return row;
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
  }

  private RegionYear build() {
    Map<String, String> about = rows("region").get(rows("region").size() - 1);
    Map<String, CentreFact> centres = new TreeMap<>();
    rows("centres")
        .forEach(
            row ->
                centres.put(
                    need(row, "code"),
                    new CentreFact(
                        row.get("code"), given(row, "member"), "yes".equals(row.get("plans")))));
    Map<String, CourseFact> courses = new LinkedHashMap<>();
    for (Map<String, String> row : rows("courses")) {
      String code = need(row, "code");
      long number = courseNumbers.computeIfAbsent(code, any -> courseNumbers.size() + 1L);
      courses.put(
          code,
          new CourseFact(
              number,
              need(row, "centre"),
              need(row, "theme"),
              need(row, "level"),
              codes(row, "audience")));
    }
    List<Planned> planned = new ArrayList<>();
    for (Map<String, String> row : rows("sessions")) {
      planned.add(session(row, centres, courses));
    }
    Map<String, Set<LocalDate>> holidays =
        rows("holidays").stream()
            .collect(
                Collectors.groupingBy(
                    row -> need(row, "member"),
                    Collectors.mapping(
                        row -> LocalDate.parse(need(row, "day")), Collectors.toSet())));
    Map<String, Set<DayOfWeek>> rest =
        rows("rest days").stream()
            .collect(
                Collectors.toMap(
                    row -> need(row, "member"),
                    row ->
                        codes(row, "days").stream()
                            .map(day -> DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)))
                            .collect(Collectors.toSet())));
    return new RegionYear(
        "TEST",
        new TrainingYear(Integer.parseInt(need(about, "year"))),
        LocalDate.parse(need(about, "today")),
        List.copyOf(centres.values()),
        rows("members").stream()
            .map(row -> new MemberFact(need(row, "code"), codes(row, "languages")))
            .toList(),
        List.copyOf(courses.values()),
        planned,
        resources(),
        holidays,
        rest);
  }

  private List<ResourceFact> resources() {
    List<ResourceFact> resources = new ArrayList<>();
    for (Map<String, String> row : rows("resources")) {
      resources.add(
          new ResourceFact(
              resources.size() + 1L,
              need(row, "centre"),
              ResourceFact.Kind.valueOf(need(row, "kind").toUpperCase(Locale.ROOT)),
              need(row, "name"),
              codes(row, "taken").stream().flatMap(RegionFile::days).collect(Collectors.toSet()),
              codes(row, "displaced").stream()
                  .map(name -> Objects.requireNonNull(sessions.get(name), name))
                  .collect(Collectors.toSet())));
    }
    return resources;
  }

  /** A day, or all from one to another: {@code 2027-01-04/2027-01-08}. */
  private static Stream<LocalDate> days(String text) {
    String[] ends = text.split("/");
    return LocalDate.parse(ends[0]).datesUntil(LocalDate.parse(ends[ends.length - 1]).plusDays(1));
  }

  private Planned session(
      Map<String, String> row, Map<String, CentreFact> centres, Map<String, CourseFact> courses) {
    String name = need(row, "name");
    if (sessions.containsKey(name)) {
      throw new IllegalArgumentException("two sessions are called " + name);
    }
    sessions.put(name, sessions.size() + 1L);
    CourseFact course = courses.get(need(row, "course"));
    CentreFact centre = centres.get(need(row, "centre"));
    if (course == null || centre == null) {
      throw new IllegalArgumentException("no such course or centre: " + row);
    }
    String first = given(row, "first");
    String last = given(row, "last");
    int taken = number(row, "taken");
    return new Planned(
        sessions.get(name),
        course,
        centre,
        codes(row, "languages"),
        SessionState.of(need(row, "state")).orElseThrow(),
        first == null
            ? Timing.of(given(row, "timing") == null ? "undated" : row.get("timing")).orElseThrow()
            : Timing.DATED,
        first == null ? null : LocalDate.parse(first),
        first == null ? null : LocalDate.parse(last == null ? first : last),
        Set.of(),
        number(row, "seats"),
        taken,
        number(row, "queued"),
        Math.max(taken + number(row, "queued"), number(row, "applications")),
        codes(row, "invited"),
        number(row, "interested"),
        given(row, "interested since") == null
            ? null
            : LocalDate.parse(row.get("interested since")));
  }

  private List<Map<String, String>> rows(String part) {
    return parts.getOrDefault(part, List.of());
  }

  private static String need(Map<String, String> row, String column) {
    String value = given(row, column);
    if (value == null) {
      throw new IllegalArgumentException("no " + column + " in " + row);
    }
    return value;
  }

  private static String given(Map<String, String> row, String column) {
    String value = row.get(column);
    return value == null || value.isEmpty() ? null : value;
  }

  private static int number(Map<String, String> row, String column) {
    return given(row, column) == null ? 0 : Integer.parseInt(row.get(column));
  }

  private static Set<String> codes(Map<String, String> row, String column) {
    return given(row, column) == null
        ? Set.of()
        : Stream.of(row.get(column).split("\\s+")).collect(Collectors.toSet());
  }
}
