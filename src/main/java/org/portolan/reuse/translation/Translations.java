package org.portolan.reuse.translation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.portolan.knowledge.KnowledgeService;
import org.portolan.knowledge.PracticeMoved;
import org.portolan.knowledge.PracticePlace;
import org.portolan.knowledge.PracticePlaces;
import org.portolan.knowledge.PracticeSummary;
import org.portolan.people.People;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotSignedIn;
import org.portolan.platform.web.NotFound;

/**
 * Readers who are signed in say in which language they would read a practice; editors of its region
 * see how many, and whoever asked is told when it is there.
 */
@ApplicationScoped
public class Translations {
  @Inject private TranslationRepository requests;
  @Inject private TranslationLetters letters;
  @Inject private PracticePlaces practices;
  @Inject private KnowledgeService knowledge;
  @Inject private People people;
  @Inject private CurrentPerson me;
  @Inject private Clock clock;

  /** A practice that the person may read, with the languages that it lacks. */
  @Transactional
  public TranslatablePractice of(String code) {
    me.require();
    PracticePlace practice = practices.readable(code);
    if (practice.draft()) {
      throw new NotFound("translation of " + code);
    }
    Set<String> there = new HashSet<>(languages(practice.id()));
    Map<String, Object[]> asked = new HashMap<>();
    requests.ofPractice(practice.id(), me.id()).forEach(row -> asked.put((String) row[0], row));
    return new TranslatablePractice(
        practice,
        Arrays.stream(Language.values())
            .filter(each -> !there.contains(each.code()))
            .map(each -> asked(each, asked.get(each.code())))
            .toList());
  }

  private List<String> languages(long practice) {
    return Optional.ofNullable(knowledge.summaries(Set.of(practice), Language.EN).get(practice))
        .map(PracticeSummary::languages)
        .orElse(List.of());
  }

  private static AskedLanguage asked(Language language, Object[] row) {
    return row == null
        ? new AskedLanguage(language, 0, false)
        : new AskedLanguage(
            language, ((Number) row[1]).longValue(), ((Number) row[2]).intValue() > 0);
  }

  /** Says that the person would read it in this language, or would not any more. */
  @Transactional
  public PracticePlace ask(String code, String language, boolean wanted) {
    me.requireSelf();
    TranslatablePractice practice = of(code);
    if (practice.missing().stream().noneMatch(each -> each.language().code().equals(language))) {
      throw new NotFound("language " + language);
    }
    if (!people.holdStill(me.id())) {
      throw new NotSignedIn();
    }
    if (wanted) {
      requests.ask(practice.practice().id(), language, me.id(), clock.instant());
    } else {
      requests.takeBack(practice.practice().id(), language, me.id());
    }
    return practice.practice();
  }

  /** What is asked for of the practices of the editor's regions, what most ask for first. */
  @Transactional
  public List<AskedTranslation> desk() {
    List<Object[]> rows = requests.ofRegions(knowledge.ownRegions());
    Map<Long, PracticePlace> read =
        practices.readable(
            rows.stream().map(row -> ((Number) row[0]).longValue()).collect(Collectors.toSet()));
    return rows.stream()
        .filter(row -> read.containsKey(((Number) row[0]).longValue()))
        .map(
            row ->
                new AskedTranslation(
                    read.get(((Number) row[0]).longValue()),
                    (String) row[1],
                    ((Number) row[2]).longValue()))
        .toList();
  }

  /** Whoever waits for a language that was published with it is told, and waits no more. */
  void follow(@Observes PracticeMoved moved) {
    if (moved.how() != PracticeMoved.How.PUBLISHED) {
      return;
    }
    List<Object[]> waiting = requests.waiting(moved.id());
    if (waiting.isEmpty()) {
      return;
    }
    PracticePlace practice = practices.readable(Set.of(moved.id())).get(moved.id());
    if (practice == null) {
      return;
    }
    for (String language : languages(moved.id())) {
      Set<Long> readers =
          waiting.stream()
              .filter(row -> language.equals(row[0]))
              .map(row -> ((Number) row[1]).longValue())
              .collect(Collectors.toSet());
      if (!readers.isEmpty()) {
        requests.fulfilled(moved.id(), language);
        letters.there(practice, language, readers);
      }
    }
  }
}
