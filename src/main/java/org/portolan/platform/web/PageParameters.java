package org.portolan.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the address of the page being shown says, with the parts that the routing table took. */
@RequestScoped
public class PageParameters {
  /** A parameter, or null when it is missing or blank; see {@link QueryParameters#text}. */
  public String get(String name) {
    // asked of Faces and not injected: the injected request is the one before it was routed
    Map<String, String> parameters =
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    return QueryParameters.text(parameters.get(name));
  }

  /** All values of a parameter that may be given several times; none is blank. */
  public Set<String> all(String name) {
    Map<String, String[]> parameters =
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterValuesMap();
    String[] values = parameters.get(name);
    return values == null ? Set.of() : QueryParameters.texts(List.of(values));
  }

  /** What was typed into a field of a form, whole; empty where nothing was. */
  public String typed(String field) {
    String value =
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get(field);
    return value == null ? "" : value.strip();
  }

  /** A whole number, or the other one when there is none. */
  public long number(String name, long otherwise) {
    String value = get(name);
    return value != null && value.matches("\\d{1,18}") ? Long.parseLong(value) : otherwise;
  }
}
