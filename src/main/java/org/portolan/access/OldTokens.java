package org.portolan.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Period;
import org.portolan.platform.retention.OldRows;

/** Personal tokens that work no longer; their owners see for a while what there was. */
@ApplicationScoped
class OldTokens extends OldRows {
  OldTokens() {
    super(
        "tokens",
        Period.ofYears(1),
        Period.ofDays(30),
        "DELETE FROM api_token WHERE expires_at < ?1 OR revoked_at < ?1");
  }
}
