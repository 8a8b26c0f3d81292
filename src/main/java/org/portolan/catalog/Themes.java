package org.portolan.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portolan.platform.persistence.Kept;

/**
 * Themes by code, package by package, in the order in which people list them. They change with a
 * release, so each node holds them all.
 */
@ApplicationScoped
public class Themes {
  @PersistenceContext private EntityManager entities;

  private final Kept<Map<String, ThemeSummary>> kept = new Kept<>(this::read);

  private final Kept<Map<String, PackageSummary>> packages = new Kept<>(this::readPackages);

  /** Packages of themes, in their order. */
  public List<PackageSummary> packages() {
    return List.copyOf(packages.get().values());
  }

  public Optional<PackageSummary> findPackage(String code) {
    return Optional.ofNullable(packages.get().get(code));
  }

  public List<ThemeSummary> all() {
    return List.copyOf(kept.get().values());
  }

  public Optional<ThemeSummary> find(String code) {
    return Optional.ofNullable(kept.get().get(code));
  }

  void forget() {
    kept.forget();
    packages.forget();
  }

  private Map<String, PackageSummary> readPackages() {
    return Kept.byKey(
        entities
            .createQuery("select p from ThemePackage p order by p.sort", ThemePackage.class)
            .getResultList()
            .stream()
            .map(ThemePackage::summary)
            .toList(),
        PackageSummary::code);
  }

  private Map<String, ThemeSummary> read() {
    return Kept.byKey(
        entities
            .createQuery(
                "select t from Theme t, ThemePackage p where p.code = t.packageCode"
                    + " order by p.sort, t.sort",
                Theme.class)
            .getResultList()
            .stream()
            .map(Theme::summary)
            .toList(),
        ThemeSummary::code);
  }
}
