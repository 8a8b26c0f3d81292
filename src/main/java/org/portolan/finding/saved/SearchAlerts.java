package org.portolan.finding.saved;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.portolan.access.AbsentPeople;
import org.portolan.finding.Finding;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.mail.Letter;
import org.portolan.platform.mail.Outbox;
import org.portolan.platform.search.SearchResult;
import org.portolan.platform.security.SignedIn;

/**
 * Tells people what is new of their searches: what was published since they were last told, as far
 * as they may find it now. That they were told is kept in the transaction of the letter.
 */
@ApplicationScoped
class SearchAlerts {
  static final int AT_ONCE = 200;
  private static final int SHOWN = 10;

  /** What was published a moment ago may not be committed, or not be in the index yet. */
  static final Duration SETTLED = Duration.ofMinutes(1);

  @Inject private SavedSearchRepository searches;
  @Inject private Finding finding;
  @Inject private AbsentPeople absent;
  @Inject private People people;
  @Inject private AlertLetters letters;
  @Inject private Outbox outbox;
  @Inject private Clock clock;

  /** What is new of a search. */
  record News(SavedSearch search, SearchResult found) {}

  /**
   * @return of how many searches their owners were told, or had nothing to be told
   */
  @Transactional
  int tell() {
    Instant now = clock.instant();
    Instant until = now.minus(SETTLED);
    List<Object[]> rows = searches.due(now, AT_ONCE);
    if (rows.isEmpty()) {
      return 0;
    }
    Set<Long> owners = rows.stream().map(row -> (Long) row[1]).collect(Collectors.toSet());
    // people before anything else, as a merge locks them
    people.holdAllStill(new TreeSet<>(owners));
    List<SavedSearch> due =
        searches.lockAll(rows.stream().map(row -> (Long) row[0]).toList()).stream()
            .filter(search -> search.due(now))
            .toList();
    Map<Long, SignedIn> askers = absent.of(owners);
    Map<Long, List<News>> news = new LinkedHashMap<>();
    for (SavedSearch search : due) {
      SignedIn asker = askers.get(search.personId());
      if (asker != null) {
        SearchResult found =
            finding.published(
                search.address(), search.language(), search.toldUntil(), until, SHOWN, asker);
        if (!found.ready()) {
          throw new IllegalStateException("the index is not ready");
        }
        if (!found.hits().isEmpty()) {
          news.computeIfAbsent(search.personId(), any -> new ArrayList<>())
              .add(new News(search, found));
        }
      }
    }
    post(news);
    for (Rhythm rhythm : Rhythm.values()) {
      searches.told(
          rhythm,
          due.stream()
              .filter(search -> search.rhythm() == rhythm)
              .map(SavedSearch::id)
              .collect(Collectors.toSet()),
          until,
          now);
    }
    return rows.size();
  }

  private void post(Map<Long, List<News>> news) {
    Map<Long, PersonSummary> readers = people.byIds(news.keySet());
    List<Letter> written = new ArrayList<>();
    news.forEach(
        (person, theirs) -> {
          PersonSummary reader = readers.get(person);
          if (reader != null && Letter.reachable(reader.email())) {
            written.add(letters.write(reader, theirs));
          }
        });
    outbox.postAll(written);
  }
}
