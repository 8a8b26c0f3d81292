package org.portolan.platform.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.portolan.platform.web.HealthCheck;

/** Does this node's index follow the database, or does it find what was there some time ago. */
@ApplicationScoped
public class IndexHealth implements HealthCheck {
  @Inject private Indexing indexing;

  /** Whether readers find by this node what was committed some seconds ago. */
  public boolean follows() {
    return trouble().isEmpty();
  }

  @Override
  public String name() {
    return "search";
  }

  @Override
  public Optional<String> trouble() {
    return indexing.trouble();
  }
}
