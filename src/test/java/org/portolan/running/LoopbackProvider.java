package org.portolan.running;

import com.google.gson.JsonObject;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * An OpenID Connect provider on loopback: as strict as a real one about what is asked of it, and
 * able to answer in all the ways in which none may be believed.
 */
public final class LoopbackProvider implements AutoCloseable {
  public static final String CLIENT = "portolan";
  public static final String SECRET = "a secret: of & the / client";

  /** How it answers. */
  public enum Mood {
    HONEST,
    OTHER_NONCE,
    OTHER_AUDIENCE,
    TWO_AUDIENCES,
    OTHER_ISSUER,
    EXPIRED,
    FROM_THE_FUTURE,
    SHARED_KEY,
    UNSIGNED,
    STRANGE_KEY,
    DOWN
  }

  private record Asked(String nonce, String challenge, String redirect, Map<String, Object> who) {}

  private final HttpServer server;
  private final Map<String, Asked> codes = new ConcurrentHashMap<>();
  private volatile RSAKey key;
  private final RSAKey strange;
  private volatile Mood mood = Mood.HONEST;

  public LoopbackProvider() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    rotate();
    strange = generate();
    server.createContext("/.well-known/openid-configuration", this::describe);
    server.createContext("/keys", exchange -> answer(exchange, 200, keys()));
    server.createContext("/token", this::token);
    server.createContext("/authorize", this::authorize);
    server.start();
  }

  public String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public void be(Mood wanted) {
    mood = wanted;
  }

  /** Signs with another key from now on. */
  public void rotate() {
    key = generate();
  }

  private static RSAKey generate() {
    try {
      return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Somebody signs in here and is sent back: the address to which they are. */
  public String signIn(String address, Map<String, Object> who) {
    Map<String, String> asked = query(URI.create(address).getRawQuery());
    require(asked, "response_type", "code");
    require(asked, "client_id", CLIENT);
    require(asked, "code_challenge_method", "S256");
    String code = UUID.randomUUID().toString();
    codes.put(
        code,
        new Asked(asked.get("nonce"), asked.get("code_challenge"), asked.get("redirect_uri"), who));
    return asked.get("redirect_uri")
        + "?state="
        + URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8)
        + "&code="
        + code;
  }

  private static void require(Map<String, String> asked, String name, String value) {
    if (!value.equals(asked.get(name))) {
      throw new IllegalArgumentException(name + " is " + asked.get(name));
    }
  }

  private void describe(HttpExchange exchange) throws IOException {
    JsonObject self = new JsonObject();
    self.addProperty("issuer", issuer());
    self.addProperty("authorization_endpoint", issuer() + "/authorize");
    self.addProperty("token_endpoint", issuer() + "/token");
    self.addProperty("jwks_uri", issuer() + "/keys");
    answer(exchange, 200, self.toString());
  }

  private String keys() {
    return new JWKSet(key.toPublicJWK()).toString();
  }

  /** A page with one field, on which somebody says who they are. */
  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> asked = query(exchange.getRequestURI().getRawQuery());
    if (asked.containsKey("as")) {
      String email = asked.get("as");
      exchange
          .getResponseHeaders()
          .add(
              "Location",
              signIn(
                  issuer() + exchange.getRequestURI(),
                  Map.of("sub", "of " + email, "email", email, "email_verified", true)));
      exchange.sendResponseHeaders(302, -1);
      exchange.close();
      return;
    }
    StringBuilder page =
        new StringBuilder("<!DOCTYPE html><html lang=en><title>Administration</title><form>");
    asked.forEach(
        (name, value) ->
            page.append("<input type=hidden name='" + name + "' value='" + value + "'>"));
    page.append("<label>Who <input name=as></label><button>In</button></form></html>");
    exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
    byte[] bytes = page.toString().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> form =
        query(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Asked asked = codes.remove(String.valueOf(form.get("code")));
    String expected =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(
                    (CLIENT + ":" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8));
    boolean right =
        asked != null
            && expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))
            && asked.redirect().equals(form.get("redirect_uri"))
            && asked.challenge().equals(hash(form.get("code_verifier")));
    if (mood == Mood.DOWN || !right) {
      answer(exchange, mood == Mood.DOWN ? 503 : 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    JsonObject token = new JsonObject();
    token.addProperty("access_token", "nobody asks with it");
    token.addProperty("token_type", "Bearer");
    token.addProperty("id_token", idToken(asked));
    answer(exchange, 200, token.toString());
  }

  private String idToken(Asked asked) {
    Instant now = Instant.now();
    Instant issued =
        switch (mood) {
          case EXPIRED -> now.minus(Duration.ofMinutes(8));
          case FROM_THE_FUTURE -> now.plus(Duration.ofMinutes(3));
          default -> now;
        };
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(mood == Mood.OTHER_ISSUER ? issuer() + "/other" : issuer())
            .audience(mood == Mood.OTHER_AUDIENCE ? "somebody-else" : CLIENT)
            .issueTime(Date.from(issued))
            .expirationTime(Date.from(issued.plus(Duration.ofMinutes(5))))
            .claim("nonce", mood == Mood.OTHER_NONCE ? "another" : asked.nonce());
    if (mood == Mood.TWO_AUDIENCES) {
      claims.audience(java.util.List.of(CLIENT, "somebody-else")).claim("azp", "somebody-else");
    }
    asked.who().forEach(claims::claim);
    try {
      return switch (mood) {
        case UNSIGNED -> new PlainJWT(claims.build()).serialize();
        case SHARED_KEY -> {
          SignedJWT jwt = new SignedJWT(header(JWSAlgorithm.HS256), claims.build());
          // the public key as a shared secret: what a careless reader would take
          jwt.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
          yield jwt.serialize();
        }
        case STRANGE_KEY -> signed(claims.build(), strange);
        default -> signed(claims.build(), key);
      };
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private JWSHeader header(JWSAlgorithm algorithm) {
    return new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build();
  }

  private String signed(JWTClaimsSet claims, RSAKey with) throws JOSEException {
    SignedJWT jwt = new SignedJWT(header(JWSAlgorithm.RS256), claims);
    jwt.sign(new RSASSASigner(with));
    return jwt.serialize();
  }

  private static String hash(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(String.valueOf(verifier).getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> query(String text) {
    return Arrays.stream(text.split("&"))
        .map(part -> part.split("=", 2))
        .collect(
            Collectors.toMap(
                part -> part[0],
                part -> part.length < 2 ? "" : URLDecoder.decode(part[1], StandardCharsets.UTF_8)));
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
