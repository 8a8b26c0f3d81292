package org.portolan.access;

import com.yubico.webauthn.CredentialRepository;
import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.portolan.people.EmailAddress;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.secret.SealedBox;
import org.portolan.platform.security.Token;

/**
 * The passkeys of people as the library asks for them. A person is named by their number, or by
 * their address where a device makes a key, as the device shows that name.
 */
@ApplicationScoped
class PasskeyCredentials implements CredentialRepository {
  @Inject private AccessRepository accounts;
  @Inject private People people;
  @Inject private SealedBox box;

  /** By which a device knows a person: the same for all their passkeys, and tells nobody who. */
  ByteArray handle(long personId) {
    String mark = box.mark(Long.toString(personId), "passkey handle");
    return new ByteArray(Token.sha256(mark).substring(0, 32).getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public Set<PublicKeyCredentialDescriptor> getCredentialIdsForUsername(String person) {
    return number(person).stream()
        .flatMap(number -> accounts.listPasskeys(number).stream())
        .map(each -> PublicKeyCredentialDescriptor.builder().id(each.credentialId()).build())
        .collect(Collectors.toSet());
  }

  @Override
  public Optional<ByteArray> getUserHandleForUsername(String person) {
    return number(person).map(this::handle);
  }

  private Optional<Long> number(String person) {
    return person.contains("@")
        ? people.findByEmail(new EmailAddress(person)).map(PersonSummary::id)
        : Optional.of(Long.valueOf(person));
  }

  @Override
  public Optional<String> getUsernameForUserHandle(ByteArray handle) {
    return accounts.listPasskeysByHandle(handle.getBytes()).stream()
        .map(each -> Long.toString(each.personId()))
        .findFirst();
  }

  @Override
  public Optional<RegisteredCredential> lookup(ByteArray credentialId, ByteArray handle) {
    return accounts
        .findPasskey(credentialId.getBytes())
        .map(Passkey::credential)
        .filter(credential -> credential.getUserHandle().equals(handle));
  }

  @Override
  public Set<RegisteredCredential> lookupAll(ByteArray credentialId) {
    return accounts
        .findPasskey(credentialId.getBytes())
        .map(Passkey::credential)
        .map(Set::of)
        .orElseGet(Set::of);
  }
}
