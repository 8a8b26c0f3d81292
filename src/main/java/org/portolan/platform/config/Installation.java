package org.portolan.platform.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What this installation was told by its operator. */
@ApplicationScoped
public class Installation {
  @Inject
  @ConfigProperty(name = "portolan.base.url", defaultValue = "http://127.0.0.1:8080")
  private String baseUrl;

  @Inject
  @ConfigProperty(name = "portolan.data", defaultValue = "data")
  private String data;

  @Inject
  @ConfigProperty(name = "portolan.files")
  private Optional<String> files;

  @Inject
  @ConfigProperty(name = "portolan.demo", defaultValue = "false")
  private boolean demo;

  @Inject
  @ConfigProperty(name = "portolan.demo.password")
  private Optional<String> demoPassword;

  @Inject
  @ConfigProperty(name = "portolan.demo.anchor")
  private Optional<String> demoAnchor;

  @Inject
  @ConfigProperty(name = "portolan.trusted.proxies")
  private Optional<String> trustedProxies;

  @Inject
  @ConfigProperty(name = "portolan.mail.url")
  private Optional<String> mailUrl;

  @Inject
  @ConfigProperty(name = "portolan.mail.from")
  private Optional<String> mailFrom;

  @Inject
  @ConfigProperty(name = "portolan.mail.bounces.url")
  private Optional<String> bouncesUrl;

  @Inject
  @ConfigProperty(name = "portolan.clock")
  private Optional<String> clock;

  @Inject
  @ConfigProperty(name = "portolan.second.factor.required.for")
  private Optional<String> secondFactorRequiredFor;

  @Inject
  @ConfigProperty(name = "portolan.metrics.key")
  private Optional<String> metricsKey;

  /** Address under which people reach this installation, without a slash at the end. */
  public String baseUrl() {
    return baseUrl.replaceAll("/+$", "");
  }

  public Path data() {
    return Path.of(data).toAbsolutePath();
  }

  /** What a monitoring system has to bring to read the measures of a node. */
  public Optional<String> metricsKey() {
    return metricsKey.map(String::strip).filter(key -> !key.isEmpty());
  }

  /** Where files are kept; nodes may share it. */
  public Path files() {
    return files.map(Path::of).orElseGet(() -> data().resolve("files")).toAbsolutePath();
  }

  public boolean demo() {
    return demo;
  }

  public Optional<String> demoPassword() {
    return demoPassword;
  }

  /** ISO day of the Monday around which the demo world is laid, for tests. */
  public Optional<String> demoAnchor() {
    return demoAnchor;
  }

  /** Addresses of proxies that end TLS in front of this node, comma separated. */
  public Optional<String> trustedProxies() {
    return trustedProxies;
  }

  /** The server that takes letters; without one they stay in the outbox. */
  public Optional<MailServer> mailServer() {
    return mailUrl.map(String::strip).flatMap(MailServer::sending);
  }

  /** The address in whose name letters are sent. */
  public Optional<String> mailSender() {
    return mailFrom.map(String::strip).filter(address -> !address.isEmpty());
  }

  /** The mailbox of the sender, to which letters come back that could not be delivered. */
  public Optional<MailServer> bounces() {
    return bouncesUrl.map(String::strip).flatMap(MailServer::mailbox);
  }

  /** Codes of the roles that rest in a sign-in without a second factor. */
  public Set<String> secondFactorRequiredFor() {
    return Arrays.stream(secondFactorRequiredFor.orElse("").split(","))
        .map(role -> role.strip().toLowerCase(Locale.ROOT))
        .filter(role -> !role.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** A fixed instant (ISO 8601) for demonstrations and tests. */
  public Optional<String> clock() {
    return clock;
  }
}
