package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.portolan.approval.Change;
import org.portolan.approval.Difference;
import org.portolan.calendar.SlotLines;
import org.portolan.calendar.Slots;
import org.portolan.platform.i18n.Dates;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.region.Directory;

/** What was one thing and is another, in words of a reader. */
@ApplicationScoped
public class DifferenceWords {
  @Inject private Directory directory;

  public String label(Change what, Language reader) {
    return Texts.text(reader, "enrolment.change." + what.code());
  }

  public String before(Difference one, Language reader) {
    return value(one.what(), one.before(), reader);
  }

  public String after(Difference one, Language reader) {
    return value(one.what(), one.after(), reader);
  }

  private String value(Change what, String kept, Language reader) {
    if (kept.isEmpty()) {
      return Texts.text(reader, "enrolment.change.nothing");
    }
    return switch (what) {
      case DAYS -> days(kept.split("/"), reader);
      case HOURS -> hours(kept, reader);
      case MODE -> Texts.text(reader, "enrolment.change.mode." + kept);
      case LANGUAGES -> languages(kept.split(" "), reader);
      case PAYER -> directory.findBody(kept).map(body -> body.name().in(reader)).orElse(kept);
      case MOTIVATION, SUPERVISOR, PLACE -> kept;
    };
  }

  private static String days(String[] days, Language reader) {
    return new Dates(reader).days(LocalDate.parse(days[0]), LocalDate.parse(days[1]));
  }

  /** Of each day, or of each time slot. */
  private static String hours(String kept, Language reader) {
    return kept.contains("/")
        ? hours(kept.split("/"), reader)
        : String.join("; ", SlotLines.of(Slots.read(kept).orElseThrow(), reader));
  }

  private static String hours(String[] hours, Language reader) {
    DateTimeFormatter time = DateTimeFormatter.ofPattern("HH:mm").withLocale(reader.locale());
    return time.format(LocalTime.parse(hours[0])) + " – " + time.format(LocalTime.parse(hours[1]));
  }

  private static String languages(String[] codes, Language reader) {
    return Arrays.stream(codes)
        .map(code -> Texts.text(reader, "platform.language." + code))
        .collect(Collectors.joining(reader == Language.AR ? "، " : ", "));
  }
}
