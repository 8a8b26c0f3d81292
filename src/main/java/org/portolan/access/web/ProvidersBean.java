package org.portolan.access.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.portolan.access.ProviderView;
import org.portolan.access.SignInProviders;

/** The list of the providers at which people sign in. */
@Named
@RequestScoped
public class ProvidersBean {
  @Inject private SignInProviders providers;

  private List<ProviderView> all = List.of();

  public void open() {
    all = providers.list();
  }

  public List<ProviderView> getAll() {
    return all;
  }
}
