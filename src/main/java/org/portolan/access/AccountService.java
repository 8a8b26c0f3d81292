package org.portolan.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portolan.office.HeldOffice;
import org.portolan.office.Mandates;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Token;
import org.portolan.platform.security.TokenScope;
import org.portolan.platform.web.NotFound;

/** What somebody does with their own account; nobody reaches the account of another here. */
@ApplicationScoped
public class AccountService {
  /** Longest name of a personal token. */
  public static final int LONGEST_NAME = 80;

  /** How many personal tokens of one person work at a time: enough for every program they have. */
  public static final int MOST_TOKENS = 50;

  /** How long a personal token may live, in days. */
  public static final int LONGEST_LIFE = 365;

  private static final String PREFIX = "portolan_";

  @Inject private AccessRepository accounts;
  @Inject private People people;
  @Inject private Mandates mandates;
  @Inject private AccessTokens tokens;
  @Inject private CurrentPerson me;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  @Transactional
  public PersonSummary profile() {
    me.requireSelf();
    return people.find(me.id()).orElseThrow(() -> new NotFound("person"));
  }

  @Transactional
  public List<HeldOffice> offices() {
    return mandates.heldBy(me.id());
  }

  /** Where this person is signed in, the last used first. */
  @Transactional
  public List<SignedInPlace> places(Optional<Token> current) {
    me.requireSelf();
    String hash = current.map(Token::hash).orElse("");
    return accounts.listSignIns(me.id(), clock.instant()).stream()
        .map(signIn -> signIn.place(hash))
        .toList();
  }

  @Transactional
  public void endPlace(long signInId) {
    me.requireSelf();
    long person = me.id();
    // one that is gone already has ended: that is what was asked for
    accounts
        .findSignIn(signInId)
        .filter(signIn -> signIn.personId() == person)
        .ifPresent(
            signIn -> {
              accounts.endSignIn(signIn.tokenHash());
              audit.entry("account.sign-in-ended", "person", person).write();
              tokens.forget(signIn.tokenHash());
            });
  }

  @Transactional
  public List<PersonalToken> personalTokens() {
    me.requireSelf();
    return accounts.listTokens(me.id(), clock.instant()).stream()
        .map(token -> token.summary(clock.instant()))
        .toList();
  }

  /**
   * Makes a personal token; its secret is known to the answer of this call and then to nobody.
   * Empty when the person has as many as one may have.
   */
  @Transactional
  public Optional<Token> createToken(String name, Set<TokenScope> scopes, int days) {
    me.requireRecentProof();
    String given = name == null ? "" : name.strip();
    if (given.isEmpty() || given.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("a token has a name of 1 to " + LONGEST_NAME);
    }
    if (days < 1 || days > LONGEST_LIFE) {
      throw new IllegalArgumentException("a token lives 1 to " + LONGEST_LIFE + " days");
    }
    Instant now = clock.instant();
    people.lock(me.id());
    if (accounts.countLivingTokens(me.id(), now) >= MOST_TOKENS) {
      return Optional.empty();
    }
    Token token = Token.random(PREFIX);
    ApiToken made =
        new ApiToken(token.hash(), me.id(), given, scopes, now, now.plus(days, ChronoUnit.DAYS));
    accounts.add(made);
    accounts.flush();
    audit.entry("token.made", "token", made.id()).personal(me.id(), "name", null, given).write();
    return Optional.of(token);
  }

  @Transactional
  public void revokeToken(long id) {
    requireBrowser();
    ApiToken token =
        accounts
            .findToken(id)
            .filter(each -> each.personId() == me.id())
            .orElseThrow(() -> new NotFound("token"));
    token.revoke(clock.instant());
    audit.entry("token.revoked", "token", id).write();
    tokens.forget(token.tokenHash());
  }

  /** A token that leaked must not make others. */
  private void requireBrowser() {
    me.requireSelf();
    if (me.require().byApiToken()) {
      throw new NotAllowed();
    }
  }
}
