package org.portolan.access;

import com.yubico.webauthn.RelyingParty;
import com.yubico.webauthn.data.RelyingPartyIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.portolan.platform.config.Installation;

/**
 * This site as passkeys know it: by the name in its address. Where the address is a number there is
 * no name, and no passkey.
 */
@ApplicationScoped
class PasskeySite {
  private static final String NAME = "Portolan";

  @Inject private Installation installation;
  @Inject private PasskeyCredentials credentials;
  @Inject private Clock clock;

  Optional<RelyingParty> relyingParty() {
    URI base = URI.create(installation.baseUrl());
    return name(base)
        .map(
            name ->
                RelyingParty.builder()
                    .identity(RelyingPartyIdentity.builder().id(name).name(NAME).build())
                    .credentialRepository(credentials)
                    .origins(Set.of(origin(base)))
                    .clock(clock)
                    .build());
  }

  static Optional<String> name(URI base) {
    String host = base.getHost();
    return host == null || host.contains(":") || host.matches("[0-9.]+")
        ? Optional.empty()
        : Optional.of(host);
  }

  static String origin(URI base) {
    return base.getScheme() + "://" + base.getRawAuthority();
  }
}
