package org.portolan.programme.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.InvalidPlan;
import org.portolan.calendar.NotPossible;
import org.portolan.calendar.PlannedSessions;
import org.portolan.calendar.Progress;
import org.portolan.calendar.SessionFacts;
import org.portolan.calendar.SessionReport;
import org.portolan.calendar.SessionWorkflow;
import org.portolan.calendar.Stage;
import org.portolan.calendar.TrainingYear;
import org.portolan.people.web.HistoryLines;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.programme.ProgrammeSession;
import org.portolan.programme.Programmes;

/** A session on its way from a draft to a report: how far it is, and what can be done next. */
@Named("programmeSession")
@RequestScoped
public class ProgrammeSessionBean {
  private static final Set<String> DONE =
      Set.of("submitted", "published", "checked", "sent-back", "restored", "reported", "cancelled");

  @Inject private PageParameters parameters;
  @Inject private PlannedSessions planned;
  @Inject private Programmes programmes;
  @Inject private SessionWorkflow workflow;
  @Inject private CalendarService calendar;
  @Inject private StageWords words;
  @Inject private HistoryLines lines;
  @Inject private CurrentLanguage language;
  @Inject private Texts texts;
  @Inject private Clock clock;

  private ProgrammeSession shown;
  private List<HistoryLines.Line> history;
  private final Map<String, String> typed = new HashMap<>();
  private final Map<String, String> problems = new LinkedHashMap<>();

  public void open() throws IOException {
    long id = parameters.number("id", 0);
    shown = programmes.session(id, language.get());
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    if (((HttpServletRequest) external.getRequest()).getMethod().equals("POST")) {
      typed.putAll(external.getRequestParameterMap());
      take(external, id);
    }
  }

  private void take(ExternalContext external, long id) throws IOException {
    int version = (int) parameters.number("version", -1);
    try {
      external.redirect("/desk/programme/session/" + id + "?done=" + act(id, version));
    } catch (NotPossible e) {
      problems.put("form", words.of(e));
    } catch (InvalidPlan e) {
      problems.putAll(words.of(e));
    } catch (ChangedMeanwhile e) {
      problems.put("form", texts.get("programme.changed"));
    }
  }

  private String act(long id, int version) {
    Map<Long, Integer> one = Map.of(id, version);
    switch (value("act")) {
      case "submit" -> {
        workflow.submit(one);
        return "submitted";
      }
      case "publish" -> {
        workflow.publish(one);
        return "published";
      }
      case "check" -> {
        workflow.check(one, value("note"));
        return "checked";
      }
      case "send-back" -> {
        workflow.sendBack(one, value("note"));
        return "sent-back";
      }
      case "cancel" -> {
        calendar.cancel(id);
        return "cancelled";
      }
      case "restore" -> {
        workflow.restore(id, version);
        return "restored";
      }
      case "report" -> {
        workflow.report(id, version, report());
        return "reported";
      }
      default -> throw new NotFound("act");
    }
  }

  private SessionReport report() {
    String held = value("held");
    String participants = value("participants");
    return new SessionReport(
        held.equals("yes") ? Boolean.TRUE : held.equals("no") ? Boolean.FALSE : null,
        participants.matches("\\d{1,6}") ? Integer.valueOf(participants) : null,
        value("remarks"));
  }

  /** What was typed in a field, else what was reported before. */
  public String value(String field) {
    String value = typed.get(field);
    if (value != null) {
      return value.strip();
    }
    Progress said = shown.session().facts().progress();
    return switch (field) {
      case "held" -> said.held() == null ? "" : said.held() ? "yes" : "no";
      case "participants" -> said.participants() == null ? "" : said.participants().toString();
      case "remarks" -> said.remarks() == null ? "" : said.remarks();
      default -> "";
    };
  }

  public ProgrammeSession getShown() {
    return shown;
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  /** What was done a moment ago, told once, else null. */
  public String getDone() {
    String done = parameters.get("done");
    return done != null && DONE.contains(done) ? done : null;
  }

  public List<HistoryLines.Line> getHistory() {
    if (history == null) {
      history = lines.of(planned.history(shown.session().id()));
    }
    return history;
  }

  /** The year in which it stands. */
  public int getYear() {
    SessionFacts facts = facts();
    return facts.dated()
        ? TrainingYear.of(facts.firstDay()).begins()
        : programmes.current(programmes.centre(facts.centreCode())).begins();
  }

  private SessionFacts facts() {
    return shown.session().facts();
  }

  public boolean isPlans() {
    return planned.plans(facts().centreCode());
  }

  public boolean isSubmittable() {
    return isPlans() && shown.stage().submittable();
  }

  public boolean isPublishable() {
    return isPlans() && shown.stage().planned();
  }

  public boolean isCheckable() {
    return planned.looksAfter(facts().regionCode()) && shown.stage() == Stage.SUBMITTED;
  }

  public boolean isRestorable() {
    return isPlans()
        && shown.stage() == Stage.CANCELLED
        && (!facts().dated() || facts().startsAt().isAfter(clock.instant()));
  }

  public boolean isReportable() {
    return isPlans() && (shown.stage() == Stage.ENDED || shown.stage() == Stage.REPORTED);
  }
}
