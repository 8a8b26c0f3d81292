package org.portolan.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.mail.Letter;
import org.portolan.platform.mail.Outbox;
import org.portolan.platform.security.Scope;
import org.portolan.platform.security.Token;
import org.portolan.region.Directory;

/** The first letter to whoever asks for an account, and what its link confirms. */
@ApplicationScoped
class RequestLetters {
  /** While a request waits, those who decide are told of no other one so long. */
  private static final Duration QUIET = Duration.ofDays(1);

  @Inject private AccountRequestRepository requests;
  @Inject private People people;
  @Inject private Directory directory;
  @Inject private Outbox outbox;
  @Inject private Installation installation;
  @Inject private AuditTrail audit;
  @Inject private Event<AccountRequested> requested;
  @Inject private Clock clock;

  /** Who has an account is told so; nothing else is kept of that request. */
  @Transactional
  void write(WantedAccount wanted) {
    Instant now = clock.instant();
    EmailAddress email = wanted.officer().address();
    Optional<PersonSummary> holder = people.holderOf(email);
    if (holder.isPresent()) {
      if (new EmailAddress(holder.get().email()).equals(email)) {
        tellHolder(holder.get());
      }
      return;
    }
    Token token = Token.random("");
    AccountRequest request = new AccountRequest(wanted, token.hash(), now);
    requests.add(request);
    Language language = Language.of(wanted.officer().language()).orElse(Language.EN);
    // nobody knows yet whose address it is: nothing that was typed goes there
    outbox.post(
        Letter.of("people.letter.request", email.text(), language)
            .paragraph("people.letter.request.body", administration(wanted.member(), language))
            .link(
                "people.letter.request.confirm",
                installation.baseUrl() + "/account/request/confirm?token=" + token.secret())
            .paragraph("people.letter.request.until", AccountRequest.LIFE.toHours())
            .paragraph("people.letter.unasked")
            .secretUntil(now.plus(AccountRequest.LIFE)));
  }

  private void tellHolder(PersonSummary holder) {
    outbox.post(
        Letter.of(
                "people.letter.request-known",
                holder.email(),
                Language.of(holder.language()).orElse(Language.EN))
            .person(holder.id())
            .greeting(holder.name())
            .paragraph("people.letter.request-known.body")
            .link("people.letter.request-known.open", installation.baseUrl() + "/sign-in")
            .link(
                "people.letter.request-known.recover",
                installation.baseUrl() + "/account/recover"));
  }

  void refuse(AccountRequest request, String why) {
    Language language = Language.of(request.officer().language()).orElse(Language.EN);
    outbox.post(
        Letter.of("people.letter.request-refused", request.officer().email(), language)
            .greeting(request.officer().name())
            .paragraph(
                "people.letter.request-refused.body",
                administration(request.memberCode(), language))
            .quote(why));
  }

  /** Brings it before whoever decides; false when the link confirms nothing any more. */
  @Transactional
  boolean confirm(String token) {
    Optional<AccountRequest> open =
        requests
            .lockByToken(Token.sha256(token))
            .filter(request -> request.confirmableAt(clock.instant()));
    open.ifPresent(
        request -> {
          Instant now = clock.instant();
          boolean told = requests.anotherWaits(request, now.minus(QUIET));
          request.confirm(now);
          requests.forgetOthers(request);
          audit
              .entry("request.confirmed", "request", request.id())
              .scope(Scope.member(request.memberCode()))
              .write();
          if (!told) {
            requested.fire(new AccountRequested(request.memberCode()));
          }
        });
    return open.isPresent();
  }

  private String administration(String member, Language language) {
    return directory.findMember(member).map(found -> found.name().in(language)).orElse(member);
  }
}
