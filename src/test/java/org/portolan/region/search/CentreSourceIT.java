package org.portolan.region.search;

import jakarta.inject.Inject;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.portolan.platform.search.SearchSource;
import org.portolan.platform.search.SearchSourceContract;

/** On the demo world. */
@ArquillianTest
class CentreSourceIT extends SearchSourceContract {
  @Inject private CentreSource source;

  @Override
  protected SearchSource source() {
    return source;
  }
}
