package org.portolan.thesaurus.search;

import org.portolan.platform.search.QueryExpander;
import org.portolan.platform.storage.ContentLibrary;
import org.portolan.thesaurus.ReleasedThesaurus;
import org.portolan.thesaurus.Vocabulary;

/** The expander of the released thesaurus, as a node has it. */
public final class Expanders {
  private Expanders() {}

  public static QueryExpander released() {
    Vocabulary vocabulary = ReleasedThesaurus.read();
    return new ThesaurusExpander(
        () -> vocabulary, WordBook.of(new ContentLibrary(), Weights.MEASURED), Weights.MEASURED);
  }
}
