package org.portolan.calendar.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.InvalidPlan;
import org.portolan.calendar.SessionSummary;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.web.Idempotency;
import org.portolan.platform.web.PageParameters;

/** The page on which a centre makes a draft of another session. */
@Named("copyPage")
@RequestScoped
public class CopyBean {
  @Inject private PageParameters parameters;
  @Inject private CalendarService calendar;
  @Inject private CurrentLanguage language;
  @Inject private Texts texts;
  @Inject private PlanWords words;
  @Inject private Idempotency idempotency;
  @Inject private CurrentPerson me;

  private SessionSummary session;
  private final Map<String, String> problems = new HashMap<>();
  private String firstDay = "";
  private String days = "";
  private String once = UUID.randomUUID().toString();

  public void open() throws IOException {
    long id = parameters.number("id", 0);
    session = calendar.getOwn(id, language.get()).summary();
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    if (((HttpServletRequest) external.getRequest()).getMethod().equals("POST")) {
      firstDay = typed("firstDay");
      days = typed("days");
      once = typed("once").isEmpty() ? once : typed("once");
      copy(external);
    }
  }

  private void copy(ExternalContext external) throws IOException {
    LocalDate day = day();
    Long number = number();
    if (!problems.isEmpty()) {
      return;
    }
    try {
      String copy =
          idempotency.once(
              me.id(),
              "copy " + session.id(),
              once,
              day + " " + number,
              () -> String.valueOf(calendar.copy(session.id(), day, number)));
      external.redirect("/desk/centre/session/" + copy + "?of=" + session.id());
    } catch (InvalidPlan e) {
      problems.putAll(words.of(e));
    }
  }

  private String typed(String field) {
    String typed = parameters.get(field);
    return typed == null ? "" : typed.strip();
  }

  private LocalDate day() {
    try {
      return firstDay.isEmpty() ? null : LocalDate.parse(firstDay);
    } catch (DateTimeException e) {
      problems.put("firstDay", texts.get("calendar.problem.day"));
      return null;
    }
  }

  private Long number() {
    if (days.isEmpty()) {
      return null;
    }
    if (days.matches("[+-]?\\d{1,6}")) {
      return Long.valueOf(days);
    }
    problems.put("days", texts.get("calendar.problem.copy.days"));
    return null;
  }

  public SessionSummary getSession() {
    return session;
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  public String getFirstDay() {
    return firstDay;
  }

  public String getDays() {
    return days;
  }

  /** What this form is called, so that sent twice it is taken once. */
  public String getOnce() {
    return once;
  }
}
