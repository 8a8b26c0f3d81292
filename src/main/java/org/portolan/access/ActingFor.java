package org.portolan.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.portolan.office.Rights;
import org.portolan.people.People;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.security.Token;
import org.portolan.platform.web.NotFound;

/**
 * Lets an administrator act as somebody for a short while, to see what they see and help them. The
 * trail tells of both; accounts and offices are out of reach meanwhile, and other administrators
 * always.
 */
@ApplicationScoped
public class ActingFor {
  public static final Duration LONGEST = Duration.ofMinutes(30);
  public static final int LONGEST_REASON = 300;

  @Inject private AccessRepository accounts;
  @Inject private AccessTokens tokens;
  @Inject private People people;
  @Inject private Rights rights;
  @Inject private CurrentPerson me;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** Whether the one who asks may act as this person. */
  public boolean may(long person) {
    return me.isAdministrator()
        && !me.isActing()
        && !me.require().byApiToken()
        && person != me.id()
        && !people.merged(person)
        && rights.of(person).stream().noneMatch(right -> right.role() == Role.ADMIN);
  }

  /**
   * Begins; the browser's sign-in goes on under another token.
   *
   * @param current the token with which the browser came
   * @param reason which the trail keeps
   * @return the token from now on
   */
  @Transactional
  public Token begin(Token current, long person, String reason) {
    me.requireRole(Role.ADMIN, Scope.PLATFORM);
    me.requireRecentProof();
    if (people.find(person).isEmpty()) {
      throw new NotFound("person " + person);
    }
    if (!may(person)) {
      throw new NotAllowed();
    }
    String why = reason == null ? "" : reason.strip();
    if (why.isEmpty() || why.length() > LONGEST_REASON) {
      throw new IllegalArgumentException("a reason has 1 to " + LONGEST_REASON + " characters");
    }
    Instant now = clock.instant();
    SignIn signIn =
        accounts
            .findSignInByToken(current.hash())
            .filter(found -> found.personId() == me.id())
            .orElseThrow(NotAllowed::new);
    Token token = Token.random("");
    Instant until = signIn.actAs(token.hash(), person, now.plus(LONGEST), why);
    audit
        .entry("act-as.begun", "person", person)
        .change("until", null, until)
        .personal(person, "reason", null, why)
        .write();
    tokens.forget(current.hash());
    return token;
  }

  /**
   * Ends it before its time, or clears away one whose time is over.
   *
   * @return whom the administrator acted as, and the token from now on; empty when as nobody
   */
  @Transactional
  public Optional<Ended> end(Token current) {
    return accounts.findSignInByToken(current.hash()).flatMap(this::end);
  }

  private Optional<Ended> end(SignIn signIn) {
    Long person = signIn.actingAs();
    if (person == null) {
      return Optional.empty();
    }
    String before = signIn.tokenHash();
    Token token = Token.random("");
    audit
        .entry("act-as.ended", "person", person)
        .personal(person, "reason", null, signIn.actingReason())
        .write();
    signIn.actAsNobody(token.hash());
    tokens.forget(before);
    return Optional.of(new Ended(person, token));
  }

  /**
   * @param person whom the administrator acted as
   */
  public record Ended(long person, Token token) {}
}
