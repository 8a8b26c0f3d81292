package org.portolan.programme.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.portolan.calendar.CheckRules;
import org.portolan.calendar.InvalidPlan;
import org.portolan.calendar.NotPossible;
import org.portolan.calendar.PlannedSession;
import org.portolan.calendar.PlannedSessions;
import org.portolan.calendar.SessionWorkflow;
import org.portolan.calendar.Stage;
import org.portolan.calendar.TrainingYear;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.web.Address;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.programme.BlockEdit;
import org.portolan.programme.BlockKind;
import org.portolan.programme.BlockSummary;
import org.portolan.programme.Blocks;
import org.portolan.programme.CentreLine;
import org.portolan.programme.InvalidBlock;
import org.portolan.programme.ProgrammeOfCentre;
import org.portolan.programme.ProgrammeSession;
import org.portolan.programme.Programmes;
import org.portolan.region.CentreSummary;

/** The programme of a centre for a year, and what can be done with many sessions of it at once. */
@Named("programmePage")
@RequestScoped
public class ProgrammeBean {
  private static final Set<String> DONE =
      Set.of(
          "submitted",
          "published",
          "checked",
          "sent-back",
          "blocked",
          "unblocked",
          "ruled",
          "copied");

  @Inject private PageParameters parameters;
  @Inject private PlannedSessions planned;
  @Inject private Programmes programmes;
  @Inject private SessionWorkflow workflow;
  @Inject private CheckRules rules;
  @Inject private Blocks blocks;
  @Inject private StageWords words;
  @Inject private CurrentLanguage language;
  @Inject private Formats formats;
  @Inject private Texts texts;

  private Set<String> centres;
  private CentreSummary centre;
  private TrainingYear year;
  private ProgrammeOfCentre programme;
  private List<CentreLine> overview;
  private Boolean required;
  private final Map<String, String> typed = new HashMap<>();
  private Map<String, String> problems = new LinkedHashMap<>();

  public void open() throws IOException {
    centres = planned.centres();
    if (centres.isEmpty()) {
      throw new NotAllowed();
    }
    String asked = parameters.get("centre");
    centre = programmes.centre(asked == null || asked.isEmpty() ? first() : asked);
    String wanted = parameters.get("year");
    year =
        wanted == null || wanted.isEmpty()
            ? programmes.current(centre)
            : TrainingYear.read(wanted).orElseThrow(() -> new NotFound("year"));
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    if (request.getMethod().equals("POST")) {
      typed.putAll(external.getRequestParameterMap());
      take(external, request);
    }
    programme = programmes.of(centre.code(), year, language.get());
  }

  private String first() {
    return centres.stream().filter(planned::plans).findFirst().orElse(centres.iterator().next());
  }

  private void take(ExternalContext external, HttpServletRequest request) throws IOException {
    Map<Long, Integer> chosen = Chosen.read(request.getParameterValues("session"));
    try {
      String done = act(value("act"), chosen, request);
      external.redirect(
          Address.of(
              "/desk/programme",
              Map.of(
                  "centre", centre.code(), "year", String.valueOf(year.begins()), "done", done)));
    } catch (NotPossible e) {
      problems.put("form", named(e));
    } catch (InvalidPlan e) {
      problems.putAll(words.of(e));
    } catch (InvalidBlock e) {
      e.problems().forEach((field, key) -> problems.put(field, texts.get(key)));
    } catch (ChangedMeanwhile e) {
      problems.put("form", texts.get("programme.changed"));
    }
  }

  private String act(String act, Map<Long, Integer> chosen, HttpServletRequest request) {
    switch (act) {
      case "submit" -> {
        workflow.submit(chosen);
        return "submitted";
      }
      case "submit-all" -> {
        workflow.submit(Chosen.read(request.getParameterValues("draft")));
        return "submitted";
      }
      case "publish" -> {
        workflow.publish(chosen);
        return "published";
      }
      case "publish-all" -> {
        workflow.publish(Chosen.read(request.getParameterValues("checked")));
        return "published";
      }
      case "check" -> {
        workflow.check(chosen, value("note"));
        return "checked";
      }
      case "check-all" -> {
        workflow.check(Chosen.read(request.getParameterValues("submitted")), value("note"));
        return "checked";
      }
      case "send-back" -> {
        workflow.sendBack(chosen, value("note"));
        return "sent-back";
      }
      case "block" -> {
        blocks.add(
            centre.code(),
            new BlockEdit(value("kind"), day("firstDay"), day("lastDay"), value("words")));
        return "blocked";
      }
      case "unblock" -> {
        blocks.remove(parameters.number("block", 0));
        return "unblocked";
      }
      case "rule" -> {
        rules.require(centre.regionCode(), "on".equals(value("required")));
        return "ruled";
      }
      default -> throw new NotFound("act");
    }
  }

