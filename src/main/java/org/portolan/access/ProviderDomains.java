package org.portolan.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.portolan.people.MailDomains;

/** The domains of which administrations say themselves that they are theirs. */
@ApplicationScoped
class ProviderDomains implements MailDomains {
  @Inject private ProviderRepository providers;

  @Override
  @Transactional
  public Map<String, Set<String>> of(Collection<String> members) {
    return providers.domains(members);
  }
}
