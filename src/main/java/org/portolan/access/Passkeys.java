package org.portolan.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.yubico.webauthn.AssertionRequest;
import com.yubico.webauthn.AssertionResult;
import com.yubico.webauthn.FinishAssertionOptions;
import com.yubico.webauthn.FinishRegistrationOptions;
import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.RegistrationResult;
import com.yubico.webauthn.RelyingParty;
import com.yubico.webauthn.StartAssertionOptions;
import com.yubico.webauthn.StartRegistrationOptions;
import com.yubico.webauthn.data.AuthenticatorSelectionCriteria;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredential;
import com.yubico.webauthn.data.PublicKeyCredentialCreationOptions;
import com.yubico.webauthn.data.PublicKeyCredentialRequestOptions;
import com.yubico.webauthn.data.ResidentKeyRequirement;
import com.yubico.webauthn.data.UserIdentity;
import com.yubico.webauthn.data.UserVerificationRequirement;
import com.yubico.webauthn.exception.AssertionFailedException;
import com.yubico.webauthn.exception.RegistrationFailedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.portolan.people.PersonSummary;
import org.portolan.platform.security.Token;

/**
 * Asks passkeys and checks what they answer. Each question is good for one answer; the device must
 * have recognised its owner, so a passkey stands for two factors.
 */
@ApplicationScoped
class Passkeys {
  private static final AuthenticatorSelectionCriteria WANTED =
      AuthenticatorSelectionCriteria.builder()
          .residentKey(ResidentKeyRequirement.REQUIRED)
          .userVerification(UserVerificationRequirement.REQUIRED)
          .build();

  @Inject private PasskeySite site;
  @Inject private PasskeyCredentials credentials;
  @Inject private AccessRepository accounts;
  @Inject private Clock clock;

  boolean possible() {
    return site.relyingParty().isPresent();
  }

  /** The question with which a device makes a passkey, as the browser wants it. */
  @Transactional
  Optional<String> askToRegister(PersonSummary person) {
    return site.relyingParty().map(party -> askToRegister(party, person));
  }

  private String askToRegister(RelyingParty party, PersonSummary person) {
    PublicKeyCredentialCreationOptions asked =
        party.startRegistration(
            StartRegistrationOptions.builder()
                .user(
                    UserIdentity.builder()
                        .name(person.email())
                        .displayName(person.name())
                        .id(credentials.handle(person.id()))
                        .build())
                .authenticatorSelection(WANTED)
                .timeout(PasskeyChallenge.LIFE.toMillis())
                .build());
    remember(asked.getChallenge(), PasskeyPurpose.REGISTER, person.id());
    return json(asked::toCredentialsCreateJson);
  }

  /** The same for one that is there: of this person, or of whoever has one. */
  @Transactional
  Optional<String> ask(PasskeyPurpose purpose, Long personId) {
    return site.relyingParty().map(party -> ask(party, purpose, personId));
  }

  private String ask(RelyingParty party, PasskeyPurpose purpose, Long personId) {
    StartAssertionOptions.StartAssertionOptionsBuilder wanted =
        StartAssertionOptions.builder()
            .userVerification(UserVerificationRequirement.REQUIRED)
            .timeout(PasskeyChallenge.LIFE.toMillis());
    if (personId != null) {
      wanted.username(Long.toString(personId));
    }
    AssertionRequest asked = party.startAssertion(wanted.build());
    remember(asked.getPublicKeyCredentialRequestOptions().getChallenge(), purpose, personId);
    return json(asked::toCredentialsGetJson);
  }

  private void remember(ByteArray challenge, PasskeyPurpose purpose, Long personId) {
    Instant now = clock.instant();
    accounts.forgetChallenges(now);
    accounts.add(new PasskeyChallenge(hash(challenge), purpose, personId, now));
  }

  /** The passkey that a device made for this person; empty when it is none that was asked for. */
  @Transactional
  Optional<RegisteredCredential> register(PersonSummary person, String answer) {
    return site.relyingParty().flatMap(party -> register(party, person, answer));
  }

  private Optional<RegisteredCredential> register(
      RelyingParty party, PersonSummary person, String answer) {
    try {
      var made = PublicKeyCredential.parseRegistrationResponseJson(answer);
      ByteArray challenge = made.getResponse().getClientData().getChallenge();
      if (!take(challenge, PasskeyPurpose.REGISTER, person.id())) {
        return Optional.empty();
      }
      RegistrationResult result =
          party.finishRegistration(
              FinishRegistrationOptions.builder()
                  .request(
                      PublicKeyCredentialCreationOptions.builder()
                          .rp(party.getIdentity())
                          .user(
                              UserIdentity.builder()
                                  .name(person.email())
                                  .displayName(person.name())
                                  .id(credentials.handle(person.id()))
                                  .build())
                          .challenge(challenge)
                          .pubKeyCredParams(party.getPreferredPubkeyParams())
                          .authenticatorSelection(WANTED)
                          .build())
                  .response(made)
                  .build());
      return Optional.of(
          RegisteredCredential.builder()
              .credentialId(result.getKeyId().getId())
              .userHandle(credentials.handle(person.id()))
              .publicKeyCose(result.getPublicKeyCose())
              .signatureCount(result.getSignatureCount())
              .build());
    } catch (IOException | RegistrationFailedException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whose passkey answered; empty when the answer is to no question of ours, or wrong. */
  @Transactional
  OptionalLong check(PasskeyPurpose purpose, Long personId, String answer) {
    Optional<RelyingParty> party = site.relyingParty();
    return party.isEmpty() ? OptionalLong.empty() : check(party.get(), purpose, personId, answer);
  }

  private OptionalLong check(
      RelyingParty party, PasskeyPurpose purpose, Long personId, String answer) {
    try {
      var given = PublicKeyCredential.parseAssertionResponseJson(answer);
      ByteArray challenge = given.getResponse().getClientData().getChallenge();
      if (!take(challenge, purpose, personId)) {
        return OptionalLong.empty();
      }
      AssertionRequest.AssertionRequestBuilder asked =
          AssertionRequest.builder()
              .publicKeyCredentialRequestOptions(
                  PublicKeyCredentialRequestOptions.builder()
                      .challenge(challenge)
                      .rpId(party.getIdentity().getId())
                      .userVerification(UserVerificationRequirement.REQUIRED)
                      .build());
      if (personId != null) {
        asked.username(Long.toString(personId));
      }
      AssertionResult result =
          party.finishAssertion(
              FinishAssertionOptions.builder().request(asked.build()).response(given).build());
      return result.isSuccess() ? used(result) : OptionalLong.empty();
    } catch (IOException | AssertionFailedException | IllegalArgumentException e) {
      return OptionalLong.empty();
    }
  }

  private OptionalLong used(AssertionResult result) {
    return accounts
        .findPasskey(result.getCredential().getCredentialId().getBytes())
        .map(
            passkey -> {
              passkey.used(result.getSignatureCount(), clock.instant());
              return OptionalLong.of(passkey.personId());
            })
        .orElseGet(OptionalLong::empty);
  }

  private boolean take(ByteArray challenge, PasskeyPurpose purpose, Long personId) {
    return accounts.takeChallenge(hash(challenge), purpose.code(), personId, clock.instant());
  }

  private static String hash(ByteArray challenge) {
    return Token.sha256(challenge.getBytes());
  }

  private interface Written {
    String json() throws JsonProcessingException;
  }

  private static String json(Written question) {
    try {
      return question.json();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
