package org.portolan.platform.secret;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.portolan.platform.web.HealthCheck;

/** Can this node read the secrets of the installation; second factors need it. */
@ApplicationScoped
class SecretHealth implements HealthCheck {
  @Inject private SealedBox box;

  @Override
  public String name() {
    return "secrets";
  }

  @Override
  public Optional<String> trouble() {
    return box.trouble();
  }
}
