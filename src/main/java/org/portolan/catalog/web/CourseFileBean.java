package org.portolan.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.portolan.catalog.CourseDesk;
import org.portolan.catalog.CourseFile;
import org.portolan.catalog.InvalidCourse;
import org.portolan.catalog.Themes;
import org.portolan.competency.Competencies;
import org.portolan.people.web.HistoryLines;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.Directory;

/** All of a course for those who take care of it, and the steps from draft to retired. */
@Named("courseFile")
@RequestScoped
public class CourseFileBean {
  /** What a page that comes after a form may say was done. */
  private static final List<String> DONE =
      List.of("drafted", "described", "written", "submitted", "published", "retired");

  @Inject private CourseDesk desk;
  @Inject private PageParameters parameters;
  @Inject private CurrentLanguage language;
  @Inject private Texts texts;
  @Inject private Themes themes;
  @Inject private Competencies competencies;
  @Inject private Directory directory;
  @Inject private HistoryLines lines;

  private long id;
  private CourseFile file;
  private boolean changed;
  private final Map<String, String> problems = new LinkedHashMap<>();
  private String reason = "";
  private String successor = "";

  /** Runs before the page is shown: nothing of it may be on the way when it redirects. */
  public void open() throws IOException {
    id = parameters.number("id", 0);
    ExternalContext context = FacesContext.getCurrentInstance().getExternalContext();
    if (((HttpServletRequest) context.getRequest()).getMethod().equals("POST")) {
      accept(context);
    }
    if (!FacesContext.getCurrentInstance().getResponseComplete()) {
      // whoever reviews it reads every text, whatever the language of the page
      Language wanted = Language.of(String.valueOf(parameters.get("in"))).orElse(language.get());
      file = desk.open(id, wanted);
    }
  }

  private void accept(ExternalContext context) throws IOException {
    Map<String, String> typed = context.getRequestParameterMap();
    String asked = String.valueOf(typed.get("do"));
    int version = FormNumber.of(typed.get("version"));
    reason = Objects.requireNonNullElse(typed.get("reason"), "");
    successor = Objects.requireNonNullElse(typed.get("successor"), "");
    try {
      String done =
          switch (asked) {
            case "submit" -> {
              desk.submit(id, version);
              yield "submitted";
            }
            case "send-back" -> {
              desk.sendBack(id, version, reason);
              yield "sent-back";
            }
            case "publish" -> {
              desk.publish(id, version);
              yield "published";
            }
            case "retire" -> {
              desk.retire(id, version, successor, "on".equals(typed.get("goOn")));
              yield "retired";
            }
            default -> throw new NotFound("a button " + asked);
          };
      // what was sent back is its centre's alone again
      context.redirect(
          done.equals("sent-back")
              ? "/desk/courses?done=sent-back"
              : "/desk/courses/" + id + "?done=" + done);
      FacesContext.getCurrentInstance().responseComplete();
    } catch (InvalidCourse e) {
      e.problems()
          .forEach(
              (field, problem) ->
                  problems.put(
                      field, texts.of("catalog.error." + problem.key(), problem.detail())));
    } catch (ChangedMeanwhile e) {
      changed = true;
    }
  }

  public CourseFile getFile() {
    return file;
  }

  public long getId() {
    return id;
  }

  /** Whether the course was no longer what the form had shown. */
  public boolean isChanged() {
    return changed;
  }

  /** In words, by field. */
  public Map<String, String> getProblems() {
    return problems;
  }

  public String getReason() {
    return reason;
  }

  public String getSuccessor() {
    return successor;
  }

  /** What was just done, told after the redirect that follows a form. */
  public String getDone() {
    String done = parameters.get("done");
    return DONE.contains(String.valueOf(done)) && problems.isEmpty() ? done : null;
  }

  /** Languages in which the course has no text yet. */
  public List<Choice> getOpenLanguages() {
    return Arrays.stream(Language.values())
        .filter(each -> !file.course().languages().contains(each.code()))
        .map(each -> new Choice(each.code(), texts.get("platform.language." + each.code()), false))
        .toList();
  }

  public String centre(String code) {
    return directory.findCentre(code).map(centre -> centre.name().in(language.get())).orElse(code);
  }

  public String getSponsor() {
    return file.course().sponsorCode() == null
        ? null
        : directory
            .findBody(file.course().sponsorCode())
            .map(body -> body.name().in(language.get()))
            .orElse(file.course().sponsorCode());
  }

  /** Names of themes in a row. */
  public String themeNames(List<String> codes) {
    return joined(
        codes.stream()
            .map(
                code ->
                    themes.find(code).map(theme -> theme.name().in(language.get())).orElse(code))
            .toList());
  }

  /** Names of competencies in a row. */
  public String competencyNames(List<String> codes) {
    return joined(
        competencies.all().stream()
            .filter(competency -> codes.contains(competency.code()))
            .map(competency -> competency.name().in(language.get()))
            .toList());
  }

  public String getGives() {
    return competencyNames(file.course().gives().stream().map(given -> given.code()).toList());
  }

  private String joined(List<String> names) {
    return String.join(language.get() == Language.AR ? "، " : ", ", names);
  }

  public List<HistoryLines.Line> getHistory() {
    return lines.of(desk.history(id));
  }
}
