package org.portolan.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.portolan.catalog.Level;
import org.portolan.catalog.Mode;
import org.portolan.platform.persistence.Rows;

/** Published courses, each in one to three languages. */
final class CourseRows {
  private static final List<String> AUDIENCES =
      List.of("operational", "specialist", "manager", "trainer");
  private static final int SENTENCES = 24;

  private final Setting setting;
  private final List<Course> courses = new ArrayList<>();

  /** What sessions need to know of a course. */
  record Course(String code, String theme) {}

  CourseRows(Setting setting) {
    this.setting = setting;
    SplittableRandom random = setting.random("course themes");
    for (int i = 0; i < setting.size().courses(); i++) {
      courses.add(new Course(Setting.code("C", i + 1), Setting.one(setting.themes(), random)));
    }
  }

  List<Course> courses() {
    return courses;
  }

  void insert(DataSource database) {
    SplittableRandom random = setting.random("courses");
    Rows rows =
        Rows.into("course", "code")
            .columns("code", "centre_code", "region_code", "theme_code", "level", "mode")
            .columns("hours", "audience", "instrument", "master_language", "state", "version")
            .columns("updated_at");
    Map<String, Set<String>> spoken = new HashMap<>();
    courses.forEach(course -> spoken.put(course.code(), languages(random)));
    for (Course course : courses) {
      Setting.Place centre = Setting.one(setting.centres(), random);
      rows.add(
          course.code(),
          centre.code(),
          centre.region(),
          course.theme(),
          Setting.one(List.of(Level.values()), random).code(),
          Setting.one(List.of(Mode.values()), random).code(),
          2 + random.nextInt(60),
          Setting.one(AUDIENCES, random),
          null,
          spoken.get(course.code()).iterator().next(),
          "published",
          0,
          setting.now());
    }
    rows.insert(database);
    Map<String, Long> ids = Rows.idsByCode(database, "course");
    Rows texts =
        Rows.into("course_text", "course_id")
            .columns("course_id", "language", "title", "summary", "body");
    for (Course course : courses) {
      for (String language : spoken.get(course.code())) {
        Vocabulary words = setting.words(language);
        texts.add(
            ids.get(course.code()),
            language,
            Texts.fitting(words.title(random), 200),
            Texts.fitting(words.summary(random), 400),
            words.body(SENTENCES, random));
      }
    }
    texts.insert(database);
  }

  private Set<String> languages(SplittableRandom random) {
    Set<String> languages = new LinkedHashSet<>();
    int wanted = 1 + random.nextInt(3);
    while (languages.size() < wanted) {
      languages.add(setting.language(random));
    }
    return languages;
  }
}
