package org.portolan.platform.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.portolan.platform.web.HealthCheck;

/** Can this node write to the audit trail, and does the trail hold as far as it sees. */
@ApplicationScoped
class AuditHealth implements HealthCheck {
  @Inject private AuditKeyring keyring;
  @Inject private AuditSealing sealing;

  @Override
  public String name() {
    return "audit";
  }

  @Override
  public Optional<String> trouble() {
    return keyring.trouble();
  }

  /** A trail that does not hold keeps nobody from their work, but somebody has to look. */
  @Override
  public Optional<String> warning() {
    return sealing.warning();
  }
}
