package org.portolan.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.portolan.people.Invitations;
import org.portolan.people.OpenInvitation;
import org.portolan.platform.i18n.Language;

/** The first password of somebody who was invited, with which their account is made. */
@ApplicationScoped
public class AccountOpening {
  @Inject private Invitations invitations;
  @Inject private AccessRepository accounts;
  @Inject private PasswordHashing hashing;
  @Inject private Clock clock;

  /** The invitation behind a link; empty when it opens nothing any more. */
  public Optional<OpenInvitation> find(String token) {
    return invitations.find(token);
  }

  /** Hashed first: no transaction is open while that takes its time. */
  public String prepare(String password) {
    return hashing.hash(password);
  }

  /**
   * Makes the account; false when the link was used meanwhile.
   *
   * @param hash as {@link #prepare} gave it
   */
  @Transactional
  public boolean open(
      String token, String given, String family, String post, Language language, String hash) {
    Optional<Long> person = invitations.accept(token, given, family, post, language);
    person.ifPresent(id -> accounts.add(new Password(id, hash, clock.instant())));
    return person.isPresent();
  }
}
