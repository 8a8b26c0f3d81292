package org.portolan.platform.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The key of the {@link SealedBox} and what is derived from it. */
final class SecretKey {
  private static final int SHORTEST = 32;
  private static final String HMAC = "HmacSHA256";
  private static final int NONCE = 12;
  private static final int TAG = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec sealing;
  private final SecretKeySpec marking;
  private final String check;

  private SecretKey(byte[] secret) {
    SecretKeySpec root = new SecretKeySpec(secret, HMAC);
    sealing = new SecretKeySpec(hmac(root, bytes("portolan secret 1: seal")), "AES");
    marking = new SecretKeySpec(hmac(root, bytes("portolan secret 1: mark")), HMAC);
    check = HexFormat.of().formatHex(hmac(root, bytes("portolan secret 1: check")));
  }

  /** Spaces around the secret, as an editor leaves them in a file, do not count. */
  static SecretKey of(String secret) {
    String given = secret.strip();
    if (given.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "PORTOLAN_SECRET_KEY must have " + SHORTEST + " characters at least");
    }
    return new SecretKey(bytes(given));
  }

  /** What the database keeps to recognise the key without knowing it. */
  String check() {
    return check;
  }

  byte[] seal(byte[] content, String place) {
    byte[] nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(content);
      return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has AES-GCM", e);
    }
  }

  Optional<byte[]> open(byte[] sealed, String place) {
    if (sealed.length < NONCE + TAG) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE), place)
              .doFinal(sealed, NONCE, sealed.length - NONCE));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has AES-GCM", e);
    }
  }

  String mark(String content, String place) {
    return HexFormat.of().formatHex(hmac(marking, bytes(place + '\n' + content)));
  }

  private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, sealing, new GCMParameterSpec(TAG * 8, nonce));
    cipher.updateAAD(bytes(place));
    return cipher;
  }

  private static byte[] hmac(SecretKeySpec key, byte[] content) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has " + HMAC, e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Never in a log, even by mistake. */
  @Override
  public String toString() {
    return "SecretKey";
  }
}
