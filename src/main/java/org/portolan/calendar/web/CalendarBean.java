package org.portolan.calendar.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.region.CentreSummary;
import org.portolan.region.Directory;
import org.portolan.region.RegionSummary;

/** The first page of the calendar: of everywhere, or of a region. */
@Named("calendarPage")
@RequestScoped
public class CalendarBean {
  @Inject private CalendarViewBean view;
  @Inject private Directory directory;
  @Inject private CurrentLanguage language;

  /** The name of the region that is chosen, or null. */
  public String getRegionName() {
    String region = view.filter().region();
    return region == null
        ? null
        : directory.findRegion(region).map(found -> found.name().in(language.get())).orElse(null);
  }

  public String getRegion() {
    return view.filter().region();
  }

  /** The region that is chosen; else all, to go to one or to one of its centres. */
  public List<RegionSummary> getRegions() {
    String chosen = view.filter().region();
    return directory.regions().stream()
        .filter(region -> chosen == null || region.code().equals(chosen))
        .toList();
  }

  public List<CentreSummary> centres(String region) {
    return directory.trainingCentres().stream()
        .filter(centre -> centre.regionCode().equals(region))
        .toList();
  }
}
