package org.portolan.access;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.logging.Logger;
import org.portolan.office.Appointments;
import org.portolan.people.EmailAddress;
import org.portolan.people.People;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.config.Installation;
import org.portolan.platform.persistence.SchemaReady;
import org.portolan.platform.persistence.StoredSettings;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Token;

/**
 * The first start of an installation: there is no account that everybody knows, so the operator is
 * given an address, good for one use, where the first administrator is made.
 */
@ApplicationScoped
public class SetUpService {
  private static final Logger LOG = Logger.getLogger(SetUpService.class.getName());
  private static final String TOKEN = "people.set-up";

  @Inject private AccessRepository accounts;
  @Inject private People people;
  @Inject private Appointments appointments;
  @Inject private StoredSettings settings;
  @Inject private Installation installation;
  @Inject private PasswordHashing hashing;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  @Transactional
  void invite(@Observes @Priority(210) SchemaReady ready) {
    if (installation.demo() || people.hasAnybody()) {
      settings.remove(TOKEN);
      return;
    }
    // a new address at each start until somebody has used one: the old line may be lost by then
    Token token = Token.random("");
    settings.put(TOKEN, token.hash());
    LOG.info(
        () ->
            "Nobody has an account yet. Make the first administrator at "
                + installation.baseUrl()
                + "/set-up?token="
                + token.secret());
  }

  @Transactional
  public boolean isOpen(String token) {
    return token != null && settings.find(TOKEN).filter(Token.sha256(token)::equals).isPresent();
  }

  /** Makes the first administrator; false when the address was used already. */
  @Transactional
  public boolean createAdministrator(
      String token, String given, String family, String email, String password, String language) {
    if (!isOpen(token)) {
      return false;
    }
    String hash = hashing.hash(password);
    if (!settings.take(TOKEN, Token.sha256(token))) {
      return false;
    }
    long person =
        people.add("P-1", given.strip(), family.strip(), new EmailAddress(email), language);
    accounts.add(new Password(person, hash, clock.instant()));
    appointments.appointFirstAdministrator(person);
    audit
        .entry("account.set-up", "person", person)
        .by(person)
        .change("role", null, Role.ADMIN.code())
        .personal(person, "name", null, given.strip() + " " + family.strip())
        .personal(person, "email", null, new EmailAddress(email).text())
        .write();
    return true;
  }
}
