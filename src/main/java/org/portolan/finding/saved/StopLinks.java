package org.portolan.finding.saved;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portolan.platform.secret.SealedBox;

/**
 * The links by which letters about a search are stopped without signing in: each for one search,
 * good as long as that is kept, and for nothing else.
 */
@ApplicationScoped
class StopLinks {
  private static final String PLACE = "saved_search.stop";
  private static final Pattern TOKEN = Pattern.compile("(\\d{1,18})\\.([A-Za-z0-9+/=_-]{20,100})");

  private final UnaryOperator<String> marks;

  @Inject
  StopLinks(SealedBox box) {
    this(content -> box.mark(content, PLACE));
  }

  StopLinks(UnaryOperator<String> marks) {
    this.marks = marks;
  }

  /** The container makes its client proxies by this one; such an object is never asked anything. */
  protected StopLinks() {
    marks = null;
  }

  String write(long search) {
    return search + "." + marks.apply(String.valueOf(search));
  }

  /** The search that a token stops; empty where it was not marked here. */
  Optional<Long> read(String token) {
    Matcher parts = TOKEN.matcher(token == null ? "" : token);
    if (!parts.matches()) {
      return Optional.empty();
    }
    boolean ours =
        MessageDigest.isEqual(
            marks.apply(parts.group(1)).getBytes(StandardCharsets.UTF_8),
            parts.group(2).getBytes(StandardCharsets.UTF_8));
    return ours ? Optional.of(Long.valueOf(parts.group(1))) : Optional.empty();
  }
}
