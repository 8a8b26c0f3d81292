package org.portolan.competency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.portolan.platform.persistence.Kept;

/**
 * Competencies and job profiles, in the order in which people list them. They change with a
 * release, so each node holds them all.
 */
@ApplicationScoped
public class Competencies {
  @Inject private CompetencyRepository repository;

  private final Kept<Framework> kept = new Kept<>(this::read);

  public List<CompetencySummary> all() {
    return List.copyOf(kept.get().competencies().values());
  }

  public List<ProfileSummary> profiles() {
    return List.copyOf(kept.get().profiles().values());
  }

  public Optional<ProfileSummary> profile(String code) {
    return Optional.ofNullable(kept.get().profiles().get(code));
  }

  void forget() {
    kept.forget();
  }

  private Framework read() {
    return Framework.of(repository.competencies(), repository.profiles());
  }
}
