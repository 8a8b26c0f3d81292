package org.portolan.finding.saved;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.portolan.finding.SearchAddress;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.persistence.InstantColumn;
import org.portolan.platform.web.TypedLine;

/** A search that somebody keeps under a name of their own. */
@Entity
@Table(name = "saved_search")
class SavedSearch {
  static final int LONGEST_NAME = 120;
  static final int LONGEST_QUERY = 4_000;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "person_id")
  private long personId;

  private String name;
  private String query;
  private String language;

  @Convert(converter = RhythmColumn.class)
  private Rhythm rhythm;

  @Column(name = "saved_at")
  @Convert(converter = InstantColumn.class)
  private Instant savedAt;

  /** What was published before is not told any more. */
  @Column(name = "told_until")
  @Convert(converter = InstantColumn.class)
  private Instant toldUntil;

  @Column(name = "due_at")
  @Convert(converter = InstantColumn.class)
  private Instant dueAt;

  @Version private int version;

  protected SavedSearch() {}

  long id() {
    return id;
  }

  long personId() {
    return personId;
  }

  String name() {
    return name;
  }

  SearchAddress address() {
    return SearchAddress.parse(query);
  }

  /** In which it was searched, and its words are read. */
  Language language() {
    return Language.of(language).orElse(Language.EN);
  }

  Rhythm rhythm() {
    return rhythm;
  }

  Instant toldUntil() {
    return toldUntil;
  }

  int version() {
    return version;
  }

  boolean due(Instant now) {
    return dueAt != null && !dueAt.isAfter(now);
  }

  /** Whoever begins to be told is told of what comes from then on. */
  void change(String newName, Rhythm newRhythm, Instant now) {
    name = requireName(newName);
    if (newRhythm != rhythm) {
      if (rhythm == Rhythm.NONE) {
        toldUntil = now;
      }
      rhythm = newRhythm;
      dueAt = newRhythm.next(now);
    }
  }

  SavedSearchView view() {
    return new SavedSearchView(id, name, address(), rhythm, savedAt, version);
  }

  static String requireName(String name) {
    String given = TypedLine.of(name);
    if (given.isEmpty()) {
      throw new SavedSearchRefused("name");
    }
    if (given.length() > LONGEST_NAME) {
      throw new SavedSearchRefused("name-long");
    }
    return given;
  }
}
