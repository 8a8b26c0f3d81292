package org.portolan.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.NotFound;

/**
 * Asking for the end of an account and carrying it out. People ask for their own and may think
 * again for a week; the secretariat and administrators erase at once, with a reason.
 */
@ApplicationScoped
public class Erasures {
  /** Longest reason. */
  public static final int LONGEST_REASON = 500;

  @Inject private ErasureRepository requests;
  @Inject private Erasure erasure;
  @Inject private People people;
  @Inject private AuditTrail audit;
  @Inject private CurrentPerson me;
  @Inject private Clock clock;

  /** When the account of the person who asks is going to be erased, if they asked for that. */
  @Transactional
  public Optional<Instant> mine() {
    me.requireSelf();
    return requests.listAsked(me.id()).stream().map(ErasureRequest::dueAt).findFirst();
  }

  /** What stands against erasing the person who asks. */
  @Transactional
  public Optional<String> hindrance() {
    me.requireSelf();
    return erasure.hindrance(me.id());
  }

  /**
   * Asks for the erasure of the one who asks, who just showed who they are; done twice, it is asked
   * once.
   *
   * @throws ErasureRefused when something stands against it
   */
  @Transactional
  public void ask() {
    me.requireRecentProof();
    people.lock(me.id());
    if (!requests.listAsked(me.id()).isEmpty()) {
      return;
    }
    hindrance()
        .ifPresent(
            hindrance -> {
              throw new ErasureRefused(hindrance);
            });
    requests.add(new ErasureRequest(me.id(), clock.instant()));
    audit.entry("erasure.asked", "person", me.id()).write();
  }

  @Transactional
  public void takeBack() {
    requireBrowser();
    people.lock(me.id());
    List<ErasureRequest> asked = requests.listAsked(me.id());
    asked.forEach(request -> request.takeBack(clock.instant()));
    if (!asked.isEmpty()) {
      audit.entry("erasure.taken-back", "person", me.id()).write();
    }
  }

  /** All that wait, for those who may erase. */
  @Transactional
  public List<WaitingErasure> list() {
    permit();
    List<ErasureRequest> asked = requests.listAsked();
    Map<Long, PersonSummary> known =
        people.byIds(asked.stream().map(ErasureRequest::personId).collect(Collectors.toSet()));
    return asked.stream()
        .map(
            request ->
                new WaitingErasure(
                    request.id(),
                    known.get(request.personId()),
                    request.askedAt(),
                    request.dueAt(),
                    erasure.hindrance(request.personId()).orElse(null)))
        .toList();
  }

  /**
   * Erases the account of this address at once.
   *
   * @throws NotFound where there is none
   * @throws ErasureRefused when something stands against it
   */
  @Transactional
  public void execute(String address, String reason) {
    permit();
    me.requireRecentProof();
    String why = reason == null ? "" : reason.strip();
    if (why.isEmpty() || why.length() > LONGEST_REASON) {
      throw new IllegalArgumentException("a reason has 1 to " + LONGEST_REASON + " characters");
    }
    long person =
        EmailAddress.typed(address == null ? "" : address)
            .flatMap(people::findByEmail)
            .map(PersonSummary::id)
            .orElseThrow(() -> new NotFound("person"));
    if (person == me.id()) {
      throw new ErasureRefused("self");
    }
    erasure.of(person, why, me.id());
  }

  private void permit() {
    if (!me.isAdministrator()) {
      me.requireRole(Role.SECRETARIAT, Scope.PLATFORM);
    }
  }

  /** A token that leaked must not end an account. */
  private void requireBrowser() {
    me.requireSelf();
    if (me.require().byApiToken()) {
      throw new NotAllowed();
    }
  }
}
