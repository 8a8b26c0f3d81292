package org.portolan.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.portolan.access.ProviderAccounts.Known;
import org.portolan.access.SignInService.Attempt;
import org.portolan.platform.config.Installation;
import org.portolan.platform.secret.SealedBox;
import org.portolan.platform.security.Token;

/**
 * Signing in at one's administration, by OpenID Connect: the code flow with PKCE. Portolan asks the
 * provider who somebody is and nothing else, and makes no accounts for those it does not know.
 */
@ApplicationScoped
public class SignInElsewhere {
  /** How long somebody may be away. */
  public static final Duration LONGEST_JOURNEY = Duration.ofMinutes(10);

  private static final Logger LOG = Logger.getLogger(SignInElsewhere.class.getName());
  private static final String BACK = "/sign-in/back";

  @Inject private ProviderAccounts accounts;
  @Inject private ProviderPlaces places;
  @Inject private ProviderLine line;
  @Inject private SignInService signIns;
  @Inject private StepUp stepUp;
  @Inject private SealedBox box;
  @Inject private Installation installation;
  @Inject private Clock clock;

  /** Why somebody did not get in. */
  public enum Trouble {
    /** The provider does not answer, or not as it should. */
    DOWN,
    /** The provider says no, or somebody turned back there. */
    REFUSED,
    /** Ten minutes are over, or the journey was begun in another browser. */
    LATE,
    /** This journey came back before. */
    REPLAYED,
    /** What the provider says cannot be believed. */
    WRONG,
    /** The clocks of the two sides disagree. */
    CLOCK,
    /** There is no account here for whoever it is. */
    UNKNOWN,
    /** Somebody else showed there who they are, or nobody did just now. */
    UNPROVED
  }

  /** The way to a provider, and what the browser carries meanwhile. */
  public record Departure(URI address, Token cookie) {}

  /**
   * How a journey ended: with an attempt to sign in that went well, or with trouble.
   *
   * @param to where to go
   */
  public record Arrival(Attempt attempt, Trouble trouble, String to) {
    static Arrival trouble(Trouble trouble, String to) {
      return new Arrival(null, trouble, to);
    }
  }

  /** Empty when the provider does not answer, or is none of ours. */
  public Optional<Departure> depart(long providerId, String to) {
    return depart(providerId, 0, to);
  }

  /** The same for somebody who is signed in and shows again who they are. */
  public Optional<Departure> departToProve(long providerId, String to) {
    return depart(providerId, stepUp.proving(providerId), to);
  }

  private Optional<Departure> depart(long providerId, long proving, String to) {
    Optional<Known> provider = accounts.find(providerId);
    try {
      return provider.map(known -> depart(known, proving, to));
    } catch (ProviderDown e) {
      LOG.log(Level.WARNING, "nobody can sign in at a provider: {0}", e.getMessage());
      return Optional.empty();
    }
  }

  private Departure depart(Known provider, long proving, String to) {
    URI authorization = places.of(issuer(provider)).authorization();
    Journey journey =
        Journey.begin(provider.id(), proving, to, clock.instant().plus(LONGEST_JOURNEY));
    String query =
        form(
            "response_type",
            "code",
            "scope",
            "openid email",
            "client_id",
            provider.clientId(),
            "redirect_uri",
            installation.baseUrl() + BACK,
            "state",
            journey.state(),
            "nonce",
            journey.nonce(),
            "code_challenge",
            challenge(journey.verifier()),
            "code_challenge_method",
            "S256");
    if (journey.proves()) {
      // a session that is open there proves nothing
      query += "&" + form("prompt", "login", "max_age", "0");
    }
    String start = authorization.toString();
    return new Departure(
        URI.create(start + (start.contains("?") ? "&" : "?") + query), journey.sealed(box));
  }

  private Issuer issuer(Known provider) {
    return Issuer.of(provider.issuer(), installation.baseUrl())
        .orElseThrow(() -> new ProviderDown("the provider’s address is not safe"));
  }

