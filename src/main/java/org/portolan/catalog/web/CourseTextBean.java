package org.portolan.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portolan.catalog.CourseDesk;
import org.portolan.catalog.InvalidCourse;
import org.portolan.catalog.OpenText;
import org.portolan.catalog.TextEdit;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;

/** The form for the words of a course in one language, with the first language beside it. */
@Named("courseText")
@RequestScoped
public class CourseTextBean {
  @Inject private CourseDesk desk;
  @Inject private PageParameters parameters;
  @Inject private Formats formats;
  @Inject private Texts texts;

  private long id;
  private String language;
  private OpenText opened;
  private TextEdit edit;
  private int version;
  private boolean small;
  private boolean changed;
  private boolean preview;
  private final Map<String, String> problems = new LinkedHashMap<>();

  /** Runs before the page is shown: nothing of it may be on the way when it redirects. */
  public void open() throws IOException {
    id = parameters.number("id", 0);
    language = String.valueOf(parameters.get("language"));
    opened = desk.writing(id, language);
    version = opened.version();
    edit = opened.edit();
    ExternalContext context = FacesContext.getCurrentInstance().getExternalContext();
    if (((HttpServletRequest) context.getRequest()).getMethod().equals("POST")) {
      accept(context);
    }
  }

  private void accept(ExternalContext context) throws IOException {
    Map<String, String> typed = context.getRequestParameterMap();
    edit = new TextEdit(language, typed.get("title"), typed.get("summary"), typed.get("body"));
    version = FormNumber.of(typed.get("version"));
    small = typed.containsKey("small");
    String asked = String.valueOf(typed.get("do"));
    if (asked.equals("preview")) {
      preview = true;
      return;
    }
    if (!asked.equals("save") && !asked.equals("bring-up")) {
      throw new NotFound("a button " + asked);
    }
    try {
      desk.write(id, version, edit, small, asked.equals("bring-up"));
      context.redirect("/desk/courses/" + id + "?done=written");
      FacesContext.getCurrentInstance().responseComplete();
    } catch (InvalidCourse e) {
      e.problems()
          .forEach(
              (field, problem) ->
                  problems.put(
                      field, texts.of("catalog.error." + problem.key(), problem.detail())));
    } catch (ChangedMeanwhile e) {
      changed = true;
      // whoever has been told and saves again has decided
      version = opened.version();
    }
  }

  public long getId() {
    return id;
  }

  public String getLanguage() {
    return language;
  }

  public OpenText getOpened() {
    return opened;
  }

  public TextEdit getEdit() {
    return edit;
  }

  public int getVersion() {
    return version;
  }

  public boolean isSmall() {
    return small;
  }

  /** Whether this is the text that the others follow. */
  public boolean isMaster() {
    return opened.master() == null;
  }

  /** Whether somebody else changed the text while it was being written on. */
  public boolean isChanged() {
    return changed;
  }

  public boolean isPreview() {
    return preview;
  }

  /** In words, by field, in the order of the form. */
  public Map<String, String> getProblems() {
    return problems;
  }

  public List<String> getWrong() {
    return List.copyOf(problems.keySet());
  }

  public String getDirection() {
    return formats.direction(language);
  }
}
