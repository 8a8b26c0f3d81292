package org.portolan.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;
import org.portolan.region.Directory;
import org.portolan.region.RegionSummary;

/**
 * Raises needs and shows them: editors and Regional Offices see those of their region, the Regional
 * Office says what becomes of them; the Secretariat sees all.
 */
@ApplicationScoped
public class Needs {
  private static final String KIND = "need";

  @Inject private NeedRepository repository;
  @Inject private Directory directory;
  @Inject private CurrentPerson me;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /**
   * For features above: something is missed. What is open already is counted on.
   *
   * @return its number
   */
  @Transactional
  public long raise(NeedSignal signal) {
    if (directory.findRegion(signal.region()).isEmpty()) {
      throw new NotFound("region " + signal.region());
    }
    me.require();
    if (!reads(signal.region())) {
      throw new NotAllowed();
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Need need = repository.same(signal).orElse(null);
    if (need == null) {
      need = new Need(signal, today);
      repository.add(need);
    } else {
      need.heard(signal.times(), today);
      repository.flush();
    }
    audit
        .entry("need.raised", KIND, need.id())
        .scope(Scope.region(signal.region()))
        .change("wording", null, signal.wording())
        .change("what", null, signal.kind().code())
        .write();
    return need.id();
  }

  /** Regions whose needs this person sees; whoever sees none is refused. */
  @Transactional
  public Set<String> regions() {
    me.require();
    Set<String> mine =
        directory.regions().stream()
            .map(RegionSummary::code)
            .filter(this::reads)
            .collect(Collectors.toCollection(TreeSet::new));
    if (mine.isEmpty()) {
      throw new NotAllowed();
    }
    return mine;
  }

  /** Those in a state that this person sees. */
  @Transactional
  public List<NeedSummary> list(NeedState state) {
    return repository.of(regions(), state).stream().map(Need::summary).toList();
  }

  /** Whether this person says what becomes of the needs of a region. */
  public boolean decides(String region) {
    return me.holds(Role.ROCB, Scope.region(region)) || me.holds(Role.SECRETARIAT, Scope.PLATFORM);
  }

  /**
   * @param version of the need as it was shown
   * @throws ChangedMeanwhile when it is no longer that
   */
  @Transactional
  public void become(long id, int version, NeedState state) {
    me.require();
    Need need =
        repository
            .locked(id)
            .filter(found -> reads(found.region()))
            .orElseThrow(() -> new NotFound("need " + id));
    if (!decides(need.region())) {
      throw new NotAllowed();
    }
    if (need.version() != version) {
      throw new ChangedMeanwhile();
    }
    String before = need.state();
    need.become(state);
    repository.flush();
    audit
        .entry("need.answered", KIND, id)
        .scope(Scope.region(need.region()))
        .change("state", before, state.code())
        .write();
  }

  private boolean reads(String region) {
    Scope scope = Scope.region(region);
    return me.mayRead(Role.ROCB, scope)
        || me.holds(Role.EDITOR, scope)
        || me.holds(Role.EDITOR, Scope.PLATFORM)
        || me.holds(Role.SECRETARIAT, Scope.PLATFORM);
  }
}
