package org.portolan.roster.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.portolan.enrolment.ApplicationSummary;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Dates;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;
import org.portolan.roster.Travel;
import org.portolan.roster.TravelAsk;
import org.portolan.roster.TravelField;
import org.portolan.roster.TravelList;
import org.portolan.roster.TravelTold;

/** The page on which a centre asks for what it needs for journeys, and reads what was told. */
@Named
@RequestScoped
public class JourneysBean {
  @Inject private Travel travel;
  @Inject private CurrentLanguage language;

  private TravelList list;
  private TravelAsk ask;
  private boolean changed;
  private boolean perDiemLong;
  private boolean saved;

  public void open() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    long id = number(request.getParameter("id"));
    if (id == 0) {
      throw new NotFound("session");
    }
    list = travel.find(id, language.get());
    ask = list.ask();
    saved = "yes".equals(request.getParameter("saved"));
    if (request.getMethod().equals("POST")) {
      ask = typed(request);
      perDiemLong = ask.perDiem().length() > TravelAsk.LONGEST_PER_DIEM;
      if (perDiemLong) {
        return;
      }
      try {
        travel.ask(id, ask);
        external.redirect("/desk/centre/session/" + id + "/travel?saved=yes");
      } catch (ChangedMeanwhile e) {
        changed = true;
      }
    }
  }

  private static TravelAsk typed(HttpServletRequest request) {
    String[] sent = request.getParameterValues("ask");
    Set<String> codes = sent == null ? Set.of() : Set.copyOf(Arrays.asList(sent));
    String perDiem = request.getParameter("perDiem");
    return new TravelAsk(
        Arrays.stream(TravelField.values())
            .filter(field -> codes.contains(field.code()))
            .collect(Collectors.toSet()),
        perDiem == null ? "" : perDiem.strip(),
        number(request.getParameter("version")));
  }

  private static long number(String typed) {
    return typed != null && typed.matches("\\d{1,18}") ? Long.parseLong(typed) : 0;
  }

  public TravelList getList() {
    return list;
  }

  public TravelAsk getAsk() {
    return ask;
  }

  public List<TravelField> getFields() {
    return List.of(TravelField.values());
  }

  public boolean asks(TravelField field) {
    return ask.asked().contains(field);
  }

  /** What one person told of what is asked, in the order of a passport. */
  public List<TravelField> told(ApplicationSummary application) {
    TravelTold told = list.told().getOrDefault(application.id(), TravelTold.NOTHING);
    return Arrays.stream(TravelField.values())
        .filter(list.ask().asked()::contains)
        .filter(field -> !told.get(field).isEmpty())
        .toList();
  }

  public String value(ApplicationSummary application, TravelField field) {
    String value = list.told().getOrDefault(application.id(), TravelTold.NOTHING).get(field);
    return field.isDay() ? new Dates(language.get()).date(LocalDate.parse(value)) : value;
  }

  public boolean isChanged() {
    return changed;
  }

  public boolean isPerDiemLong() {
    return perDiemLong;
  }

  public boolean isSaved() {
    return saved;
  }
}
