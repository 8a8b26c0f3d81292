package org.portolan.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Objects;
import org.portolan.people.EmailAddress;
import org.portolan.people.PersonSummary;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.mail.Letter;
import org.portolan.platform.mail.Outbox;
import org.portolan.platform.security.Token;

/** The letters about a change of address. */
@ApplicationScoped
class AddressLetters {
  @Inject private Outbox outbox;
  @Inject private Installation installation;

  /** To the address that is to be left, with the way to say that its owner knows nothing of it. */
  void askFormer(PersonSummary person, AddressChange change, Token token) {
    outbox.post(
        Letter.of("access.letter.address-former", person.email(), language(person))
            .person(person.id())
            .greeting(person.name())
            .paragraph("access.letter.address-former.body", change.wished().text())
            .link("access.letter.address-former.agree", answer(token))
            .link("access.letter.address-former.refuse", answer(token) + "#refuse")
            .paragraph("access.letter.address.until", AddressChange.LIFE.toHours())
            .secretUntil(change.expiresAt()));
  }

  /**
   * To the new address. Whose it may be is not known yet: it names nobody, and is nobody's letter.
   *
   * @return its number
   */
  long askNew(PersonSummary person, AddressChange change, Token token) {
    return outbox.post(
        Letter.of("access.letter.address-new", change.wished().text(), language(person))
            .paragraph("access.letter.address-new.body")
            .link("access.letter.address-new.agree", answer(token))
            .paragraph("access.letter.address.until", AddressChange.LIFE.toHours())
            .paragraph("access.letter.address-new.unasked")
            .secretUntil(change.expiresAt()));
  }

  /** To somebody whose account has the address already. */
  void tellHolder(PersonSummary holder) {
    outbox.post(
        Letter.of("access.letter.address-known", holder.email(), language(holder))
            .person(holder.id())
            .greeting(holder.name())
            .paragraph("access.letter.address-known.body")
            .link("access.letter.address-known.open", installation.baseUrl() + "/sign-in"));
  }

  /** What was not sent yet is not sent any more. */
  void takeBack(AddressChange change) {
    if (change.letterId() != null) {
      outbox.takeBack(change.letterId());
    }
  }

  /** Leaves no trace of the addresses that were asked and may be anybody's. */
  void forget(Collection<AddressChange> changes) {
    outbox.forget(changes.stream().map(AddressChange::letterId).filter(Objects::nonNull).toList());
  }

  /** To both addresses, when it is done. */
  void tellBoth(PersonSummary person, EmailAddress now, EmailAddress former) {
    outbox.post(
        Letter.of("access.letter.address-changed", now.text(), language(person))
            .person(person.id())
            .greeting(person.name())
            .paragraph("access.letter.address-changed.body", now.text())
            .link("access.letter.address-known.open", installation.baseUrl() + "/sign-in"));
    outbox.post(
        Letter.of("access.letter.address-left", former.text(), language(person))
            .person(person.id())
            .greeting(person.name())
            .paragraph("access.letter.address-left.body"));
  }

  private String answer(Token token) {
    return installation.baseUrl() + "/account/address/answer?token=" + token.secret();
  }

  private static Language language(PersonSummary person) {
    return Language.of(person.language()).orElse(Language.EN);
  }
}
