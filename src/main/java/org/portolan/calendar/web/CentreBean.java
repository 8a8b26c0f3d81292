package org.portolan.calendar.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.region.CentreSummary;
import org.portolan.region.Directory;

/** What the calendar of a centre says of the centre. */
@Named("centrePage")
@RequestScoped
public class CentreBean {
  @Inject private CalendarViewBean view;
  @Inject private Directory directory;
  @Inject private CurrentLanguage language;

  public CentreSummary getCentre() {
    return view.getCentre();
  }

  public String getName() {
    return getCentre().name().in(language.get());
  }

  public String getRegionName() {
    return directory
        .findRegion(getCentre().regionCode())
        .map(region -> region.name().in(language.get()))
        .orElse(getCentre().regionCode());
  }
}
