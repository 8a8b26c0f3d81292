package org.portolan.platform.fetch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.portolan.platform.fetch.NotFetched.Kind;

/**
 * Reads what lies at an address that somebody typed. The address is judged by where it leads to,
 * not by its looks, and so is each to which it leads on; the connection goes to the place that was
 * judged. What is read has a bound, and so has the time for all of it.
 */
@ApplicationScoped
public class Fetching {
  private static final int MOST_REDIRECTS = 3;
  private static final int MOST_PLACES = 4;
  private static final int LONGEST_HEADER = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Set<Integer> LEADS_ON = Set.of(301, 302, 303, 307, 308);

  private final Resolving resolving;
  private final SSLSocketFactory tls;
  private final Duration patience;
  private final Set<String> named;

  @Inject
  Fetching(@ConfigProperty(name = "portolan.fetch.hosts") Optional<String> named) {
    this(
        InetAddress::getAllByName,
        (SSLSocketFactory) SSLSocketFactory.getDefault(),
        PATIENCE,
        named
            .map(hosts -> hosts.strip().toLowerCase(Locale.ROOT).split("[\\s,]+"))
            .map(hosts -> Arrays.stream(hosts).collect(Collectors.toSet()))
            .orElse(Set.of()));
  }

  /** For whoever makes a proxy of it. */
  Fetching() {
    this(Optional.empty());
  }

  Fetching(Resolving resolving, SSLSocketFactory tls, Duration patience, Set<String> named) {
    this.resolving = resolving;
    this.tls = tls;
    this.patience = patience;
    this.named = named;
  }

  /**
   * Whether an address may be asked at all; it is judged again each time it is read.
   *
   * @throws NotFetched where it may not
   */
  public void judge(String address) throws NotFetched {
    Target.of(address, named, resolving);
  }

  /**
   * @param tag of what whoever asks has already, or null
   * @param modified the same as a moment, or null
   * @param most bytes that are read
   */
  public Fetched read(String address, String tag, String modified, int most) throws NotFetched {
    long ends = System.nanoTime() + patience.toNanos();
    String at = address;
    for (int turn = 0; turn <= MOST_REDIRECTS; turn++) {
      Target target = Target.of(at, named, resolving);
      try (TimedSocket socket = connected(target, ends)) {
        socket.out().write(request(target, tag, modified).getBytes(StandardCharsets.ISO_8859_1));
        socket.out().flush();
        Answer answer = new Answer(socket.in());
        if (!LEADS_ON.contains(answer.status())) {
          return taken(answer, most);
        }
        at = further(target, answer);
      } catch (SocketTimeoutException e) {
        throw new NotFetched(Kind.SLOW, e);
      } catch (IOException e) {
        throw new NotFetched(Kind.UNREACHABLE, e);
      }
    }
    throw new NotFetched(Kind.REDIRECTS);
  }

  private TimedSocket connected(Target target, long ends) throws IOException {
    IOException last = new IOException("no place");
    List<InetAddress> places = target.places();
    for (InetAddress place : places.subList(0, Math.min(MOST_PLACES, places.size()))) {
      TimedSocket socket = new TimedSocket(ends);
      try {
        socket.connect(target, place, tls);
        return socket;
      } catch (IOException e) {
        socket.close();
        last = e;
      }
    }
    throw last;
  }

  private static String request(Target target, String tag, String modified) {
    return "GET "
        + target.path()
        + " HTTP/1.1\r\nHost: "
        + target.authority()
        + "\r\nUser-Agent: Portolan\r\nAccept: text/calendar, text/plain;q=0.5\r\n"
        + "Accept-Encoding: identity\r\nConnection: close\r\n"
        + (tag == null ? "" : "If-None-Match: " + tag + "\r\n")
        + (modified == null ? "" : "If-Modified-Since: " + modified + "\r\n")
        + "\r\n";
  }

  private static String further(Target from, Answer answer) throws NotFetched {
    String location = answer.header("location");
    if (location == null) {
      throw new NotFetched(Kind.UNREACHABLE);
    }
    try {
      return from.uri().resolve(URI.create(location)).toString();
    } catch (IllegalArgumentException e) {
      throw new NotFetched(Kind.FORBIDDEN, e);
    }
  }

  private static Fetched taken(Answer answer, int most) throws IOException, NotFetched {
    return switch (answer.status()) {
      case 200 ->
          new Fetched(true, answer.body(most), kept(answer, "etag"), kept(answer, "last-modified"));
      case 304 -> new Fetched(false, new byte[0], null, null);
      case 401, 403, 407 -> throw new NotFetched(Kind.LOCKED);
      case 404, 410 -> throw new NotFetched(Kind.GONE);
      default -> throw new NotFetched(Kind.TROUBLE);
    };
  }

  /** What is sent back next time: only what stands in a line of a request. */
  private static String kept(Answer answer, String name) {
    String value = answer.header(name);
    return value != null && value.length() <= LONGEST_HEADER && value.matches("[\\x20-\\x7e]+")
        ? value
        : null;
  }
}
