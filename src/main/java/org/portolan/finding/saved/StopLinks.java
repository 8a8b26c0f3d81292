package org.portolan.finding.saved;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portolan.platform.secret.SealedBox;

/**
 * The links by which letters about searches are stopped without signing in: each for one search, or
 * for those of one letter, good as long as they are kept, and for nothing else.
 */
@ApplicationScoped
class StopLinks {
  private static final String PLACE = "saved_search.stop";
  private static final Pattern TOKEN =
      Pattern.compile("(\\d{1,18}(?:-\\d{1,18}){0,49})\\.([A-Za-z0-9+/=_-]{20,100})");

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
    return write(List.of(search));
  }

  /** One for all of them. */
  String write(Collection<Long> searches) {
    String numbers = searches.stream().map(String::valueOf).collect(Collectors.joining("-"));
    return numbers + "." + marks.apply(numbers);
  }

  /** The searches that a token stops; none where it was not marked here. */
  List<Long> read(String token) {
    Matcher parts = TOKEN.matcher(token == null ? "" : token);
    if (!parts.matches()) {
      return List.of();
    }
    boolean ours =
        MessageDigest.isEqual(
            marks.apply(parts.group(1)).getBytes(StandardCharsets.UTF_8),
            parts.group(2).getBytes(StandardCharsets.UTF_8));
    return ours ? Stream.of(parts.group(1).split("-")).map(Long::valueOf).toList() : List.of();
  }
}
