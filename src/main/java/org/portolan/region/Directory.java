package org.portolan.region;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.LocalName;
import org.portolan.platform.persistence.Kept;

/**
 * Regions, Members, bodies and terms of Vice-Chairs by code. They change a few times a year and
 * every page names them, so each node holds them all and reads them again when they were loaded.
 */
@ApplicationScoped
public class Directory {
  @PersistenceContext private EntityManager entities;
  @Inject private Clock clock;

  private final Kept<Snapshot> kept = new Kept<>(this::read);

  public List<RegionSummary> regions() {
    return List.copyOf(now().regions.values());
  }

  public List<MemberSummary> members() {
    return List.copyOf(now().members.values());
  }

  /** Training centres that are not closed, in the order of their codes. */
  public List<CentreSummary> trainingCentres() {
    return now().open.stream()
        .filter(body -> body.kind() == BodyKind.RTC)
        .map(BodySummary::centre)
        .toList();
  }

  /** All bodies that are not closed, by kind and code. */
  public List<BodySummary> bodies() {
    return now().open;
  }

  /** Closed ones too. */
  public List<BodySummary> everyBody() {
    return List.copyOf(now().bodies.values());
  }

  /** Members of a region in the alphabet of the reader. */
  public List<MemberSummary> members(String regionCode, Language reader) {
    return now().alphabets.get(reader).members().getOrDefault(regionCode, List.of());
  }

  /** Bodies that are not closed by kind, each kind in the alphabet of the reader. */
  public List<BodySummary> bodies(Language reader) {
    return now().alphabets.get(reader).bodies();
  }

  /** Terms of the Vice-Chairs of a region, the last one first. */
  public List<ViceChair> viceChairs(String regionCode) {
    return now().terms.getOrDefault(regionCode, List.of());
  }

  /** The Member that has the Vice-Chair of a region today, where that is known. */
  public Optional<ViceChair> viceChair(String regionCode) {
    LocalDate today = today();
    return viceChairs(regionCode).stream().filter(term -> term.runsOn(today)).findFirst();
  }

  public Optional<RegionSummary> findRegion(String code) {
    return Optional.ofNullable(now().regions.get(code));
  }

  public Optional<MemberSummary> findMember(String code) {
    return Optional.ofNullable(now().members.get(code));
  }

  /** Names of the sub-regions of the United Nations, by their codes and in their order. */
  public Map<String, LocalName> subregions() {
    return now().subregions;
  }

  /** The name of a sub-region of the United Nations. */
  public Optional<LocalName> findSubregion(String code) {
    return Optional.ofNullable(now().subregions.get(code));
  }

  /** A training centre; other bodies are none. */
  public Optional<CentreSummary> findCentre(String code) {
    return Optional.ofNullable(now().centres.get(code));
  }

  public Optional<BodySummary> findBody(String code) {
    return Optional.ofNullable(now().bodies.get(code));
  }

  /** All that is known is read again when it is next asked for. */
  public void forget() {
    kept.forget();
  }

  /** The office of a Vice-Chair moves on some day without anything being written. */
  private Snapshot now() {
    Snapshot known = kept.get();
    if (!known.day.equals(today())) {
      kept.forget();
      known = kept.get();
    }
    return known;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private Snapshot read() {
    LocalDate today = today();
    Map<String, MemberSummary> members =
        Kept.byKey(
            all("select m from MemberState m order by m.code", MemberState.class).stream()
                .map(MemberState::summary)
                .toList(),
            MemberSummary::code);
    Map<String, List<ViceChair>> terms =
        all("select t from ViceChairTerm t", ViceChairTerm.class).stream()
            .map(ViceChairTerm::summary)
            .sorted(Comparator.comparing(ViceChair::known).reversed())
            .collect(Collectors.groupingBy(ViceChair::regionCode));
    List<BodySummary> bodies =
        all("select b from Body b order by b.code", Body.class).stream()
            .map(body -> placed(body.summary(), members, terms, today))
            .sorted(Comparator.comparing(BodySummary::kind))
            .toList();
    List<BodySummary> open = bodies.stream().filter(body -> !body.closedAfter(today)).toList();
    return new Snapshot(
        today,
        Kept.byKey(
            all("select r from Region r order by r.sort", Region.class).stream()
                .map(r -> new RegionSummary(r.code(), r.label(), r.name(), r.languages()))
                .toList(),
            RegionSummary::code),
        all("select s from Subregion s", Subregion.class).stream()
            .collect(
                Collectors.toMap(
                    Subregion::code, Subregion::name, (one, other) -> one, TreeMap::new)),
        members,
        Kept.byKey(bodies, BodySummary::code),
        open,
        Kept.byKey(
            bodies.stream()
                .filter(body -> body.kind() == BodyKind.RTC)
                .map(BodySummary::centre)
                .toList(),
            CentreSummary::code),
        terms,
        Arrays.stream(Language.values())
            .collect(
                Collectors.toMap(
                    language -> language,
                    language -> Alphabet.of(language, members.values(), open),
                    (one, other) -> one,
                    () -> new EnumMap<>(Language.class))));
  }

  private <T> List<T> all(String query, Class<T> type) {
    return entities.createQuery(query, type).getResultList();
  }

  private static BodySummary placed(
      BodySummary body,
      Map<String, MemberSummary> members,
      Map<String, List<ViceChair>> terms,
      LocalDate today) {
    String host =
        body.kind() == BodyKind.VICE_CHAIR
            ? terms.getOrDefault(body.regionCode(), List.of()).stream()
                .filter(term -> term.runsOn(today))
                .map(ViceChair::memberCode)
                .findFirst()
                .orElse(null)
            : body.memberCode();
    return host == null ? body : body.hostedBy(members.get(host));
  }

  private record Snapshot(
      LocalDate day,
      Map<String, RegionSummary> regions,
      Map<String, LocalName> subregions,
      Map<String, MemberSummary> members,
      Map<String, BodySummary> bodies,
      List<BodySummary> open,
      Map<String, CentreSummary> centres,
      Map<String, List<ViceChair>> terms,
      Map<Language, Alphabet> alphabets) {}

  /** All in the order of their names in one language: comparing names costs too much for a page. */
  private record Alphabet(Map<String, List<MemberSummary>> members, List<BodySummary> bodies) {

    static Alphabet of(
        Language language, Collection<MemberSummary> members, Collection<BodySummary> bodies) {
      Collator collator = Collator.getInstance(language.locale());
      return new Alphabet(
          members.stream()
              .sorted(Comparator.comparing(member -> member.name().in(language), collator))
              .collect(Collectors.groupingBy(MemberSummary::regionCode)),
          bodies.stream()
              .sorted(
                  Comparator.comparing(BodySummary::kind)
                      .thenComparing(body -> body.name().in(language), collator))
              .toList());
    }
  }
}
