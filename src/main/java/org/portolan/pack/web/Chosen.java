package org.portolan.pack.web;

import jakarta.faces.context.FacesContext;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The boxes of a form that are ticked, of which there may be more than an address may name. */
final class Chosen {
  private Chosen() {}

  static Set<Integer> places() {
    String[] values =
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestParameterValuesMap()
            .getOrDefault("take", new String[0]);
    return Arrays.stream(values)
        .filter(each -> each.matches("\\d{1,3}"))
        .map(Integer::valueOf)
        .collect(Collectors.toSet());
  }
}
