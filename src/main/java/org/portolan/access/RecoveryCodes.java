package org.portolan.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.IntStream;
import org.portolan.platform.secret.SealedBox;

/** Codes on paper for the day on which phone or key is lost; each counts once. */
@ApplicationScoped
class RecoveryCodes {
  private static final int HOW_MANY = 10;
  private static final int LENGTH = 10;
  // nothing that is taken for something else when it is read from paper
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject private AccessRepository accounts;
  @Inject private SealedBox box;

  /** New ones in the place of the old; shown to their owner now and known to nobody after. */
  List<String> renew(long personId) {
    accounts.forgetRecoveryCodes(personId);
    List<String> codes = IntStream.range(0, HOW_MANY).mapToObj(each -> random()).toList();
    codes.forEach(code -> accounts.add(new RecoveryCode(personId, mark(personId, code))));
    return codes.stream().map(code -> code.substring(0, 5) + "-" + code.substring(5)).toList();
  }

  /** Uses a code up; of two at once only one is told that it did. */
  boolean use(long personId, TypedCode code) {
    return code.isOfRecovery() && accounts.takeRecoveryCode(personId, mark(personId, code.text()));
  }

  private String mark(long personId, String code) {
    return box.mark(code, "recovery code of " + personId);
  }

  private static String random() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return code.toString();
  }
}
