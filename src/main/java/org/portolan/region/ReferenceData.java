package org.portolan.region;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.portolan.platform.audit.AuditPage;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.audit.Deed;
import org.portolan.platform.search.Changes;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;

/**
 * Editing Members, bodies and terms of Vice-Chairs, which the Secretariat does. What is edited here
 * stays when a release brings other content.
 */
@ApplicationScoped
public class ReferenceData {
  private static final int HISTORY = 50;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transaction;

  @Inject private ReferenceRepository rows;
  @Inject private Directory directory;
  @Inject private CurrentPerson me;
  @Inject private AuditTrail audit;
  @Inject private Changes changes;

  /** Says no to whoever may not edit. */
  public void requireEditor() {
    me.requireRole(Role.SECRETARIAT, Scope.PLATFORM);
  }

  @Transactional
  public ReferenceRecord get(ReferenceKind kind, String code) {
    requireEditor();
    Editable row = rows.find(kind, code).orElseThrow(() -> missing(kind, code));
    return new ReferenceRecord(kind, code, row.version(), row.values());
  }

  /** What was done to it here, the newest first. */
  @Transactional
  public AuditPage history(ReferenceKind kind, String code) {
    requireEditor();
    return audit.history(kind.code(), code, null, HISTORY);
  }

  /**
   * Keeps what was typed.
   *
   * @throws ChangedMeanwhile when it is no longer what the editor opened
   */
  @Transactional(rollbackOn = InvalidReference.class)
  public void save(ReferenceRecord typed) throws InvalidReference {
    requireEditor();
    Editable row =
        rows.lock(typed.kind(), typed.code())
            .orElseThrow(() -> missing(typed.kind(), typed.code()));
    if (row.version() != typed.version()) {
      throw new ChangedMeanwhile();
    }
    Map<String, String> before = row.values();
    Map<String, String> values = new LinkedHashMap<>(typed.values());
    if (typed.kind() == ReferenceKind.BODY) {
      // sessions are held at a centre, which cannot become an office
      values.put("kind", before.get("kind"));
    }
    refuse(new ReferenceRules(directory).problems(typed.kind(), values));
    row.take(values);
    refuseOverlap(row);
    Deed deed =
        switch (typed.kind()) {
          case MEMBER -> audit.entry("member.changed", "member", typed.code());
          case BODY -> audit.entry("body.changed", "body", typed.code());
          case VICE_CHAIR -> audit.entry("vice-chair.changed", "vice-chair", typed.code());
        };
    Map<String, String> after = row.values();
    typed.kind().fields().forEach(field -> deed.change(field, before.get(field), after.get(field)));
    if (deed.changesAnything()) {
      kept(typed.kind(), typed.code(), before.get("kind"), deed);
    }
  }

  /**
   * Begins a body or a term.
   *
   * @param code of a body; a term gets its own
   * @return the code
   */
  @Transactional(rollbackOn = InvalidReference.class)
  public String add(ReferenceKind kind, String code, Map<String, String> values)
      throws InvalidReference {
    requireEditor();
    if (!kind.grows()) {
      throw new NotFound("a new " + kind.code());
    }
    Map<String, String> problems = new LinkedHashMap<>();
    String wanted = kind == ReferenceKind.BODY ? code : term(values);
    if (kind == ReferenceKind.BODY && !wanted.matches("[A-Z0-9][A-Z0-9-]{1,29}")) {
      problems.put("code", "code");
    } else if (rows.find(kind, wanted).isPresent()) {
      problems.put(kind == ReferenceKind.BODY ? "code" : "since", "taken");
    }
    problems.putAll(new ReferenceRules(directory).problems(kind, values));
    refuse(problems);
    Editable row = kind == ReferenceKind.BODY ? new Body(wanted) : new ViceChairTerm(wanted);
    row.take(values);
    refuseOverlap(row);
    try {
      rows.add(row);
    } catch (PersistenceException e) {
      // somebody else took the code in this moment
      throw new ChangedMeanwhile();
    }
    Deed deed =
        kind == ReferenceKind.BODY
            ? audit.entry("body.added", "body", wanted)
            : audit.entry("vice-chair.added", "vice-chair", wanted);
    kind.fields()
        .forEach(field -> deed.change(field, null, Editable.orNull(row.values().get(field))));
    kept(kind, wanted, values.get("kind"), deed);
    return wanted;
  }

  /** A term is known by its region and its beginning. */
  private static String term(Map<String, String> values) {
    String since = values.getOrDefault("since", "");
    return "VC-"
        + values.getOrDefault("region", "")
        + "-"
        + (since.isEmpty() ? values.getOrDefault("seen", "") : since);
  }

  private void kept(ReferenceKind kind, String code, String bodyKind, Deed deed) {
    rows.flush();
    deed.scope(Scope.PLATFORM).write();
    if (kind == ReferenceKind.BODY) {
      changes.record(
          BodyKind.RTC.code().equals(bodyKind) ? "centre" : "body",
          Integer.toUnsignedLong(code.hashCode()));
    }
    rows.tellNodes();
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              directory.forget();
            }
          }
        });
  }

  private void refuseOverlap(Editable row) throws InvalidReference {
    if (row instanceof ViceChairTerm term) {
      ViceChair wanted = term.summary();
      Optional<ViceChair> other =
          rows.lockTerms(wanted.regionCode()).stream()
              .filter(each -> !each.code().equals(wanted.code()) && each.overlaps(wanted))
              .findFirst();
      if (other.isPresent()) {
        throw new InvalidReference(other.get());
      }
    }
  }

  private static void refuse(Map<String, String> problems) throws InvalidReference {
    if (!problems.isEmpty()) {
      throw new InvalidReference(problems);
    }
  }

  private static NotFound missing(ReferenceKind kind, String code) {
    return new NotFound(kind.code() + " " + code);
  }
}
