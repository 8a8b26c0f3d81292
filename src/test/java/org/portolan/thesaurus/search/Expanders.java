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
    ContentLibrary content = new ContentLibrary();
    return new ThesaurusExpander(
        () -> vocabulary,
        WordBook.of(content, Weights.MEASURED),
        Phrasings.of(content),
        Weights.MEASURED);
  }
}
