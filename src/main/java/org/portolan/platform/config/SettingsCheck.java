package org.portolan.platform.config;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses, before anything else begins, what an operator mistyped and would notice much later. */
@ApplicationScoped
class SettingsCheck {
  private static final Logger LOG = Logger.getLogger(SettingsCheck.class.getName());

  @Inject
  @ConfigProperty(name = "portolan.mail.url")
  private Optional<String> mailUrl;

  @Inject
  @ConfigProperty(name = "portolan.mail.from")
  private Optional<String> mailFrom;

  @Inject
  @ConfigProperty(name = "portolan.mail.bounces.url")
  private Optional<String> bouncesUrl;

  void check(@Observes @Initialized(ApplicationScoped.class) @Priority(1) Object start) {
    mailRefusal(mailUrl, mailFrom, bouncesUrl)
        .ifPresent(
            refusal -> {
              LOG.log(Level.SEVERE, "Portolan cannot start. {0}", refusal);
              throw new IllegalStateException(refusal);
            });
  }

  /**
   * What is wrong about the settings of mail; what was given may hold a password, so no word of it.
   */
  static Optional<String> mailRefusal(
      Optional<String> url, Optional<String> from, Optional<String> bounces) {
    Optional<String> server = given(url);
    Optional<String> sender = given(from);
    if (server.isPresent() && MailServer.sending(server.get()).isEmpty()) {
      return Optional.of(
          "PORTOLAN_MAIL_URL must be an address like smtp://mail.example:587 or"
              + " smtps://user:password@mail.example:465.");
    }
    if (server.isPresent() && sender.isEmpty()) {
      return Optional.of("PORTOLAN_MAIL_URL needs PORTOLAN_MAIL_FROM, the address of the sender.");
    }
    if (sender.isPresent()
        && !sender.get().matches("[\\x21-\\x7e&&[^@<>()\",;:\\\\]]+@[a-zA-Z0-9.-]+")) {
      return Optional.of("PORTOLAN_MAIL_FROM must be a plain address like portolan@mail.example.");
    }
    if (given(bounces).filter(box -> MailServer.mailbox(box).isEmpty()).isPresent()) {
      return Optional.of(
          "PORTOLAN_MAIL_BOUNCES_URL must be an address like"
              + " imaps://user:password@mail.example:993/INBOX.");
    }
    return Optional.empty();
  }

  private static Optional<String> given(Optional<String> setting) {
    return setting.map(String::strip).filter(text -> !text.isEmpty());
  }
}
