package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.portolan.enrolment.ConsentTokens.Link;
import org.portolan.platform.secret.SealedBox;

/**
 * The links by which supervisors answer: signed with the key of secrets, so that nobody makes one
 * up, each for one application, one supervisor and a time.
 */
@ApplicationScoped
class SupervisorLinks {
  @Inject private SealedBox box;

  String token(Application application, Instant expires) {
    return tokens().write(new Link(application.id(), application.supervisorLink(), expires));
  }

  /** What a token says; empty where this installation did not sign it. */
  Optional<Link> read(String token) {
    return tokens().read(token);
  }

  private ConsentTokens tokens() {
    return new ConsentTokens(content -> box.mark(content, "application.supervisor_link"));
  }
}
