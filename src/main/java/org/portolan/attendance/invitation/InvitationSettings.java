package org.portolan.attendance.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.portolan.platform.config.Installation;
import org.portolan.platform.config.MailServer;

/** Whether seats go into calendars, and where calendars reply to. */
@ApplicationScoped
class InvitationSettings {
  @Inject private Installation installation;

  @Inject
  @ConfigProperty(name = "portolan.invitations", defaultValue = "false")
  private boolean on;

  @Inject
  @ConfigProperty(name = "portolan.replies.url")
  private Optional<String> repliesUrl;

  @Inject
  @ConfigProperty(name = "portolan.replies.address")
  private Optional<String> repliesAddress;

  @Inject
  @ConfigProperty(name = "portolan.invitations.seconds", defaultValue = "15")
  private int seconds;

  /** How often is looked for what is new of seats; replies are read half as often. */
  int seconds() {
    return Math.max(1, seconds);
  }

  boolean on() {
    return on && installation.mailServer().isPresent() && installation.mailSender().isPresent();
  }

  Optional<MailServer> mailbox() {
    return repliesUrl.map(String::strip).flatMap(MailServer::mailbox);
  }

  /** Where replies of one person to one invitation go. */
  String organizer(String secret) {
    Optional<String> address =
        repliesAddress.map(String::strip).filter(given -> given.indexOf('@') > 0);
    return address
        .map(given -> given.replaceFirst("@", "+" + secret + "@"))
        .or(installation::mailSender)
        .orElse("portolan@portolan.invalid");
  }
}
