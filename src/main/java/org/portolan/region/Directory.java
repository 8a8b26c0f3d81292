package org.portolan.region;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portolan.platform.persistence.Kept;

/**
 * Regions, Members and centres by code. They change a few times a year and every page names them,
 * so each node holds them all and reads them again when they were loaded.
 */
@ApplicationScoped
public class Directory {
  @PersistenceContext private EntityManager entities;

  private final Kept<Snapshot> kept = new Kept<>(this::read);

  public List<RegionSummary> regions() {
    return List.copyOf(kept.get().regions.values());
  }

  public List<MemberSummary> members() {
    return List.copyOf(kept.get().members.values());
  }

  /** Training centres in the order of their codes, without the regional offices. */
  public List<CentreSummary> trainingCentres() {
    return kept.get().centres.values().stream()
        .filter(centre -> centre.kind().equals("RTC"))
        .toList();
  }

  public List<CentreSummary> centres() {
    return List.copyOf(kept.get().centres.values());
  }

  public Optional<RegionSummary> findRegion(String code) {
    return Optional.ofNullable(kept.get().regions.get(code));
  }

  public Optional<MemberSummary> findMember(String code) {
    return Optional.ofNullable(kept.get().members.get(code));
  }

  public Optional<CentreSummary> findCentre(String code) {
    return Optional.ofNullable(kept.get().centres.get(code));
  }

  void forget() {
    kept.forget();
  }

  private Snapshot read() {
    return new Snapshot(
        Kept.byKey(
            entities
                .createQuery("select r from Region r order by r.sort", Region.class)
                .getResultList()
                .stream()
                .map(r -> new RegionSummary(r.code(), r.label(), r.name(), r.languages()))
                .toList(),
            RegionSummary::code),
        Kept.byKey(
            entities
                .createQuery("select m from MemberState m order by m.code", MemberState.class)
                .getResultList()
                .stream()
                .map(
                    m ->
                        new MemberSummary(
                            m.code(), m.regionCode(), m.name(), m.zone(), m.languages(), m.demo()))
                .toList(),
            MemberSummary::code),
        Kept.byKey(
            entities
                .createQuery("select c from Centre c order by c.code", Centre.class)
                .getResultList()
                .stream()
                .map(Centre::summary)
                .toList(),
            CentreSummary::code));
  }

  private record Snapshot(
      Map<String, RegionSummary> regions,
      Map<String, MemberSummary> members,
      Map<String, CentreSummary> centres) {}
}
