package org.portolan.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.stream.Stream;
import org.portolan.people.EmailAddress;
import org.portolan.people.ErasedPerson;
import org.portolan.people.PersonalData;
import org.portolan.people.PersonalDataWriter;

/**
 * How a person gets in, all of which goes with them: password, second factors, accounts elsewhere,
 * sign-ins, tokens, recoveries, changes of address.
 */
@ApplicationScoped
class AccessOfPerson implements PersonalData {
  @Inject private AccessRepository accounts;
  @Inject private AccessTokens tokens;
  @Inject private AddressChangeRepository changes;
  @Inject private AddressLetters letters;
  @Inject private WaysIn waysIn;

  @Override
  public String part() {
    return "access";
  }

  @Override
  public Collection<String> addresses(long personId) {
    // what somebody only wished for may be the address of anybody
    return changes.list(personId).stream()
        .flatMap(
            change ->
                change.newHasAgreed()
                    ? Stream.of(change.wished(), change.former())
                    : Stream.of(change.former()))
        .map(EmailAddress::text)
        .toList();
  }

  @Override
  public void export(long personId, PersonalDataWriter out) {
    out.add("password", "SELECT changed_at FROM password WHERE person_id = ?", personId);
    out.add(
        "sign_ins",
        "SELECT created_at, last_seen_at, expires_at, agent FROM sign_in WHERE person_id = ?",
        personId);
    out.add(
        "personal_tokens",
        "SELECT name, scopes, created_at, expires_at, last_used_on, revoked_at FROM api_token WHERE person_id = ?",
        personId);
    out.add(
        "authenticator",
        "SELECT created_at, confirmed_at FROM authenticator WHERE person_id = ?",
        personId);
    out.add(
        "passkeys",
        "SELECT name, created_at, last_used_at FROM passkey WHERE person_id = ?",
        personId);
    out.add(
        "accounts_elsewhere",
        "SELECT p.name, p.issuer, l.linked_at FROM identity_link l"
            + " JOIN identity_provider p ON p.id = l.provider_id WHERE l.person_id = ?",
        personId);
    out.add(
        "address_changes",
        "SELECT email, former_email, state, new_agreed, former_agreed, created_at, expires_at,"
            + " ended_at FROM address_change WHERE person_id = ? ORDER BY id",
        personId);
    out.add("recoveries", "SELECT expires_at FROM recovery WHERE person_id = ?", personId);
  }

  @Override
  public void erase(ErasedPerson person) {
    accounts.listTokenHashes(person.id()).forEach(tokens::forget);
    letters.forget(changes.list(person.id()));
    changes.forget(person.id(), person.addresses());
    accounts.endActingAs(person.id());
    waysIn.forget(person.id());
  }
}
