package org.portolan.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portolan.platform.persistence.Kept;

/**
 * Themes and their packages by code, in the order in which people list them. They change with a
 * release, so each node holds them all.
 */
@ApplicationScoped
public class Themes {
  @PersistenceContext private EntityManager entities;

  private final Kept<Snapshot> kept = new Kept<>(this::read);

  public List<ThemeSummary> all() {
    return List.copyOf(kept.get().themes.values());
  }

  public List<PackageSummary> packages() {
    return List.copyOf(kept.get().packages.values());
  }

  public Optional<ThemeSummary> find(String code) {
    return Optional.ofNullable(kept.get().themes.get(code));
  }

  public Optional<PackageSummary> findPackage(String code) {
    return Optional.ofNullable(kept.get().packages.get(code));
  }

  void forget() {
    kept.forget();
  }

  private Snapshot read() {
    return new Snapshot(
        Kept.byKey(
            entities
                .createQuery("select p from ThemePackage p order by p.sort", ThemePackage.class)
                .getResultList()
                .stream()
                .map(ThemePackage::summary)
                .toList(),
            PackageSummary::code),
        Kept.byKey(
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

  private record Snapshot(Map<String, PackageSummary> packages, Map<String, ThemeSummary> themes) {}
}
