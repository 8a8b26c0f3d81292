package org.portolan.finding.saved;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.portolan.finding.SearchAddress;
import org.portolan.people.People;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotSignedIn;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;

/** The searches that somebody keeps, which are for nobody but themselves. */
@ApplicationScoped
public class SavedSearches {
  /** More than anybody looks through. */
  public static final int MOST = 50;

  @Inject private SavedSearchRepository searches;
  @Inject private StopLinks links;
  @Inject private People people;
  @Inject private CurrentPerson me;
  @Inject private Clock clock;

  /** One's own, the last saved first. */
  @Transactional
  public List<SavedSearchView> mine() {
    me.requireSelf();
    return searches.of(me.id()).stream().map(SavedSearch::view).toList();
  }

  /**
   * Keeps a search; one that is kept already stays as it is.
   *
   * @param language in which it was searched
   * @throws SavedSearchRefused when it has no name, is too long, or there are too many
   */
  @Transactional
  public void save(SearchAddress address, Language language, String name, Rhythm rhythm) {
    me.requireSelf();
    if (!people.holdStill(me.id())) {
      throw new NotSignedIn();
    }
    String given = SavedSearch.requireName(name);
    String query = address.asKept().query();
    if (query.length() > SavedSearch.LONGEST_QUERY) {
      throw new SavedSearchRefused("query-long");
    }
    if (searches.count(me.id()) >= MOST) {
      throw new SavedSearchRefused("many");
    }
    searches.keep(me.id(), given, query, language, rhythm, clock.instant());
  }

  /**
   * @throws SavedSearchRefused when it has no name
   * @throws ChangedMeanwhile when it is not that version any more
   */
  @Transactional
  public void change(long id, int version, String name, Rhythm rhythm) {
    SavedSearch search = own(id, version);
    search.change(name, rhythm, clock.instant());
    searches.flush();
  }

  @Transactional
  public void remove(long id, int version) {
    searches.remove(own(id, version));
  }

  private SavedSearch own(long id, int version) {
    me.requireSelf();
    SavedSearch search =
        searches
            .lock(id)
            .filter(each -> each.personId() == me.id())
            .orElseThrow(() -> new NotFound("saved search " + id));
    if (search.version() != version) {
      throw new ChangedMeanwhile();
    }
    return search;
  }

  /** The searches that a link of a letter stops, those that are kept still. */
  @Transactional
  public List<SavedSearchView> ofLink(String token) {
    return links.read(token).stream()
        .map(searches::find)
        .flatMap(Optional::stream)
        .map(SavedSearch::view)
        .toList();
  }

  /** Nobody is told of them any more; they are kept all the same. For whoever has the letter. */
  @Transactional
  public void stop(String token) {
    List<Long> ids = links.read(token);
    if (!ids.isEmpty()) {
      searches
          .lockAll(ids)
          .forEach(search -> search.change(search.name(), Rhythm.NONE, clock.instant()));
    }
  }
}
