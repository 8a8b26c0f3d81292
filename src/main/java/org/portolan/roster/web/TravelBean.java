package org.portolan.roster.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.web.NotFound;
import org.portolan.roster.OwnTravel;
import org.portolan.roster.Travel;
import org.portolan.roster.TravelField;
import org.portolan.roster.TravelRefused;
import org.portolan.roster.TravelTold;

/** The page on which one who has a seat tells the centre what it needs for their journey. */
@Named
@RequestScoped
public class TravelBean {
  @Inject private Travel travel;
  @Inject private CurrentLanguage language;

  private OwnTravel own;
  private TravelTold told;
  private Map<TravelField, String> problems = Map.of();
  private boolean saved;
  private boolean takenBack;

  public void open() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    String number = request.getParameter("id");
    if (number == null || !number.matches("\\d{1,18}")) {
      throw new NotFound("application");
    }
    long id = Long.parseLong(number);
    own = travel.own(id, language.get());
    told = own.told();
    takenBack = "nothing".equals(request.getParameter("saved"));
    saved = "yes".equals(request.getParameter("saved"));
    if (request.getMethod().equals("POST")) {
      Map<TravelField, String> typed = new EnumMap<>(TravelField.class);
      boolean back = request.getParameter("take-back") != null;
      for (TravelField field : TravelField.values()) {
        String value = back ? null : request.getParameter(field.code());
        typed.put(field, value == null ? "" : value);
      }
      told = new TravelTold(typed);
      try {
        travel.tell(id, told);
        external.redirect("/applications/" + id + "/travel?saved=" + (back ? "nothing" : "yes"));
      } catch (TravelRefused refused) {
        problems = refused.problems();
      }
    }
  }

  public OwnTravel getOwn() {
    return own;
  }

  /** What is asked, in the order of a passport. */
  public List<TravelField> getFields() {
    return Arrays.stream(TravelField.values()).filter(own.ask().asked()::contains).toList();
  }

  public String value(TravelField field) {
    return told.get(field);
  }

  /** What is wrong with a field, or nothing. */
  public String problem(TravelField field) {
    return problems.get(field);
  }

  /** Whether something is kept, whatever of it is still asked. */
  public boolean isKept() {
    return !own.told().values().isEmpty();
  }

  public boolean isTakenBack() {
    return takenBack;
  }

  public boolean isSaved() {
    return saved;
  }
}
