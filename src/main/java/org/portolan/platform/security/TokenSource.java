package org.portolan.platform.security;

import java.util.Optional;

/** Knows whom a token stands for; asked on every request that brings one. */
public interface TokenSource {

  /** The person of a browser's session that has not ended. */
  Optional<SignedIn> findBySession(String tokenHash);

  /** The owner of a personal token that was not revoked. */
  Optional<SignedIn> findByPersonalToken(String tokenHash);
}
