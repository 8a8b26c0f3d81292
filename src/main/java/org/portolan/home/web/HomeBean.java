package org.portolan.home.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Texts;
import org.portolan.region.CentreSummary;
import org.portolan.region.Directory;

/** What the first page says. */
@Named
@RequestScoped
public class HomeBean {
  @Inject private Directory directory;
  @Inject private CurrentLanguage language;
  @Inject private Texts text;

  public String getLearn() {
    return text.get("home.learn");
  }

  public String getCalendar() {
    return text.of("home.calendar", directory.trainingCentres().size());
  }

  public String getKnowledge() {
    return text.of("home.knowledge", directory.regions().size());
  }

  /** The centres as points on a plain map: a degree is a unit, north is up. */
  public List<Port> getPorts() {
    return directory.trainingCentres().stream().map(this::port).toList();
  }

  private Port port(CentreSummary centre) {
    return new Port(
        centre.code(),
        centre.name().in(language.get()),
        Math.round(180 + centre.longitude()),
        Math.round(85 - centre.latitude()));
  }

  /** A centre on the map. */
  public record Port(String code, String name, long x, long y) {}
}
