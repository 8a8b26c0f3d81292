package org.portolan.platform.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of the trail, kept outside the database, and what is derived from it: one key that
 * marks rows as written by the application, one that chains them, one that wraps the keys of
 * persons.
 */
final class AuditKey {
  /** Fewer characters than these are a mistake of whoever set the key. */
  static final int SHORTEST = 32;

  static final int HASH = 32;

  private static final String HMAC = "HmacSHA256";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec marking;
  private final SecretKeySpec chaining;
  private final SecretKeySpec wrapping;
  private final byte[] check;

  private AuditKey(byte[] secret) {
    SecretKeySpec root = new SecretKeySpec(secret, HMAC);
    marking = new SecretKeySpec(hmac(root, ascii("portolan audit 1: mark")), HMAC);
    chaining = new SecretKeySpec(hmac(root, ascii("portolan audit 1: chain")), HMAC);
    wrapping = new SecretKeySpec(hmac(root, ascii("portolan audit 1: wrap")), "AES");
    check = hmac(root, ascii("portolan audit 1: check"));
  }

  /** Spaces around the secret, as an editor leaves them in a file, do not count. */
  static AuditKey of(String secret) {
    String given = secret.strip();
    if (given.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "PORTOLAN_AUDIT_KEY must have " + SHORTEST + " characters at least");
    }
    return new AuditKey(given.getBytes(StandardCharsets.UTF_8));
  }

  /** What the database keeps to recognise the key without knowing it. */
  byte[] check() {
    return check.clone();
  }

  /** Says that the application wrote this, which nobody else can. */
  byte[] mark(byte[] content) {
    return hmac(marking, content);
  }

  /** The hash of a link of the chain: over the one before it and the content. */
  byte[] link(byte[] previous, byte[] content) {
    return hmac(
        chaining,
        ByteBuffer.allocate(previous.length + content.length).put(previous).put(content).array());
  }

  static boolean same(byte[] one, byte[] other) {
    return MessageDigest.isEqual(one, other);
  }

  /** A new key of a person. */
  static byte[] newPersonKey() {
    byte[] key = new byte[32];
    RANDOM.nextBytes(key);
    return key;
  }

  byte[] wrap(long personId, byte[] key) {
    return encrypt(wrapping, key, ascii("person " + personId));
  }

  /** Empty when it was not wrapped for this person by this key. */
  Optional<byte[]> unwrap(long personId, byte[] wrapped) {
    return decrypt(wrapping, wrapped, ascii("person " + personId));
  }

  /**
   * @param place where the text stands, so that it means nothing anywhere else
   */
  static byte[] encrypt(byte[] key, String text, String place) {
    return encrypt(
        new SecretKeySpec(key, "AES"),
        text.getBytes(StandardCharsets.UTF_8),
        place.getBytes(StandardCharsets.UTF_8));
  }

  /** Empty when it was encrypted with another key, or for another place, or changed. */
  static Optional<String> decrypt(byte[] key, byte[] encrypted, String place) {
    return decrypt(new SecretKeySpec(key, "AES"), encrypted, place.getBytes(StandardCharsets.UTF_8))
        .map(text -> new String(text, StandardCharsets.UTF_8));
  }

  private static byte[] encrypt(SecretKeySpec key, byte[] text, byte[] place) {
    try {
      byte[] nonce = new byte[NONCE];
      RANDOM.nextBytes(nonce);
      byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, key, nonce, place).doFinal(text);
      return ByteBuffer.allocate(NONCE + encrypted.length).put(nonce).put(encrypted).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has AES-GCM", e);
    }
  }

  private static Optional<byte[]> decrypt(SecretKeySpec key, byte[] encrypted, byte[] place) {
    if (encrypted.length < NONCE + TAG_BITS / 8) {
      return Optional.empty();
    }
    try {
      byte[] nonce = new byte[NONCE];
      ByteBuffer.wrap(encrypted).get(nonce);
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, key, nonce, place)
              .doFinal(encrypted, NONCE, encrypted.length - NONCE));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has AES-GCM", e);
    }
  }

  private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, byte[] place)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place);
    return cipher;
  }

  private static byte[] hmac(SecretKeySpec key, byte[] content) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac.doFinal(content);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java runtime has " + HMAC, e);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Never in a log, even by mistake. */
  @Override
  public String toString() {
    return "AuditKey";
  }
}
