package org.portolan.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What an authenticator app has to be told.
 *
 * @param text the secret as it is typed, in groups of four
 * @param uri the same as it is scanned
 */
public record AppSecret(String text, String uri) {
  static AppSecret of(byte[] secret, String account, String issuer) {
    String plain = Base32.of(secret);
    return new AppSecret(
        plain.replaceAll("(.{4})(?!$)", "$1 "),
        "otpauth://totp/"
            + encoded(issuer)
            + ":"
            + encoded(account)
            + "?secret="
            + plain
            + "&issuer="
            + encoded(issuer));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Never in a log, even by mistake. */
  @Override
  public String toString() {
    return "AppSecret";
  }
}
