package org.portolan.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portolan.people.EmailAddress;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.config.Installation;
import org.portolan.platform.secret.SealedBox;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;
import org.portolan.region.Directory;

/** Which administrations sign their people in themselves; looked after by administrators. */
@ApplicationScoped
public class SignInProviders {
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_ISSUER = 300;
  private static final int LONGEST_CLIENT = 200;

  @Inject private ProviderRepository providers;
  @Inject private ProviderPlaces places;
  @Inject private Directory directory;
  @Inject private SealedBox box;
  @Inject private Installation installation;
  @Inject private AuditTrail audit;
  @Inject private CurrentPerson me;

  /** A provider as visitors are led to it. */
  public record Choice(long id, String name) {}

  /** Whether anybody signs in elsewhere at all. */
  @Transactional
  public boolean any() {
    return providers.hasActive();
  }

  /** The provider of an address; its domain decides, not whether anybody has an account. */
  @Transactional
  public Optional<Choice> forAddress(String email) {
    return EmailAddress.typed(email)
        .flatMap(address -> providers.findByDomain(domain(address.text())))
        .filter(IdentityProvider::active)
        .map(SignInProviders::choice);
  }

  static Choice choice(IdentityProvider provider) {
    return new Choice(provider.id(), provider.name());
  }

  static String domain(String email) {
    return email.substring(email.lastIndexOf('@') + 1);
  }

  @Transactional
  public List<ProviderView> list() {
    me.requireRole(Role.ADMIN, Scope.PLATFORM);
    return providers.list().stream().map(IdentityProvider::view).toList();
  }

  @Transactional
  public ProviderView get(long id) {
    me.requireRole(Role.ADMIN, Scope.PLATFORM);
    return found(id).view();
  }

  private IdentityProvider found(long id) {
    return providers.find(id).orElseThrow(() -> new NotFound("provider " + id));
  }

  /**
   * @throws ProviderRefused where a field is wrong
   */
  @Transactional
  public long add(ProviderEdit edit) {
    requireAdministrator();
    check(edit, null);
    IdentityProvider provider = new IdentityProvider(edit.issuer());
    provider.change(edit, edit.domainList());
    providers.add(provider);
    keepSecret(provider, edit);
    tell("provider.added", provider, null);
    return provider.id();
  }

  /**
   * @param version the one that the page showed
   * @throws ProviderRefused where a field is wrong
   */
  @Transactional
  public void change(long id, int version, ProviderEdit edit) {
    requireAdministrator();
    IdentityProvider provider = found(id);
    if (provider.version() != version) {
      throw new ChangedMeanwhile();
    }
    check(edit, id);
    ProviderView before = provider.view();
    provider.change(edit, edit.domainList());
    keepSecret(provider, edit);
    providers.flush();
    tell("provider.changed", provider, before);
  }

  private void requireAdministrator() {
    me.requireRole(Role.ADMIN, Scope.PLATFORM);
    me.requireRecentProof();
  }

  private void keepSecret(IdentityProvider provider, ProviderEdit edit) {
    if (edit.clientSecret() != null) {
      provider.sealedSecret(
          box.seal(edit.clientSecret().getBytes(StandardCharsets.UTF_8), place(provider.id())));
    }
  }

  static String place(long providerId) {
    return "secret of identity provider " + providerId;
  }

  private void tell(String action, IdentityProvider provider, ProviderView before) {
    ProviderView after = provider.view();
    audit
        .entry(action, "provider", provider.id())
        .scope(Scope.member(provider.memberCode()))
        .change("member", before == null ? null : before.member(), after.member())
        .change("name", before == null ? null : before.name(), after.name())
        .change("issuer", before == null ? null : before.issuer(), after.issuer())
        .change("domains", before == null ? null : before.domains(), after.domains())
        .change("active", before == null ? null : before.active(), after.active())
        .write();
  }

  private void check(ProviderEdit edit, Long id) {
    Set<ProviderRefused.Field> wrong = EnumSet.noneOf(ProviderRefused.Field.class);
    if (directory.findMember(edit.member()).isEmpty()) {
      wrong.add(ProviderRefused.Field.MEMBER);
    }
    if (!fits(edit.name(), LONGEST_NAME)) {
      wrong.add(ProviderRefused.Field.NAME);
    }
    if (!fits(edit.issuer(), LONGEST_ISSUER)
        || Issuer.of(edit.issuer(), installation.baseUrl()).isEmpty()) {
      wrong.add(ProviderRefused.Field.ISSUER);
    }
    if (!fits(edit.clientId(), LONGEST_CLIENT)) {
      wrong.add(ProviderRefused.Field.CLIENT);
    }
    List<String> domains = edit.domainList();
    if (domains.isEmpty()
        || !domains.stream().allMatch(domain -> domain.matches("[a-z0-9.-]{3,190}"))) {
      wrong.add(ProviderRefused.Field.DOMAINS);
    }
    boolean taken =
        providers.list().stream()
            .filter(other -> id == null || other.id() != id)
            .anyMatch(
                other ->
                    other.issuer().equals(edit.issuer())
                        || domains.stream().anyMatch(other::speaksFor));
    if (taken) {
      wrong.add(ProviderRefused.Field.TAKEN);
    }
    if (!wrong.isEmpty()) {
      throw new ProviderRefused(wrong);
    }
  }

  private static boolean fits(String text, int longest) {
    return text != null && !text.isBlank() && text.length() <= longest;
  }

  /** Whether the provider answers now as it should. */
  public boolean answers(long id) {
    ProviderView provider = get(id);
    try {
      Issuer issuer = Issuer.of(provider.issuer(), installation.baseUrl()).orElseThrow();
      places.keys(places.ask(issuer).keys(), null);
      return true;
    } catch (ProviderDown e) {
      return false;
    }
  }
}
