package org.portolan.collection.search;

import jakarta.inject.Inject;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.portolan.platform.search.SearchSource;
import org.portolan.platform.search.SearchSourceContract;

/** On the collections of the demo world. */
@ArquillianTest
class CollectionSourceIT extends SearchSourceContract {
  @Inject private CollectionSource source;

  @Override
  protected SearchSource source() {
    return source;
  }
}
