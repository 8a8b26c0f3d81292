package org.portolan.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portolan.running.PackagedApplication;
import org.portolan.running.TestDatabase;

/**
 * Nobody finds, sees counted or suggested, or is given by a feed, what is for another region or
 * another Member, nor people who did not agree; and everybody finds all that is for them.
 */
class SearchLeakIT {
  private static final long SEED = Long.getLong("portolan.seed", System.nanoTime());
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static final Map<PlantedWar.Mistake, SearchPeeping.Way> MISTAKES = mistakes();

  private static PlantedWar planted;
  private static PackagedApplication leaky;
  private static SearchPeeping peeping;

  @BeforeAll
  static void start() throws Exception {
    Path folder = Path.of(System.getProperty("portolan.it.directory"), "search-leaking");
    TestDatabase.empty(folder);
    planted = PlantedWar.build(folder, List.copyOf(MISTAKES.keySet()));
    TestDatabase database = TestDatabase.create("search-leaking");
    leaky = planted.start(database);
    peeping = new SearchPeeping(leaky, database.dataSource(), SEED);
    awaitIndex(peeping);
  }

  @AfterAll
  static void stop() {
    if (leaky != null) {
      leaky.close();
    }
  }

  /** In a drill as it is packaged; else with mistakes in it of which none is switched on. */
  @Test
  void hitsCountsAndFacetsAreThoseOfTheOracle() throws Exception {
    int questions = TwoNodes.count(600, 10_000);
    List<String> leaks;
    if (TwoNodes.count(false, true)) {
      TestDatabase database = TestDatabase.create("search-leaks");
      try (PackagedApplication application =
          PackagedApplication.start("search-leaks-node", database.settings())) {
        SearchPeeping sound = new SearchPeeping(application, database.dataSource(), SEED);
        awaitIndex(sound);
        leaks = sound.ask(questions, SEED);
      }
    } else {
      leaks = peeping.ask(questions, SEED);
    }
    System.out.println(
        "Search: " + questions + " cases, seed " + SEED + ", " + leaks.size() + " leaks");
    assertThat(leaks).isEmpty();
  }

  @Test
  void leaksThatWerePlantedAreFound() throws Exception {
    for (Map.Entry<PlantedWar.Mistake, SearchPeeping.Way> entry : MISTAKES.entrySet()) {
      PlantedWar.Mistake mistake = entry.getKey();
      assertThat(peeping.finds(40, SEED, entry.getValue()))
          .as("before: %s, seed %d", mistake.what(), SEED)
          .isFalse();
      planted.on(mistake);
      assertThat(found(mistake, entry.getValue())).as("%s, seed %d", mistake.what(), SEED).isTrue();
      planted.off(mistake);
    }
    System.out.println("Search: " + MISTAKES.size() + " planted leaks found, seed " + SEED);
  }

  /** What follows changes follows them within seconds. */
  private static boolean found(PlantedWar.Mistake mistake, SearchPeeping.Way way) throws Exception {
    if (way != SearchPeeping.Way.HARVEST) {
      return peeping.finds(2000, SEED + mistake.number(), way);
    }
    Instant end = Instant.now().plus(LIMIT);
    peeping.touch();
    while (!peeping.finds(4, SEED + mistake.number(), way)) {
      if (Instant.now().isAfter(end)) {
        return false;
      }
      Thread.sleep(500);
    }
    return true;
  }

