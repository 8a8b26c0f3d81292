package org.portolan.platform.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.logging.Logger;
import org.portolan.platform.config.Installation;

/**
 * A node that finds a chain but no file with its head makes one: it may be new, or have lost its
 * disk. So that nobody cuts the chain and takes the file away unseen, the chain says that it was
 * done.
 */
@ApplicationScoped
class HeadFileBegun {
  private static final Logger LOG = Logger.getLogger(HeadFileBegun.class.getName());

  @Inject private AuditTrail trail;
  @Inject private Installation installation;

  @Transactional
  void write() {
    LOG.warning(
        () ->
            "There was no file with the head of the audit trail in "
                + installation.files()
                + "; one is begun. That is as it should be on a node that is new.");
    trail.entry("audit.head-begun", "audit", "head").write();
  }
}
