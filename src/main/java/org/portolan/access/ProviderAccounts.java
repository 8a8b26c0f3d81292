package org.portolan.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.portolan.people.EmailAddress;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.secret.SealedBox;

/**
 * Which account somebody has whom a provider knows. The first time they are known by an address
 * that the provider has verified, of one of its domains; from then on by the provider's own name
 * for them. Always they have to belong to the provider's Member.
 */
@ApplicationScoped
class ProviderAccounts {
  @Inject private ProviderRepository providers;
  @Inject private People people;
  @Inject private SealedBox box;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /**
   * A provider that is switched on, with what is needed to ask it.
   *
   * @param secret null where it wants none
   */
  record Known(
      long id, String issuer, String clientId, String secret, String strongAcr, String member) {
    /** Never in a log, even by mistake. */
    @Override
    public String toString() {
      return "provider " + id;
    }
  }

  @Transactional
  Optional<Known> find(long id) {
    return providers
        .find(id)
        .filter(IdentityProvider::active)
        .map(
            provider -> {
              ProviderView view = provider.view();
              return new Known(
                  id,
                  view.issuer(),
                  view.clientId(),
                  secret(provider),
                  view.strongAcr(),
                  view.member());
            });
  }

  private String secret(IdentityProvider provider) {
    byte[] sealed = provider.sealedSecret();
    return sealed == null
        ? null
        : box.open(sealed, SignInProviders.place(provider.id()))
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
            .orElseThrow(() -> new ProviderDown("the secret was sealed by another key"));
  }

  /** Whether a journey comes back for the first time. */
  @Transactional
  boolean spend(String stateHash, Instant until) {
    return providers.spend(stateHash, until, clock.instant());
  }

  @Transactional
  Optional<Long> personOf(Known provider, IdToken token) {
    String subject = IdentityLink.hash(provider.issuer(), token.subject());
    Optional<IdentityLink> link = providers.findLink(subject);
    if (link.isPresent()) {
      return people
          .find(link.get().personId())
          .filter(person -> provider.member().equals(person.memberCode()))
          .map(PersonSummary::id);
    }
    Optional<PersonSummary> person =
        token
            .verifiedEmail()
            .flatMap(EmailAddress::typed)
            .filter(email -> speaksFor(provider, email))
            .flatMap(people::findByEmail)
            .filter(found -> provider.member().equals(found.memberCode()));
    person.ifPresent(
        found -> {
          providers.add(new IdentityLink(subject, provider.id(), found.id(), clock.instant()));
          audit
              .entry("account.linked", "person", found.id())
              .by(found.id())
              .change("provider", null, provider.id())
              .write();
        });
    return person.map(PersonSummary::id);
  }

  /** Who is known by this name of theirs already, and by nothing else. */
  @Transactional
  Optional<Long> linked(Known provider, IdToken token) {
    return providers
        .findLink(IdentityLink.hash(provider.issuer(), token.subject()))
        .map(IdentityLink::personId);
  }

  private boolean speaksFor(Known provider, EmailAddress email) {
    return providers
        .find(provider.id())
        .filter(found -> found.speaksFor(SignInProviders.domain(email.text())))
        .isPresent();
  }
}
