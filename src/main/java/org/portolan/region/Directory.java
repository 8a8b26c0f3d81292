package org.portolan.region;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Regions, Members and centres by code. They change a few times a year and every page names them,
 * so each node holds them all and reads them again when they were loaded.
 */
@ApplicationScoped
public class Directory {
  @PersistenceContext private EntityManager entities;

  private volatile Snapshot snapshot;

  @Transactional
  public List<RegionSummary> regions() {
    return List.copyOf(all().regions.values());
  }

  @Transactional
  public List<MemberSummary> members() {
    return List.copyOf(all().members.values());
  }

  /** Training centres in the order of their codes, without the regional offices. */
  @Transactional
  public List<CentreSummary> trainingCentres() {
    return all().centres.values().stream().filter(centre -> centre.kind().equals("RTC")).toList();
  }

  @Transactional
  public List<CentreSummary> centres() {
    return List.copyOf(all().centres.values());
  }

  @Transactional
  public Optional<RegionSummary> findRegion(String code) {
    return Optional.ofNullable(all().regions.get(code));
  }

  @Transactional
  public Optional<MemberSummary> findMember(String code) {
    return Optional.ofNullable(all().members.get(code));
  }

  @Transactional
  public Optional<CentreSummary> findCentre(String code) {
    return Optional.ofNullable(all().centres.get(code));
  }

  void forget() {
    snapshot = null;
  }

  private Snapshot all() {
    Snapshot known = snapshot;
    if (known == null) {
      known = read();
      snapshot = known;
    }
    return known;
  }

  private Snapshot read() {
    return new Snapshot(
        byKey(
            entities
                .createQuery("select r from Region r order by r.sort", Region.class)
                .getResultList()
                .stream()
                .map(r -> new RegionSummary(r.code(), r.label(), r.name(), r.languages()))
                .toList(),
            RegionSummary::code),
        byKey(
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
        byKey(
            entities
                .createQuery("select c from Centre c order by c.code", Centre.class)
                .getResultList()
                .stream()
                .map(Centre::summary)
                .toList(),
            CentreSummary::code));
  }

  private static <T> Map<String, T> byKey(List<T> rows, Function<T, String> key) {
    return rows.stream()
        .collect(Collectors.toMap(key, row -> row, (a, b) -> a, LinkedHashMap::new));
  }

  private record Snapshot(
      Map<String, RegionSummary> regions,
      Map<String, MemberSummary> members,
      Map<String, CentreSummary> centres) {}
}
