package org.portolan.access;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.portolan.platform.secret.SealedBox;
import org.portolan.platform.security.Token;

/**
 * Somebody on the way to a provider and back. Their browser carries it, sealed, so that nothing is
 * kept here for those who never come back.
 *
 * @param state what the provider hands back, by which the journey is known
 * @param nonce what the provider has to put into its token
 * @param verifier whose hash went along, and which the code is exchanged with
 * @param proving who is signed in and shows again who they are; 0 where somebody signs in
 * @param to where to go in the end
 */
record Journey(
    long provider,
    String state,
    String nonce,
    String verifier,
    long proving,
    String to,
    Instant until) {
  private static final String PLACE = "journey to a provider";

  static Journey begin(long provider, long proving, String to, Instant until) {
    return new Journey(
        provider,
        Token.random("").secret(),
        Token.random("").secret(),
        Token.random("").secret(),
        proving,
        to,
        until);
  }

  Token sealed(SealedBox box) {
    String text =
        String.join(
            "\n",
            Long.toString(provider),
            state,
            nonce,
            verifier,
            Long.toString(proving),
            Long.toString(until.getEpochSecond()),
            to);
    return new Token(
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(box.seal(text.getBytes(StandardCharsets.UTF_8), PLACE)));
  }

  /** Empty when it was not begun here. */
  static Optional<Journey> open(Token cookie, SealedBox box) {
    try {
      return box.open(Base64.getUrlDecoder().decode(cookie.secret()), PLACE)
          .map(bytes -> new String(bytes, StandardCharsets.UTF_8).split("\n", 7))
          .map(
              part ->
                  new Journey(
                      Long.parseLong(part[0]),
                      part[1],
                      part[2],
                      part[3],
                      Long.parseLong(part[4]),
                      part[6],
                      Instant.ofEpochSecond(Long.parseLong(part[5]))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  boolean proves() {
    return proving != 0;
  }

  /** Never in a log, even by mistake. */
  @Override
  public String toString() {
    return "Journey";
  }
}
