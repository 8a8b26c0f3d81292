package org.portolan.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.portolan.platform.audit.AuditTrail;

/** Tells the audit trail that wrong passwords were tried for an account. */
@ApplicationScoped
class FailedSignInEntry {
  @Inject private AuditTrail audit;

  /**
   * @param count of tries within the hour, this one included
   */
  @Transactional
  void write(long personId, int count) {
    audit.entry("account.sign-in-failed", "person", personId).change("tries", null, count).write();
  }
}
