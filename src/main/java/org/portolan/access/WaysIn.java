package org.portolan.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;

/** All the ways by which somebody comes in, taken away together. */
@ApplicationScoped
public class WaysIn {
  @Inject private AccessRepository accounts;
  @Inject private AccessTokens tokens;
  @Inject private AuditTrail audit;
  @Inject private CurrentPerson me;
  @Inject private Clock clock;

  /** Whether somebody has a second factor; asked by those who may know of their account. */
  @Transactional
  public boolean guarded(long personId) {
    return accounts.hasSecondFactor(personId);
  }

  /** So many of each way in; tokens are those that work. */
  public record Counts(int passwords, int apps, int passkeys, int links, int tokens) {}

  /** How somebody comes in, in one statement; asked by those who may know of their account. */
  @Transactional
  public Counts count(long personId) {
    return accounts.count(personId, clock.instant());
  }

  /** Whether the one who asks may take this person's second factor away; nobody their own. */
  public boolean mayTakeFactors(long personId) {
    return me.isAdministrator()
        && !me.isActing()
        && !me.require().byApiToken()
        && personId != me.id();
  }

  /**
   * For somebody who lost phone, keys and codes: an administrator, who has made sure who asks,
   * takes the second factor away, and with it every sign-in. The password stays.
   */
  @Transactional
  public void takeFactors(long personId) {
    me.requireRole(Role.ADMIN, Scope.PLATFORM);
    me.requireRecentProof();
    if (!mayTakeFactors(personId)) {
      throw new NotAllowed();
    }
    if (!guarded(personId)) {
      // taken meanwhile, or there never was one: nobody is signed out for that
      return;
    }
    forgetFactors(personId);
    endSignIns(personId);
    audit.entry("account.factors-taken-away", "person", personId).write();
  }

  /**
   * Leaves nothing by which this person could come in: for an account that is no more. Who calls it
   * has made sure that they may, and tells the trail.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void forget(long personId) {
    forgetFactors(personId);
    endSignIns(personId);
    accounts.forgetCredentials(personId);
  }

  /** Every browser in which this person is signed in, or about to be. */
  void endSignIns(long personId) {
    accounts.listSignInHashes(personId).forEach(tokens::forget);
    accounts.endSignIns(personId);
  }

  /** Ends the tokens of programs: whoever had the account may have made them. */
  void endTokens(long personId) {
    accounts.listTokenHashes(personId).forEach(tokens::forget);
    accounts.revokeTokens(personId, clock.instant());
  }

  private void forgetFactors(long personId) {
    accounts.forgetAuthenticator(personId);
    accounts.forgetPasskeys(personId);
    accounts.forgetRecoveryCodes(personId);
  }
}
