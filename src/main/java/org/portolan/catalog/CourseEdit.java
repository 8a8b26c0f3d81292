package org.portolan.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.portolan.platform.web.TypedLine;

/**
 * What somebody typed of a course beside its words, as it came from the form: kept as text so that
 * a wrong value can be shown again beside what is wrong with it.
 *
 * @param furtherThemes beside the one under which it is filed
 * @param requires codes of courses, separated by spaces or commas
 * @param gives competencies, each with its level: {@code valuation:2}
 * @param validFrom the day before which no session begins: {@code 2028-01-01}
 * @param validUntil the day after which none ends
 */
public record CourseEdit(
    String code,
    String centre,
    String catalogue,
    String theme,
    List<String> furtherThemes,
    String level,
    String mode,
    String hours,
    List<String> audiences,
    String instrument,
    String sponsor,
    String requires,
    List<String> gives,
    String validFrom,
    String validUntil) {

  public CourseEdit {
    code = TypedLine.of(code);
    centre = TypedLine.of(centre);
    catalogue = TypedLine.of(catalogue);
    theme = TypedLine.of(theme);
    furtherThemes = chosen(furtherThemes);
    level = TypedLine.of(level);
    mode = TypedLine.of(mode);
    hours = TypedLine.of(hours);
    audiences = chosen(audiences);
    instrument = TypedLine.of(instrument);
    sponsor = TypedLine.of(sponsor);
    requires = TypedLine.of(requires);
    gives = chosen(gives);
    validFrom = TypedLine.of(validFrom);
    validUntil = TypedLine.of(validUntil);
  }

  /** The codes of the courses that must have been done before. */
  List<String> requiredCodes() {
    return Arrays.stream(requires.split("[\\s,;،]+")).filter(code -> !code.isEmpty()).toList();
  }

  private static List<String> chosen(List<String> values) {
    return values.stream().map(TypedLine::of).filter(value -> !value.isEmpty()).distinct().toList();
  }

  /**
   * The same of a course whose code and centre stay what they are, and once it was published the
   * catalogue too: another one has another keeper.
   */
  CourseEdit of(Course course) {
    return new CourseEdit(
        course.code(),
        course.centreCode(),
        course.state() == CourseState.DRAFT ? catalogue : course.catalogue().code(),
        theme,
        furtherThemes,
        level,
        mode,
        hours,
        audiences,
        instrument,
        sponsor,
        requires,
        gives,
        validFrom,
        validUntil);
  }

  static CourseEdit of(String code, CourseDescription description, Stream<String> required) {
    return new CourseEdit(
        code,
        description.centre(),
        description.catalogue().code(),
        description.theme(),
        List.copyOf(description.furtherThemes()),
        description.level().code(),
        description.mode().code(),
        String.valueOf(description.hours()),
        description.audiences().stream().map(Audience::code).toList(),
        description.instrument(),
        description.sponsor(),
        String.join(" ", required.sorted().toList()),
        description.gives().stream().map(GivenCompetency::toString).toList(),
        Objects.toString(description.validity().from(), ""),
        Objects.toString(description.validity().until(), ""));
  }
}
