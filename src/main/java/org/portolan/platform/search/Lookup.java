package org.portolan.platform.search;

import java.io.IOException;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Looks terms up, so that queries need not ask for what no item has. */
interface Lookup {
  /** Knows nothing of an index, and asks for every term. */
  Lookup ALL = TermQuery::new;

  /** What finds the items with a term; null where it is known that none has it. */
  Query term(Term term) throws IOException;
}
