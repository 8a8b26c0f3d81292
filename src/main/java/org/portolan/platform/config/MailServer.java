package org.portolan.platform.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where letters are handed over, or where those that came back are fetched, as an operator writes
 * it: {@code smtp://user:password@host:587}, {@code imaps://user:password@host/INBOX}.
 *
 * @param port the one of the protocol where none is given
 * @param user null where nobody has to sign in
 * @param folder of a mailbox
 */
public record MailServer(
    String protocol,
    String host,
    int port,
    String user,
    String password,
    Encryption encryption,
    String folder) {
  private static final Set<String> SENDING = Set.of("smtp", "smtps");
  private static final Set<String> MAILBOXES = Set.of("imap", "imaps", "pop3", "pop3s");
  private static final Map<String, Integer> PORTS =
      Map.of("smtp", 25, "smtps", 465, "imap", 143, "imaps", 993, "pop3", 110, "pop3s", 995);

  /** How the line to the server is kept from others. */
  public enum Encryption {
    /** From the first byte. */
    TLS,
    /** A password or letter travels only after STARTTLS. */
    STARTTLS,
    /** STARTTLS where the server offers it. */
    OFFERED,
    /** Never: the operator said so. */
    NONE
  }

  /** A server that takes letters; empty when the text names none. */
  public static Optional<MailServer> sending(String url) {
    return parse(url, SENDING);
  }

  /** A mailbox; empty when the text names none, or nobody to open it. */
  public static Optional<MailServer> mailbox(String url) {
    return parse(url, MAILBOXES).filter(server -> server.user() != null);
  }

  private static Optional<MailServer> parse(String url, Set<String> protocols) {
    try {
      URI address = new URI(url);
      String protocol = String.valueOf(address.getScheme());
      String path = address.getPath() == null ? "" : address.getPath().replaceFirst("^/", "");
      if (!protocols.contains(protocol)
          || address.getHost() == null
          || address.getPort() > 65535
          || address.getFragment() != null
          || SENDING.contains(protocol) && !path.isEmpty()) {
        return Optional.empty();
      }
      String[] user =
          address.getRawUserInfo() == null ? new String[0] : address.getRawUserInfo().split(":", 2);
      return encryption(address, user.length > 0)
          .map(
              encryption ->
                  new MailServer(
                      protocol,
                      address.getHost(),
                      address.getPort() < 0 ? PORTS.get(protocol) : address.getPort(),
                      user.length > 0 ? decoded(user[0]) : null,
                      user.length > 1 ? decoded(user[1]) : "",
                      encryption,
                      path.isEmpty() ? "INBOX" : path));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A password is not sent in the clear unless somebody asks for just that. */
  private static Optional<Encryption> encryption(URI address, boolean withPassword) {
    if (address.getQuery() != null) {
      return switch (address.getQuery()) {
        case "starttls=required" -> Optional.of(Encryption.STARTTLS);
        case "starttls=never" -> Optional.of(Encryption.NONE);
        default -> Optional.empty();
      };
    }
    if (address.getScheme().endsWith("s")) {
      return Optional.of(Encryption.TLS);
    }
    return Optional.of(withPassword ? Encryption.STARTTLS : Encryption.OFFERED);
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Without the password, which must not get into a log. */
  @Override
  public String toString() {
    return protocol + "://" + host + ":" + port;
  }
}
