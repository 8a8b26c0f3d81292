package org.portolan.world;

import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import javax.sql.DataSource;
import org.portolan.platform.persistence.Rows;

/** Published practices, by default of about two hundred words; one in five is translated. */
final class PracticeRows {
  /** So many are written at a time, as long ones by the thousands would not fit in memory. */
  private static final int AT_A_TIME = 1_000;

  private static final int YEARS = 12;

  private final Setting setting;

  PracticeRows(Setting setting) {
    this.setting = setting;
  }

  void insert(DataSource database) {
    SplittableRandom random = setting.random("practices");
    Rows rows =
        Rows.into("practice", "code")
            .columns("code", "region_code", "member_code", "theme_code", "practice_year")
            .columns("state", "published_at", "updated_at", "version");
    for (int i = 0; i < setting.size().shelf().practices(); i++) {
      int year = setting.anchor().getYear() - random.nextInt(YEARS);
      LocalDateTime published = setting.now().minusMinutes(random.nextInt(3 * 365 * 24 * 60));
      rows.add(
          Setting.code("PR", i + 1),
          Setting.one(setting.centres(), random).region(),
          random.nextInt(3) == 0 ? null : Setting.one(setting.members(), random),
          Setting.one(setting.themes(), random),
          year,
          "published",
          published,
          published,
          1);
    }
    rows.insert(database);
    insertTexts(database, random);
  }

  private void insertTexts(DataSource database, SplittableRandom random) {
    Map<String, Long> ids = Rows.idsByCode(database, "practice");
    Rows texts = texts();
    for (int i = 0; i < setting.size().shelf().practices(); i++) {
      Set<String> languages = new LinkedHashSet<>();
      languages.add(setting.language(random));
      if (random.nextInt(5) == 0) {
        languages.add(setting.language(random));
      }
      boolean original = true;
      for (String language : languages) {
        Vocabulary words = setting.words(language);
        texts.add(
            ids.get(Setting.code("PR", i + 1)),
            language,
            Texts.fitting(words.title(random), 200),
            Texts.fitting(words.summary(random), 400),
            words.body(setting.size().shelf().sentences(random.nextDouble()), random),
            original);
        original = false;
      }
      if (texts.size() >= AT_A_TIME) {
        texts.insert(database);
        texts = texts();
      }
    }
    texts.insert(database);
  }

  private static Rows texts() {
    return Rows.into("practice_text", "practice_id")
        .columns("practice_id", "language", "title", "summary", "body", "original");
  }
}