  /** Which of many it was that could not be moved. */
  private String named(NotPossible refused) {
    String why = words.of(refused);
    return programmes.of(centre.code(), year, language.get()).sessions().stream()
        .map(ProgrammeSession::session)
        .filter(each -> each.id() == refused.sessionId())
        .findFirst()
        .map(each -> texts.of2("programme.refused", name(each), why))
        .orElse(why);
  }

  private String name(PlannedSession session) {
    return session.facts().dated()
        ? session.course().title()
            + ", "
            + formats.days(session.facts().firstDay(), session.facts().lastDay())
        : session.course().title();
  }

  private LocalDate day(String field) {
    try {
      return value(field).isEmpty() ? null : LocalDate.parse(value(field));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** What was typed in a field of a form, or chosen. */
  public String value(String field) {
    String value = typed.get(field);
    return value == null ? "" : value.strip();
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  /** What was done a moment ago, told once, else null. */
  public String getDone() {
    String done = parameters.get("done");
    return done != null && DONE.contains(done) ? done : null;
  }

  public CentreSummary getCentre() {
    return centre;
  }

  public TrainingYear getYear() {
    return year;
  }

  public ProgrammeOfCentre getProgramme() {
    return programme;
  }

  public boolean isPlans() {
    return planned.plans(centre.code());
  }

  public boolean isLooksAfter() {
    return planned.looksAfter(centre.regionCode());
  }

  public boolean isManyCentres() {
    return centres.size() > 1;
  }

  public List<Choice> getCentres() {
    return centres.stream()
        .map(code -> new Choice(code, centreName(code), code.equals(centre.code())))
        .toList();
  }

  public String centreName(String code) {
    return programmes.centre(code).name().in(language.get());
  }

  /** How far all centres have come, for those who look after many. */
  public List<CentreLine> getOverview() {
    if (overview == null) {
      overview = isManyCentres() ? programmes.overview(year, language.get()) : List.of();
    }
    return overview;
  }

  /** Whether the Regional Office checks sessions before they are published. */
  public boolean isRequired() {
    if (required == null) {
      required = rules.required(centre.regionCode());
    }
    return required;
  }

  /** What blocks days of the year, each once. */
  public List<BlockSummary> getBlocks() {
    return programme.months().stream()
        .flatMap(month -> month.blocks().stream())
        .distinct()
        .toList();
  }

  public boolean isSubmittable() {
    return isPlans() && any(Stage::submittable);
  }

  public boolean isPublishable() {
    return isPlans() && any(stage -> stage == Stage.CHECKED);
  }

  public boolean isCheckable() {
    return isLooksAfter() && any(stage -> stage == Stage.SUBMITTED);
  }

  private boolean any(Predicate<Stage> which) {
    return programme.sessions().stream().map(ProgrammeSession::stage).anyMatch(which);
  }

  /** Whether somebody who looks at the page can move a session on together with others. */
  public boolean choosable(ProgrammeSession each) {
    return isPlans() && each.stage().planned() || isLooksAfter() && each.stage() == Stage.SUBMITTED;
  }

  /** Under which name the form tells that a session was shown, for deeds on all of a stage. */
  public String shownAs(ProgrammeSession each) {
    return switch (each.stage()) {
      case DRAFT, SENT_BACK -> "draft";
      case SUBMITTED -> "submitted";
      case CHECKED -> "checked";
      default -> "other";
    };
  }

  public List<Choice> getKinds() {
    return Arrays.stream(BlockKind.values())
        .map(
            kind ->
                new Choice(
                    kind.code(),
                    texts.get("programme.block." + kind.code()),
                    kind.code().equals(value("kind"))))
        .toList();
  }
}