  /**
   * Somebody came back.
   *
   * @param cookie what their browser carried
   * @param error what the provider has against it, or null
   */
  public Arrival arrive(
      Optional<Token> cookie,
      String state,
      String code,
      String error,
      String agent,
      Optional<Token> before) {
    Optional<Journey> begun = cookie.flatMap(each -> Journey.open(each, box));
    Instant now = clock.instant();
    if (begun.isEmpty() || !same(begun.get().state(), state) || begun.get().until().isBefore(now)) {
      return Arrival.trouble(Trouble.LATE, "/");
    }
    Journey journey = begun.get();
    if (!accounts.spend(Token.sha256(state), journey.until())) {
      return Arrival.trouble(Trouble.REPLAYED, journey.to());
    }
    Optional<Known> provider = accounts.find(journey.provider());
    if (error != null || code == null || provider.isEmpty()) {
      return Arrival.trouble(Trouble.REFUSED, journey.to());
    }
    try {
      return arrive(provider.get(), journey, code, agent, before, now);
    } catch (ProviderDown e) {
      LOG.log(Level.WARNING, "somebody could not sign in at a provider: {0}", e.getMessage());
      return Arrival.trouble(Trouble.DOWN, journey.to());
    } catch (IdToken.Refused e) {
      LOG.log(Level.WARNING, "a provider was not believed: {0}", e.getMessage());
      return Arrival.trouble(e.clock() ? Trouble.CLOCK : Trouble.WRONG, journey.to());
    }
  }

  private Arrival arrive(
      Known provider,
      Journey journey,
      String code,
      String agent,
      Optional<Token> before,
      Instant now)
      throws IdToken.Refused {
    ProviderPlaces.Places where = places.of(issuer(provider));
    JsonObject answer =
        ProviderPlaces.json(
            line.post(
                where.token(),
                form(
                    "grant_type",
                    "authorization_code",
                    "code",
                    code,
                    "redirect_uri",
                    installation.baseUrl() + BACK,
                    "client_id",
                    provider.clientId(),
                    "code_verifier",
                    journey.verifier()),
                authorization(provider)));
    IdToken token =
        IdToken.check(
            answer.getString("id_token", ""),
            keyId -> places.keys(where.keys(), keyId),
            new IdToken.Expected(provider.issuer(), provider.clientId(), journey.nonce(), now));
    if (journey.proves()) {
      return prove(provider, journey, token, before);
    }
    return accounts
        .personOf(provider, token)
        .map(
            person ->
                new Arrival(
                    signIns.admit(person, token.strong(provider.strongAcr()), agent, before),
                    null,
                    journey.to()))
        .orElseGet(() -> Arrival.trouble(Trouble.UNKNOWN, journey.to()));
  }

  private Arrival prove(Known provider, Journey journey, IdToken token, Optional<Token> session) {
    boolean same = accounts.linked(provider, token).equals(Optional.of(journey.proving()));
    boolean now = token.provedSince(journey.until().minus(LONGEST_JOURNEY));
    return Optional.of(token.strong(provider.strongAcr()))
        .filter(any -> same && now)
        .flatMap(strong -> stepUp.byProvider(journey.proving(), strong, session))
        .map(attempt -> new Arrival(attempt, null, journey.to()))
        .orElseGet(() -> Arrival.trouble(Trouble.UNPROVED, journey.to()));
  }

  /** As the protocol wants it: both parts encoded before they are put together. */
  private static String authorization(Known provider) {
    return provider.secret() == null
        ? null
        : "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    (encoded(provider.clientId()) + ":" + encoded(provider.secret()))
                        .getBytes(StandardCharsets.UTF_8));
  }

  private static String challenge(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  private static String form(String... namesAndValues) {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      form.append(i == 0 ? "" : "&")
          .append(namesAndValues[i])
          .append('=')
          .append(encoded(namesAndValues[i + 1]));
    }
    return form.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static boolean same(String one, String other) {
    return other != null
        && MessageDigest.isEqual(
            one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
