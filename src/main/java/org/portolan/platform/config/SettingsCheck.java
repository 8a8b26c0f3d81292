package org.portolan.platform.config;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses, before anything else begins, what an operator mistyped and would notice much later. */
@ApplicationScoped
class SettingsCheck {
  private static final Logger LOG = Logger.getLogger(SettingsCheck.class.getName());

  /** Nothing sends mail yet; the setting is kept for the feature that will. */
  @Inject
  @ConfigProperty(name = "portolan.mail.url")
  private Optional<String> mailUrl;

  void check(@Observes @Initialized(ApplicationScoped.class) @Priority(1) Object start) {
    if (mailUrl.filter(url -> !url.isBlank() && !namesMailServer(url.strip())).isPresent()) {
      // what was given may hold a password and is not repeated
      String refusal =
          "PORTOLAN_MAIL_URL must be an address like smtp://mail.example:587 or"
              + " smtps://user:password@mail.example:465.";
      LOG.log(Level.SEVERE, "Portolan cannot start. {0}", refusal);
      throw new IllegalStateException(refusal);
    }
  }

  static boolean namesMailServer(String url) {
    try {
      URI address = new URI(url);
      String scheme = String.valueOf(address.getScheme());
      return (scheme.equals("smtp") || scheme.equals("smtps"))
          && address.getHost() != null
          && address.getPort() <= 65535
          && address.getPath().matches("/?")
          && address.getQuery() == null
          && address.getFragment() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