  private static Map<PlantedWar.Mistake, SearchPeeping.Way> mistakes() {
    Map<PlantedWar.Mistake, SearchPeeping.Way> mistakes = new LinkedHashMap<>();
    mistakes.put(
        new PlantedWar.Mistake(
            1,
            "everybody finds what is for any region",
            "platform/search/Search.java",
            "relaxation.choose(searcher, asked, query.visibility())",
            "relaxation.choose(searcher, asked, PLANTED ? java.util.Set.of(\"public\","
                + " \"reader@platform:*\") : query.visibility())"),
        SearchPeeping.Way.HITS);
    mistakes.put(
        new PlantedWar.Mistake(
            2,
            "facets count what is not for this person",
            "platform/search/FacetCounting.java",
            "new SortedSetDocValuesFacetCounts(state, counted)",
            "(PLANTED ? new SortedSetDocValuesFacetCounts(state)"
                + " : new SortedSetDocValuesFacetCounts(state, counted))"),
        SearchPeeping.Way.HITS);
    mistakes.put(
        new PlantedWar.Mistake(
            3,
            "titles are suggested to everybody",
            "platform/search/Suggestions.java",
            "held.add(SearchDocument.PUBLIC);",
            "held.add(SearchDocument.PUBLIC); if (PLANTED) held.add(\"reader@platform:*\");"),
        SearchPeeping.Way.SUGGESTIONS);
    mistakes.put(
        new PlantedWar.Mistake(
            4,
            "a practice is shown to whoever knows its code",
            "knowledge/KnowledgePermissions.java",
            "practice.published() && practice.isFor(belonging.mine())",
            "practice.published() && (PLANTED || practice.isFor(belonging.mine()))"),
        SearchPeeping.Way.PRACTICE);
    mistakes.put(
        new PlantedWar.Mistake(
            5,
            "lists show what is for others",
            "knowledge/PracticeRepository.java",
            "if (reach.everywhere()) {",
            "if (PLANTED || reach.everywhere()) {"),
        SearchPeeping.Way.LIST);
    mistakes.put(
        new PlantedWar.Mistake(
            6,
            "harvesters are given what is not for everybody",
            "harvest/HarvestFollowing.java",
            "return item.visibility().contains(SearchDocument.PUBLIC);",
            "return PLANTED || item.visibility().contains(SearchDocument.PUBLIC);"),
        SearchPeeping.Way.HARVEST);
    mistakes.put(
        new PlantedWar.Mistake(
            7,
            "feeds have what is for others",
            "finding/Finding.java",
            "belonging.visibility())\n            .published(",
            "PLANTED ? java.util.Set.of(\"reader@platform:*\") : belonging.visibility())\n"
                + "            .published("),
        SearchPeeping.Way.FEED);
    mistakes.put(
        new PlantedWar.Mistake(
            8,
            "mistyped words are put right by what is for others",
            "platform/search/Search.java",
            "corrections.of(searcher, asked, query.text(), query.visibility())",
            "corrections.of(searcher, asked, query.text(), PLANTED"
                + " ? java.util.Set.of(\"public\", \"reader@platform:*\") : query.visibility())"),
        SearchPeeping.Way.MISTYPED);
    mistakes.put(
        new PlantedWar.Mistake(
            9,
            "what is like an item is looked for in what is for others",
            "platform/search/SimilarItems.java",
            "Visibility.only(withoutParts(alike), held)",
            "Visibility.only(withoutParts(alike), PLANTED"
                + " ? Set.of(\"public\", \"reader@platform:*\") : held)"),
        SearchPeeping.Way.SIMILAR);
    mistakes.put(
        new PlantedWar.Mistake(
            12,
            "collections give programs what is for others",
            "knowledge/PracticePlaces.java",
            ".filter(permissions::reads)\n        .map(this::place)\n        .collect(",
            ".filter(each -> PLANTED || permissions.reads(each))\n        .map(this::place)\n"
                + "        .collect("),
        SearchPeeping.Way.PROGRAM_COLLECTION);
    mistakes.put(
        new PlantedWar.Mistake(
            10,
            "whoever is signed in finds people of any region",
            "people/colleague/ColleagueRepository.java",
            "if (reach.everywhere()) {",
            "if (PLANTED || reach.everywhere()) {"),
        SearchPeeping.Way.COLLEAGUES);
    mistakes.put(
        new PlantedWar.Mistake(
            11,
            "people are shown who did not agree",
            "people/colleague/ColleagueRepository.java",
            "prepareStatement(AGREED + rest)",
            "prepareStatement((PLANTED ? AGREED.replace(\"f.findable = TRUE\", \"1 = 1\") : AGREED)"
                + " + rest)"),
        SearchPeeping.Way.COLLEAGUE);
    // else no answer is kept in this application: what one mistake gave away would outlive it
    mistakes.put(
        new PlantedWar.Mistake(
            13,
            "whoever asks the same is answered what somebody else may see",
            "platform/search/Search.java",
            "new Question(query, asked)",
            "new Question(SearchQuery.of(query.text() + (PLANTED ? \"\" : System.nanoTime()),"
                + " query.language()).limit(query.limit()).build(), asked)"),
        SearchPeeping.Way.HITS);
    mistakes.put(
        new PlantedWar.Mistake(
            14,
            "whoever types the same is offered what somebody else may see",
            "platform/search/Suggestions.java",
            "List<Suggestion> known = searcher.begun().getIfPresent(asked);",
            "Object any = PLANTED ? (Object) (asked.start() + asked.own()) : System.nanoTime();"
                + " List<Suggestion> known = searcher.begun().getIfPresent(any);"
                + " if (known == null) { known = suggest(searcher, asked);"
                + " searcher.begun().put(any, known); }"),
        SearchPeeping.Way.SUGGESTIONS);
    return mistakes;
  }

  private static void awaitIndex(SearchPeeping asking) throws Exception {
    Instant end = Instant.now().plus(LIMIT);
    while (!asking.ready()) {
      assertThat(Instant.now()).as("until the index has taken all").isBefore(end);
      Thread.sleep(300);
    }
  }
}
