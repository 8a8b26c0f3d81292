package org.portolan.reuse.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.portolan.reuse.LatestUses;
import org.portolan.reuse.Uses;

/** What the page of a practice shows of its use. */
@Named("latestUses")
@RequestScoped
public class LatestUsesBean {
  private static final int SHOWN = 3;

  @Inject private Uses uses;

  private LatestUses latest;

  public LatestUses of(long practice) {
    if (latest == null) {
      latest = uses.latest(practice, SHOWN);
    }
    return latest;
  }
}
