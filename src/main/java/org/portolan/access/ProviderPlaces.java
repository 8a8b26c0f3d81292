package org.portolan.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.JWKSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;

/**
 * What a provider says of itself: where people sign in, where codes are exchanged, and the keys it
 * signs with. Remembered for a while; a key that is not known is asked for once more, as keys are
 * changed.
 */
@ApplicationScoped
class ProviderPlaces {
  private static final Duration REMEMBERED = Duration.ofHours(1);
  private static final Duration ASKED_AGAIN_AFTER = Duration.ofSeconds(20);

  @Inject private ProviderLine line;

  private final Cache<Issuer, Places> places =
      Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(500).build();
  private final Cache<URI, JWKSet> keys =
      Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(500).build();
  private final Cache<URI, Boolean> askedLately =
      Caffeine.newBuilder().expireAfterWrite(ASKED_AGAIN_AFTER).maximumSize(500).build();

  /** Where a provider does what. */
  record Places(URI authorization, URI token, URI keys) {}

  Places of(Issuer issuer) {
    Places known = places.getIfPresent(issuer);
    if (known == null) {
      known = ask(issuer);
      places.put(issuer, known);
    }
    return known;
  }

  /** As the provider says now, whatever is remembered. */
  Places ask(Issuer issuer) {
    JsonObject found = json(line.get(issuer.discovery()));
    if (!issuer.address().toString().equals(found.getString("issuer", ""))) {
      throw new ProviderDown("the provider says that it is another");
    }
    return new Places(
        place(issuer, found, "authorization_endpoint"),
        place(issuer, found, "token_endpoint"),
        place(issuer, found, "jwks_uri"));
  }

  private static URI place(Issuer issuer, JsonObject found, String name) {
    return issuer
        .own(found.getString(name, ""))
        .orElseThrow(() -> new ProviderDown(name + " is not at the provider"));
  }

  /** The keys of a provider, with the one that is asked for if it has that at all. */
  JWKSet keys(URI address, String keyId) {
    JWKSet known = keys.getIfPresent(address);
    boolean lacking =
        known != null
            && keyId != null
            && known.getKeyByKeyId(keyId) == null
            && askedLately.asMap().putIfAbsent(address, Boolean.TRUE) == null;
    if (known == null || lacking) {
      known = parse(line.get(address));
      keys.put(address, known);
    }
    return known;
  }

  private static JWKSet parse(String text) {
    try {
      return JWKSet.parse(text);
    } catch (ParseException e) {
      throw new ProviderDown("the keys of the provider cannot be read", e);
    }
  }

  static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    } catch (JsonException | ClassCastException e) {
      throw new ProviderDown("the provider’s answer cannot be read", e);
    }
  }
}
