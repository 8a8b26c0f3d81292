package org.portolan.booking.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portolan.booking.ConflictLevel;
import org.portolan.booking.ResourceKind;
import org.portolan.booking.ResourceList;
import org.portolan.booking.ResourceSummary;
import org.portolan.booking.ResourceUse;
import org.portolan.booking.Resources;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.TrainingYear;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.CentreSummary;
import org.portolan.region.Directory;

/** What a centre has, how far it is in use, and how it wants to hear of conflicts. */
@Named("resourcesPage")
@RequestScoped
public class ResourcesBean {
  private static final Set<String> DONE = Set.of("added", "removed", "levels");

  @Inject private Resources resources;
  @Inject private ResourceUse use;
  @Inject private CalendarService calendar;
  @Inject private Directory directory;
  @Inject private PageParameters parameters;
  @Inject private CurrentLanguage language;
  @Inject private Texts texts;

  private Set<String> centres;
  private String centre;
  private TrainingYear year;
  private ResourceList list;
  private Map<ResourceKind, ConflictLevel> levels;

  public void open() throws IOException {
    centres = resources.myCentres();
    String asked = parameters.get("centre");
    centre = asked == null || asked.isEmpty() ? centres.iterator().next() : asked;
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    if (((HttpServletRequest) external.getRequest()).getMethod().equals("POST")) {
      resources.keepLevels(centre, typed(external.getRequestParameterMap()));
      external.redirect("/desk/resources?centre=" + centre + "&done=levels");
      return;
    }
    levels = resources.levels(centre);
    TrainingYear now = TrainingYear.of(today());
    TrainingYear wanted = new TrainingYear((int) parameters.number("year", now.begins()));
    year = wanted.shown() ? wanted : now;
    list = use.ofCentre(centre, year);
  }

  private LocalDate today() {
    return calendar.today(directory.findCentre(centre).map(CentreSummary::zone).orElse("UTC"));
  }

  private static Map<ResourceKind, ConflictLevel> typed(Map<String, String> typed) {
    Map<ResourceKind, ConflictLevel> wanted = new EnumMap<>(ResourceKind.class);
    for (ResourceKind kind : ResourceKind.values()) {
      ConflictLevel.of(typed.getOrDefault("level-" + kind.code(), ""))
          .ifPresent(level -> wanted.put(kind, level));
    }
    return wanted;
  }

  public ResourceList getList() {
    return list;
  }

  public String getCentre() {
    return centre;
  }

  public String getCentreName() {
    return name(centre);
  }

  private String name(String code) {
    return directory.findCentre(code).map(found -> found.name().in(language.get())).orElse(code);
  }

  /** The name of that in which something lies, or nothing. */
  public String within(ResourceSummary of) {
    return list.all().stream()
        .filter(each -> of.partOf() != null && each.id() == of.partOf())
        .map(ResourceSummary::name)
        .findFirst()
        .orElse("");
  }

  public TrainingYear getYear() {
    return year;
  }

  public boolean isManyCentres() {
    return centres.size() > 1;
  }

  public List<Choice> getCentres() {
    return centres.stream()
        .map(code -> new Choice(code, name(code), code.equals(centre)))
        .sorted(Comparator.comparing(Choice::label))
        .toList();
  }

  public List<ResourceKind> getKinds() {
    return Arrays.asList(ResourceKind.values());
  }

  public List<Choice> levels(ResourceKind kind) {
    return Arrays.stream(ConflictLevel.values())
        .map(
            level ->
                new Choice(
                    level.code(),
                    texts.word("booking.level", level.code()),
                    levels.get(kind) == level))
        .toList();
  }

  /** What was done a moment ago, told once, else null. */
  public String getDone() {
    String done = parameters.get("done");
    return done != null && DONE.contains(done) ? done : null;
  }
}
