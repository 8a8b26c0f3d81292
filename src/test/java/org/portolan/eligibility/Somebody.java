package org.portolan.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts together what is known of an officer in a test. */
final class Somebody {
  private final Map<String, Integer> confirmed = new HashMap<>();
  private final Map<String, Integer> stated = new HashMap<>();
  private final Map<String, LocalDate> completed = new HashMap<>();
  private final Map<String, LanguageLevel> languages = new HashMap<>();
  private final List<Engagement> engagements = new ArrayList<>();
  private String member;
  private String region;
  private String job;
  private LocalDate inPostSince;

  static Somebody known() {
    return new Somebody();
  }

  Somebody of(String administration, String itsRegion) {
    member = administration;
    region = itsRegion;
    return this;
  }

  Somebody job(String code) {
    job = code;
    return this;
  }

  Somebody confirmed(String competency, int level) {
    confirmed.put(competency, level);
    return this;
  }

  Somebody stated(String competency, int level) {
    stated.put(competency, level);
    return this;
  }

  Somebody completed(String course, String day) {
    completed.put(course, LocalDate.parse(day));
    return this;
  }

  Somebody inPostSince(String day) {
    inPostSince = LocalDate.parse(day);
    return this;
  }

  Somebody speaks(String language, LanguageLevel level) {
    languages.put(language, level);
    return this;
  }

  Somebody applied(long session, String first, String last) {
    return applied(session, first, last, Set.of());
  }

  /** For one that is held on some of its days only. */
  Somebody applied(long session, String first, String last, Set<LocalDate> on) {
    engagements.add(
        new Engagement(session, "S" + session, LocalDate.parse(first), LocalDate.parse(last), on));
    return this;
  }

  Facts facts() {
    return new Facts(
        member,
        region,
        job,
        confirmed,
        stated,
        completed,
        inPostSince,
        languages,
        List.copyOf(engagements));
  }
}
