package org.portolan.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.OptionalLong;
import org.portolan.platform.secret.SealedBox;

/** Checks second factors: whether somebody has one, and whether a code is right. */
@ApplicationScoped
class SecondFactors {
  @Inject private AccessRepository accounts;
  @Inject private RecoveryCodes recovery;
  @Inject private SealedBox box;
  @Inject private Clock clock;

  /** How a code was received. */
  enum Answer {
    RIGHT,
    RIGHT_BY_RECOVERY,
    WRONG,
    WAIT
  }

  @Transactional
  boolean has(long personId) {
    return accounts.hasSecondFactor(personId);
  }

  /** A code of the app or one of recovery. Tries at once are taken one after the other. */
  @Transactional
  Answer check(long personId, TypedCode code) {
    Instant now = clock.instant();
    CodeTries tries = accounts.lockTries(personId);
    if (tries.mustWait(now)) {
      return Answer.WAIT;
    }
    Answer answer = Answer.WRONG;
    if (isOfApp(personId, code, now)) {
      answer = Answer.RIGHT;
    } else if (recovery.use(personId, code)) {
      answer = Answer.RIGHT_BY_RECOVERY;
    }
    if (answer == Answer.WRONG) {
      tries.countWrong(now);
    } else {
      tries.forget();
    }
    return answer;
  }

  private boolean isOfApp(long personId, TypedCode code, Instant now) {
    return code.isOfApp()
        && accounts
            .findAuthenticator(personId)
            .filter(Authenticator::confirmed)
            .filter(app -> takes(app, personId, code, now))
            .isPresent();
  }

  /** Whether the code is one of the app's of about now that was not taken before. */
  boolean takes(Authenticator app, long personId, TypedCode code, Instant now) {
    OptionalLong step = TimeCodes.step(open(app, personId), code.text(), now);
    return step.isPresent() && app.take(step.getAsLong());
  }

  byte[] open(Authenticator app, long personId) {
    return box.open(app.sealedSecret(), place(personId))
        .orElseThrow(() -> new IllegalStateException("the secret was sealed by another key"));
  }

  byte[] seal(byte[] secret, long personId) {
    return box.seal(secret, place(personId));
  }

  private static String place(long personId) {
    return "authenticator " + personId;
  }
}
