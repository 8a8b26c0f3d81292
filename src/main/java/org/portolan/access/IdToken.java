package org.portolan.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a provider says of somebody who signed in there, once everything about it has been checked:
 * who signed it, for whom, when, and that it answers our question.
 */
record IdToken(JWTClaimsSet claims) {
  private static final Duration SKEW = Duration.ofMinutes(2);
  private static final int LONGEST_SUBJECT = 255;
  // a key that both sides know proves nothing about who signed
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  /** What the token has to say. */
  record Expected(String issuer, String clientId, String nonce, Instant now) {}

  /** Why a token is not believed. */
  static class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final boolean clock;

    Refused(String reason, boolean clock) {
      super(reason);
      this.clock = clock;
    }

    /** Whether the clocks of the two sides disagree. */
    boolean clock() {
      return clock;
    }
  }

  /**
   * @param keys those of the provider, by the name of the key that is wanted
   */
  static IdToken check(String text, Function<String, JWKSet> keys, Expected expected)
      throws Refused {
    try {
      SignedJWT token = SignedJWT.parse(text);
      require(ALGORITHMS.contains(token.getHeader().getAlgorithm()), "algorithm");
      require(token.getHeader().getCriticalParams() == null, "critical header");
      require(signed(token, keys.apply(token.getHeader().getKeyID())), "signature");
      JWTClaimsSet claims = token.getJWTClaimsSet();
      require(expected.issuer().equals(claims.getIssuer()), "issuer");
      List<String> audience = claims.getAudience();
      require(audience.contains(expected.clientId()), "audience");
      String party = claims.getStringClaim("azp");
      require(party == null ? audience.size() == 1 : party.equals(expected.clientId()), "azp");
      require(expected.nonce().equals(claims.getStringClaim("nonce")), "nonce");
      String subject = claims.getSubject();
      require(
          subject != null && !subject.isEmpty() && subject.length() <= LONGEST_SUBJECT, "subject");
      checkTimes(claims, expected.now());
      return new IdToken(claims);
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      throw new Refused("unreadable", false);
    }
  }

  private static void checkTimes(JWTClaimsSet claims, Instant now) throws Refused {
    Date end = claims.getExpirationTime();
    Date issued = claims.getIssueTime();
    require(end != null && issued != null, "times");
    if (!end.toInstant().plus(SKEW).isAfter(now)
        || issued.toInstant().minus(SKEW).isAfter(now)
        || claims.getNotBeforeTime() != null
            && claims.getNotBeforeTime().toInstant().minus(SKEW).isAfter(now)) {
      throw new Refused("clock", true);
    }
  }

  private static void require(boolean right, String what) throws Refused {
    if (!right) {
      throw new Refused(what, false);
    }
  }

  private static boolean signed(SignedJWT token, JWKSet keys) throws JOSEException {
    String keyId = token.getHeader().getKeyID();
    for (JWK key : keys.getKeys()) {
      boolean named = keyId == null || keyId.equals(key.getKeyID());
      boolean signs = key.getKeyUse() == null || "sig".equals(key.getKeyUse().getValue());
      if (named && signs && key instanceof AsymmetricJWK asymmetric && fits(token, key)) {
        JWSVerifier verifier =
            new DefaultJWSVerifierFactory()
                .createJWSVerifier(token.getHeader(), asymmetric.toPublicKey());
        if (token.verify(verifier)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean fits(SignedJWT token, JWK key) {
    JWSAlgorithm algorithm = token.getHeader().getAlgorithm();
    boolean family =
        key.getKeyType().getValue().equals("EC")
            ? JWSAlgorithm.Family.EC.contains(algorithm)
            : key.getKeyType().getValue().equals("RSA")
                && JWSAlgorithm.Family.RSA.contains(algorithm);
    return family && (key.getAlgorithm() == null || key.getAlgorithm().equals(algorithm));
  }

  String subject() {
    return claims.getSubject();
  }

  /** The address of somebody, where the provider has made sure that it is theirs. */
  Optional<String> verifiedEmail() {
    Object verified = claims.getClaim("email_verified");
    return Boolean.TRUE.equals(verified) || "true".equals(verified)
        ? Optional.ofNullable(claims.getClaim("email")).map(Object::toString)
        : Optional.empty();
  }

  /** Whether somebody showed there who they are since then; a provider that does not say, no. */
  boolean provedSince(Instant then) {
    try {
      Date proved = claims.getDateClaim("auth_time");
      return proved != null && !proved.toInstant().plus(SKEW).isBefore(then);
    } catch (ParseException e) {
      return false;
    }
  }

  /**
   * Whether somebody showed two factors there.
   *
   * @param strongAcr the word by which this provider says so, or empty
   */
  boolean strong(String strongAcr) {
    Object methods = claims.getClaim("amr");
    return methods instanceof List<?> list && list.contains("mfa")
        || !strongAcr.isEmpty() && strongAcr.equals(claims.getClaim("acr"));
  }
}
