package org.portolan.attendance.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portolan.platform.secret.SealedBox;
import org.portolan.platform.security.Token;

/**
 * The secret of an invitation: a mark that nobody else can make over the number of the application.
 * It stands in the link of the letter and in the address to which calendars reply, so it is of
 * lower case letters and digits.
 */
@ApplicationScoped
class InvitationLinks {
  private static final Pattern TOKEN = Pattern.compile("(\\d{1,18})-([0-9a-f]{32})");
  private static final String PLACE = "calendar_invitation.link";
  private static final int LENGTH = 32;

  @Inject private SealedBox box;

  String write(long application) {
    return application + "-" + mark(application);
  }

  /** The application; empty where this was not made here. */
  Optional<Long> read(String token) {
    Matcher parts = TOKEN.matcher(token == null ? "" : token);
    if (!parts.matches()) {
      return Optional.empty();
    }
    long application = Long.parseLong(parts.group(1));
    boolean ours =
        MessageDigest.isEqual(
            mark(application).getBytes(StandardCharsets.UTF_8),
            parts.group(2).getBytes(StandardCharsets.UTF_8));
    return ours ? Optional.of(application) : Optional.empty();
  }

  private String mark(long application) {
    return Token.sha256(box.mark(String.valueOf(application), PLACE)).substring(0, LENGTH);
  }
}
