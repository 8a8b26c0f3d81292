package org.portolan.catalog;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.portolan.platform.audit.Deed;

/** What the audit trail keeps of a course, by field, texts by their language. */
record CourseFields(Map<String, Object> values) {
  static final CourseFields NONE = new CourseFields(Map.of());

  static CourseFields of(Course course) {
    Map<String, Object> values = new LinkedHashMap<>();
    CourseDescription description = course.description();
    values.put("state", course.state().code());
    values.put("centre", description.centre());
    values.put("catalogue", description.catalogue().code());
    values.put("theme", String.join(" ", course.themes()));
    values.put("level", description.level().code());
    values.put("mode", description.mode().code());
    values.put("hours", description.hours());
    values.put("audience", description.audienceCodes());
    values.put("instrument", description.instrument());
    values.put("sponsor", description.sponsor());
    values.put(
        "gives",
        emptyAsNull(
            description.gives().stream()
                .map(GivenCompetency::toString)
                .collect(Collectors.joining(" "))));
    values.put(
        "requires",
        emptyAsNull(
            new TreeSet<>(description.required())
                .stream().map(String::valueOf).collect(Collectors.joining(" "))));
    values.put("valid-from", description.validity().from());
    values.put("valid-until", description.validity().until());
    for (CourseText text : course.texts()) {
      values.put("title." + text.language(), text.edit().title());
      values.put("summary." + text.language(), text.edit().summary());
      values.put("body." + text.language(), text.edit().body());
      values.put("edition." + text.language(), text.edition());
    }
    return new CourseFields(values);
  }

  private static String emptyAsNull(String text) {
    return text.isEmpty() ? null : text;
  }

  Deed compare(CourseFields before, Deed deed) {
    Set<String> fields = new LinkedHashSet<>(values.keySet());
    fields.addAll(before.values.keySet());
    fields.forEach(field -> deed.change(field, before.values.get(field), values.get(field)));
    return deed;
  }
}
