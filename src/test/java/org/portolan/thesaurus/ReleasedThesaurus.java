package org.portolan.thesaurus;

import org.portolan.platform.storage.ContentLibrary;

/** The thesaurus of this release, for tests without a database. */
public final class ReleasedThesaurus {
  private ReleasedThesaurus() {}

  public static Vocabulary read() {
    return ReleasedConcepts.of(new ContentLibrary());
  }
}
