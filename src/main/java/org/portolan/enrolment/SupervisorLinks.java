package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portolan.platform.secret.SealedBox;

/**
 * The links by which supervisors answer: signed with the key of secrets, so that nobody makes one
 * up, each for one application, one supervisor and a time.
 */
@ApplicationScoped
class SupervisorLinks {
  private static final Pattern TOKEN =
      Pattern.compile("(\\d{1,18})\\.(\\d{1,9})\\.(\\d{1,12})\\.([A-Za-z0-9+/=_-]{20,100})");

  @Inject private SealedBox box;

  /**
   * What a link says.
   *
   * @param number of the link among those for this application
   */
  record Link(long application, int number, Instant expires) {}

  String token(Application application, Instant expires) {
    String content =
        application.id() + "." + application.supervisorLink() + "." + expires.getEpochSecond();
    return content + "." + mark(content);
  }

  /** What a token says; empty where this installation did not sign it. */
  Optional<Link> read(String token) {
    Matcher parts = TOKEN.matcher(token == null ? "" : token);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String content = parts.group(1) + "." + parts.group(2) + "." + parts.group(3);
    boolean ours =
        MessageDigest.isEqual(
            mark(content).getBytes(StandardCharsets.UTF_8),
            parts.group(4).getBytes(StandardCharsets.UTF_8));
    return ours
        ? Optional.of(
            new Link(
                Long.parseLong(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Instant.ofEpochSecond(Long.parseLong(parts.group(3)))))
        : Optional.empty();
  }

  private String mark(String content) {
    return box.mark(content, "application.supervisor_link");
  }
}
