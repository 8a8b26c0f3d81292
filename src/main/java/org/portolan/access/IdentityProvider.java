package org.portolan.access;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Signs in the people of one Member, where their administration does that itself. It is believed
 * about addresses of its own domains and about nobody else.
 */
@Entity
@Table(name = "identity_provider")
class IdentityProvider {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "member_code")
  private String memberCode;

  private String name;
  private String issuer;

  @Column(name = "client_id")
  private String clientId;

  @Column(name = "client_secret")
  private byte[] clientSecret;

  @Column(name = "strong_acr")
  private String strongAcr;

  private boolean active;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(
      name = "identity_provider_domain",
      joinColumns = @JoinColumn(name = "provider_id"))
  @Column(name = "domain")
  private Set<String> domains = new TreeSet<>();

  @Version private int version;

  protected IdentityProvider() {}

  IdentityProvider(String issuer) {
    this.issuer = issuer;
  }

  void change(ProviderEdit edit, Collection<String> newDomains) {
    memberCode = edit.member();
    name = edit.name();
    issuer = edit.issuer();
    clientId = edit.clientId();
    strongAcr = edit.strongAcr();
    active = edit.active();
    domains.retainAll(newDomains);
    domains.addAll(newDomains);
  }

  void sealedSecret(byte[] sealed) {
    clientSecret = sealed == null ? null : sealed.clone();
  }

  long id() {
    return id;
  }

  int version() {
    return version;
  }

  boolean active() {
    return active;
  }

  String name() {
    return name;
  }

  String memberCode() {
    return memberCode;
  }

  String issuer() {
    return issuer;
  }

  byte[] sealedSecret() {
    return clientSecret == null ? null : clientSecret.clone();
  }

  boolean speaksFor(String domain) {
    return domains.contains(domain);
  }

  ProviderView view() {
    return new ProviderView(
        id,
        version,
        memberCode,
        name,
        issuer,
        clientId,
        clientSecret != null,
        String.join(" ", new TreeSet<>(domains)),
        strongAcr,
        active);
  }
}
