package org.portolan.platform.web;

import jakarta.faces.component.FacesComponent;
import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.util.List;

/**
 * The options of a select, written at once: a page with a hundred of them would spend more on
 * repeating a template than on all that it shows.
 */
@FacesComponent(
    value = "org.portolan.options",
    createTag = true,
    tagName = "options",
    namespace = "portolan")
public class OptionList extends UIComponentBase {

  @Override
  public String getFamily() {
    return "org.portolan";
  }

  @Override
  public void encodeBegin(FacesContext context) throws IOException {
    ResponseWriter out = context.getResponseWriter();
    for (Object each : (List<?>) getAttributes().get("value")) {
      Choice choice = (Choice) each;
      out.startElement("option", this);
      out.writeAttribute("value", choice.value(), null);
      if (choice.chosen()) {
        out.writeAttribute("selected", "selected", null);
      }
      out.writeText(choice.label(), null);
      out.endElement("option");
    }
  }
}
