package org.portolan.platform.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.portolan.platform.web.HealthCheck;

/** Does this node's index follow the database, or does it find what was there some time ago. */
@ApplicationScoped
class IndexHealth implements HealthCheck {
  @Inject private Indexing indexing;

  @Override
  public String name() {
    return "search";
  }

  @Override
  public Optional<String> trouble() {
    return indexing.trouble();
  }
}
