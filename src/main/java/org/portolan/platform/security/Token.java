package org.portolan.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** A secret that stands for a person: 256 random bits, of which only the hash is ever stored. */
public record Token(String secret) {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new token; the prefix tells people and secret scanners what it is for. */
  public static Token random(String prefix) {
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    return new Token(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  /** SHA-256 in hexadecimal: enough, because the token itself cannot be guessed. */
  public String hash() {
    return sha256(secret);
  }

  public static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /** Never in a log, even by mistake. */
  @Override
  public String toString() {
    return "Token";
  }
}
