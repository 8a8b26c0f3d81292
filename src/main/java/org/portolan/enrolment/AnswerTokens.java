package org.portolan.enrolment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The links as they stand in letters by which people answer without signing in: what each says, and
 * a mark that nobody else can make.
 *
 * @param marks gives the mark of a text
 */
record AnswerTokens(UnaryOperator<String> marks) {
  private static final Pattern TOKEN =
      Pattern.compile("(\\d{1,18})\\.(\\d{1,9})\\.(\\d{1,12})\\.([A-Za-z0-9+/=_-]{20,100})");

  /**
   * What a link says.
   *
   * @param number of the link among those that ask the same about this application
   */
  record Link(long application, int number, Instant expires) {
    /**
     * Whether it may still be answered.
     *
     * @param last number of the last such link for its application, which ends those before
     */
    boolean good(int last, Instant now) {
      return number == last && now.isBefore(expires);
    }
  }

  String write(Link link) {
    String content =
        link.application() + "." + link.number() + "." + link.expires().getEpochSecond();
    return content + "." + marks.apply(content);
  }

  /** What a token says; empty where it was not marked here. */
  Optional<Link> read(String token) {
    Matcher parts = TOKEN.matcher(token == null ? "" : token);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String content = parts.group(1) + "." + parts.group(2) + "." + parts.group(3);
    boolean ours =
        MessageDigest.isEqual(
            marks.apply(content).getBytes(StandardCharsets.UTF_8),
            parts.group(4).getBytes(StandardCharsets.UTF_8));
    return ours
        ? Optional.of(
            new Link(
                Long.parseLong(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Instant.ofEpochSecond(Long.parseLong(parts.group(3)))))
        : Optional.empty();
  }
}
