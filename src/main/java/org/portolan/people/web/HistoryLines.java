package org.portolan.people.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.audit.AuditEntry;
import org.portolan.platform.audit.AuditPage;
import org.portolan.platform.audit.Change;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.i18n.Texts;

/**
 * The history of a record as its page shows it ({@code WEB-INF/tags/history.xhtml}): entries of the
 * audit trail with names and in words of the reader.
 */
@RequestScoped
public class HistoryLines {
  /** Values are words of their own in these fields. */
  private static final Set<String> WORDS =
      Set.of("state", "stage", "held", "online", "role", "way");

  /** The number of somebody is a value in this field. */
  private static final String PERSON = "person";

  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  private static final Pattern MOMENT =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?Z");

  private static final int LONGEST_VALUE = 200;

  @Inject private People people;
  @Inject private CurrentLanguage language;
  @Inject private Formats formats;

  /**
   * An entry.
   *
   * @param who empty when nobody did it
   * @param behind the administrator who acted in that name, or empty
   */
  public record Line(
      Instant at, String what, String who, String behind, boolean byProgram, List<Field> fields) {}

  /**
   * A field that changed.
   *
   * @param lang of a text in one language, or null
   * @param before null where there was nothing, or where the values are too long to be shown
   * @param erased whether nobody can read the values any more
   */
  public record Field(String name, String lang, String before, String after, boolean erased) {}

  public List<Line> of(AuditPage page) {
    Map<Long, PersonSummary> known =
        people.byIds(
            page.entries().stream()
                .flatMap(HistoryLines::named)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    return page.entries().stream().map(entry -> line(entry, known)).toList();
  }

  private static Stream<Long> named(AuditEntry entry) {
    Stream<Long> values =
        entry.changes().stream()
            .filter(change -> change.field().equals(PERSON))
            .flatMap(change -> Stream.of(change.before(), change.after()))
            .filter(value -> value != null && NUMBER.matcher(value).matches())
            .map(Long::valueOf);
    return Stream.concat(Stream.of(entry.actorId(), entry.behindId()), values);
  }

  private Line line(AuditEntry entry, Map<Long, PersonSummary> known) {
    List<Field> fields = new ArrayList<>();
    entry.changes().forEach(change -> fields.add(field(change, false, known)));
    entry.personal().forEach(each -> fields.add(field(each.change(), each.erased(), known)));
    return new Line(
        entry.at(),
        text("audit.action." + entry.action()),
        name(entry.actorId(), known),
        name(entry.behindId(), known),
        entry.channel().equals("token"),
        fields);
  }

  private String name(Long person, Map<Long, PersonSummary> known) {
    if (person == null) {
      return "";
    }
    PersonSummary found = known.get(person);
    return found == null ? text("audit.gone") : found.name();
  }

  private Field field(Change change, boolean erased, Map<Long, PersonSummary> known) {
    int dot = change.field().indexOf('.');
    String field = dot < 0 ? change.field() : change.field().substring(0, dot);
    String lang = dot < 0 ? null : change.field().substring(dot + 1);
    String name = text("audit.field." + field.toLowerCase(Locale.ROOT));
    if (lang != null) {
      name = name + " (" + formats.languageName(lang) + ")";
    }
    boolean tooLong =
        length(change.before()) > LONGEST_VALUE || length(change.after()) > LONGEST_VALUE;
    return tooLong
        ? new Field(name, lang, null, null, erased)
        : new Field(
            name,
            lang,
            shown(field, change.before(), known),
            shown(field, change.after(), known),
            erased);
  }

  private static int length(String value) {
    return value == null ? 0 : value.length();
  }

  private String shown(String field, String value, Map<Long, PersonSummary> known) {
    if (value == null || value.isEmpty()) {
      return null;
    }
    if (field.equals(PERSON) && NUMBER.matcher(value).matches()) {
      return name(Long.valueOf(value), known);
    }
    if (field.equals("office")) {
      return text("office.office." + value);
    }
    if (WORDS.contains(field)) {
      return text("audit." + field + "." + value);
    }
    if (field.equals("approval") || field.equals("step")) {
      return Arrays.stream(value.split(" "))
          .map(step -> step.split(":"))
          .map(
              step ->
                  text("audit.approval." + step[0])
                      + (step.length == 1 ? "" : " (" + step[1] + ")"))
          .collect(Collectors.joining(", "));
    }
    if (field.equals("languages")) {
      return formats.languages(value);
    }
    return value.length() == 10 ? day(value) : moment(value);
  }

  private String moment(String value) {
    if (!MOMENT.matcher(value).matches()) {
      return value;
    }
    return formats.moment(Instant.parse(value), "UTC") + " UTC";
  }

  private String day(String value) {
    try {
      return formats.date(LocalDate.parse(value));
    } catch (DateTimeParseException e) {
      return value;
    }
  }

  private String text(String key) {
    return Texts.text(language.get(), key);
  }
}
