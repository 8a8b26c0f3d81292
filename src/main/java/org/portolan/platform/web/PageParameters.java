package org.portolan.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import java.util.Map;

/** What the address of the page being shown says, with the parts that the routing table took. */
@RequestScoped
public class PageParameters {
  private static final int LONGEST = 200;

  /** A parameter, or null when it is missing, blank or longer than any that we give out. */
  public String get(String name) {
    // asked of Faces and not injected: the injected request is the one before it was routed
    Map<String, String> parameters =
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    String value = parameters.get(name);
    return value == null || value.isBlank() || value.length() > LONGEST ? null : value.strip();
  }

  /** A whole number, or the other one when there is none. */
  public long number(String name, long otherwise) {
    String value = get(name);
    return value != null && value.matches("\\d{1,18}") ? Long.parseLong(value) : otherwise;
  }
}
