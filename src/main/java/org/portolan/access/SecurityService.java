package org.portolan.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.portolan.office.Right;
import org.portolan.office.Rights;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Token;
import org.portolan.platform.web.NotFound;

/** What somebody does about the second factor of their own account. */
@ApplicationScoped
public class SecurityService {
  /** Longest name of a passkey. */
  public static final int LONGEST_NAME = 80;

  private static final int MOST_PASSKEYS = 20;
  private static final int SECRET_BYTES = 20;
  private static final String ISSUER = "Portolan";
  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject private AccessRepository accounts;
  @Inject private SecondFactors factors;
  @Inject private RecoveryCodes recovery;
  @Inject private Passkeys passkeys;
  @Inject private StrongRoles strongRoles;
  @Inject private Rights rights;
  @Inject private People people;
  @Inject private Sessions sessions;
  @Inject private AuditTrail audit;
  @Inject private CurrentPerson me;
  @Inject private Clock clock;

  @Transactional
  public OwnSecurity own() {
    me.requireSelf();
    return new OwnSecurity(
        accounts
            .findAuthenticator(me.id())
            .filter(Authenticator::confirmed)
            .map(Authenticator::confirmedAt)
            .orElse(null),
        accounts.countRecoveryCodes(me.id()),
        demand(),
        accounts.listPasskeys(me.id()).stream().map(Passkey::summary).toList(),
        passkeys.possible());
  }

  /** What the offices of this person ask for, if they have no second factor yet. */
  @Transactional
  public FactorDemand demand() {
    return accounts.hasSecondFactor(me.id())
        ? FactorDemand.NONE
        : strongRoles.of(rights.of(me.id()).stream().map(Right::role).collect(Collectors.toSet()));
  }

  /** Makes a secret for an app; it counts once a code of it has been given. */
  @Transactional
  public void beginApp() {
    me.requireRecentProof();
    people.lock(me.id());
    if (accounts.findAuthenticator(me.id()).filter(Authenticator::confirmed).isPresent()) {
      return;
    }
    accounts.forgetAuthenticator(me.id());
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    accounts.add(new Authenticator(me.id(), factors.seal(secret, me.id()), clock.instant()));
  }

  /** What the app has to be told; empty when nobody asked for it, or it counts already. */
  @Transactional
  public Optional<AppSecret> appToConfirm() {
    me.requireRecentProof();
    String account = people.find(me.id()).map(PersonSummary::email).orElseThrow();
    return accounts
        .findAuthenticator(me.id())
        .filter(app -> !app.confirmed())
        .map(app -> AppSecret.of(factors.open(app, me.id()), account, ISSUER));
  }

  /**
   * The app counts from now on, and so does this sign-in as one by two factors.
   *
   * @return recovery codes, shown this once; empty when the code is wrong
   */
  @Transactional
  public Optional<List<String>> confirmApp(String typed, Optional<Token> session) {
    me.requireRecentProof();
    people.lock(me.id());
    Instant now = clock.instant();
    Authenticator app =
        accounts
            .findAuthenticator(me.id())
            .filter(each -> !each.confirmed())
            .orElseThrow(() -> new NotFound("authenticator"));
    if (!factors.takes(app, me.id(), TypedCode.of(typed), now)) {
      return Optional.empty();
    }
    app.confirm(now);
    session.ifPresent(token -> sessions.strengthen(token.hash()));
    audit.entry("account.app-set-up", "person", me.id()).write();
    return Optional.of(recovery.renew(me.id()));
  }

  @Transactional
  public void switchAppOff() {
    me.requireRecentProof();
    people.lock(me.id());
    if (accounts.forgetAuthenticator(me.id())) {
      audit.entry("account.app-switched-off", "person", me.id()).write();
      forgetCodesWithoutUse();
    }
  }

  /** The question with which the browser of this person makes a passkey. */
  @Transactional
  public Optional<String> askForPasskey() {
    me.requireRecentProof();
    return passkeys.askToRegister(people.find(me.id()).orElseThrow());
  }

  /**
   * Keeps a passkey that a device of this person made.
   *
   * @return recovery codes where it is the first second factor, shown this once; empty when the
   *     answer is wrong, or there are as many as one may have
   */
  @Transactional
  public Optional<List<String>> addPasskey(String answer, String name, Optional<Token> session) {
    me.requireRecentProof();
    people.lock(me.id());
    if (accounts.listPasskeys(me.id()).size() >= MOST_PASSKEYS) {
      return Optional.empty();
    }
    boolean first = !accounts.hasSecondFactor(me.id());
    return passkeys
        .register(people.find(me.id()).orElseThrow(), answer)
        .map(
            credential -> {
              Passkey made = new Passkey(me.id(), credential, name, clock.instant());
              accounts.add(made);
              accounts.flush();
              session.ifPresent(token -> sessions.strengthen(token.hash()));
              audit
                  .entry("account.passkey-added", "passkey", made.id())
                  .personal(me.id(), "name", null, name)
                  .write();
              return first ? recovery.renew(me.id()) : List.of();
            });
  }

  @Transactional
  public void removePasskey(long id) {
    me.requireRecentProof();
    people.lock(me.id());
    // one that is gone already is gone: that is what was asked for
    accounts
        .findPasskey(id)
        .filter(each -> each.personId() == me.id())
        .ifPresent(
            passkey -> {
              accounts.remove(passkey);
              audit
                  .entry("account.passkey-removed", "passkey", id)
                  .personal(me.id(), "name", passkey.name(), null)
                  .write();
              forgetCodesWithoutUse();
            });
  }

  /** Codes in the place of a factor that is no more would open an account by a password alone. */
  private void forgetCodesWithoutUse() {
    if (!accounts.hasSecondFactor(me.id())) {
      accounts.forgetRecoveryCodes(me.id());
    }
  }

  /** New ones in the place of the old, shown this once; none without a factor to replace. */
  @Transactional
  public List<String> renewRecoveryCodes() {
    me.requireRecentProof();
    people.lock(me.id());
    if (!accounts.hasSecondFactor(me.id())) {
      throw new NotFound("second factor");
    }
    audit.entry("account.recovery-codes-made", "person", me.id()).write();
    return recovery.renew(me.id());
  }
}
