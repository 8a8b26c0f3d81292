package org.portolan.region.search;

import jakarta.inject.Inject;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.portolan.platform.search.SearchSource;
import org.portolan.platform.search.SearchSourceContract;

/** On the demo world. */
@ArquillianTest
class BodySourceIT extends SearchSourceContract {
  @Inject private BodySource source;

  @Override
  protected SearchSource source() {
    return source;
  }
}
