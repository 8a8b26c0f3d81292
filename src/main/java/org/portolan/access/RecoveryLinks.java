package org.portolan.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.portolan.people.EmailAddress;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.mail.Letter;
import org.portolan.platform.mail.Outbox;
import org.portolan.platform.security.Token;

/** The links of recovery in the database, each use in a transaction of its own. */
@ApplicationScoped
class RecoveryLinks {
  @Inject private AccessRepository accounts;
  @Inject private WaysIn waysIn;
  @Inject private People people;
  @Inject private Outbox outbox;
  @Inject private Installation installation;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** A letter with a link to whom has an account of this address; nothing to anybody else. */
  @Transactional
  void write(EmailAddress email) {
    Instant now = clock.instant();
    people.findByEmail(email).ifPresent(person -> write(person, now));
  }

  private void write(PersonSummary person, Instant now) {
    Token token = Token.random("");
    Language language = Language.of(person.language()).orElse(Language.EN);
    accounts.add(new Recovery(token.hash(), person.id(), now));
    outbox.post(
        Letter.of("access.letter.recovery", person.email(), language)
            .person(person.id())
            .greeting(person.name())
            .paragraph("access.letter.recovery.body")
            .link(
                "access.letter.recovery.open",
                installation.baseUrl() + "/account/recover/new?token=" + token.secret())
            .paragraph("access.letter.recovery.unasked")
            .secretUntil(now.plus(Recovery.LIFE)));
    audit.entry("recovery.asked", "person", person.id()).write();
  }

  @Transactional
  Optional<String> find(String token) {
    return accounts
        .findRecovery(Token.sha256(token))
        .filter(recovery -> recovery.worksAt(clock.instant()))
        .flatMap(recovery -> people.find(recovery.personId()))
        .map(person -> person.name() + " " + person.email());
  }

  @Transactional
  boolean use(String token, String hash) {
    Instant now = clock.instant();
    Optional<Recovery> open =
        accounts.lockRecovery(Token.sha256(token)).filter(recovery -> recovery.worksAt(now));
    if (open.isEmpty()) {
      return false;
    }
    long person = open.get().personId();
    accounts
        .findPassword(person)
        .ifPresentOrElse(
            password -> password.change(hash, now),
            () -> accounts.add(new Password(person, hash, now)));
    // other links that were asked for open nothing any more either
    accounts.endRecoveries(person);
    waysIn.endSignIns(person);
    waysIn.endTokens(person);
    audit.entry("password.recovered", "person", person).by(person).write();
    return true;
  }
}
