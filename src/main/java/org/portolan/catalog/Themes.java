package org.portolan.catalog;

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
 * Themes and their packages by code, in the order in which people list them. They change with a
 * release, so each node holds them all.
 */
@ApplicationScoped
public class Themes {
  @PersistenceContext private EntityManager entities;

  private volatile Snapshot snapshot;

  @Transactional
  public List<ThemeSummary> all() {
    return List.copyOf(known().themes.values());
  }

  @Transactional
  public List<PackageSummary> packages() {
    return List.copyOf(known().packages.values());
  }

  @Transactional
  public Optional<ThemeSummary> find(String code) {
    return Optional.ofNullable(known().themes.get(code));
  }

  @Transactional
  public Optional<PackageSummary> findPackage(String code) {
    return Optional.ofNullable(known().packages.get(code));
  }

  void forget() {
    snapshot = null;
  }

  private Snapshot known() {
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
                .createQuery("select p from ThemePackage p order by p.sort", ThemePackage.class)
                .getResultList()
                .stream()
                .map(ThemePackage::summary)
                .toList(),
            PackageSummary::code),
        byKey(
            entities
                .createQuery(
                    "select t from Theme t, ThemePackage p where p.code = t.packageCode"
                        + " order by p.sort, t.sort",
                    Theme.class)
                .getResultList()
                .stream()
                .map(Theme::summary)
                .toList(),
            ThemeSummary::code));
  }

  private static <T> Map<String, T> byKey(List<T> rows, Function<T, String> key) {
    return rows.stream()
        .collect(Collectors.toMap(key, row -> row, (a, b) -> a, LinkedHashMap::new));
  }

  private record Snapshot(Map<String, PackageSummary> packages, Map<String, ThemeSummary> themes) {}
}
