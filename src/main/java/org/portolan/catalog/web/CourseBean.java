package org.portolan.catalog.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.portolan.catalog.Catalog;
import org.portolan.catalog.ComingSession;
import org.portolan.catalog.ComingSessions;
import org.portolan.catalog.CourseDetail;
import org.portolan.catalog.Themes;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.Directory;

/** The page of a course, with the sessions that it has ahead. */
@Named("coursePage")
@RequestScoped
public class CourseBean {
  @Inject private PageParameters parameters;
  @Inject private Catalog catalog;
  @Inject private Themes themes;
  @Inject private Directory directory;
  @Inject private Instance<ComingSessions> sessions;
  @Inject private CurrentLanguage language;

  private CourseDetail course;
  private List<ComingSession> coming = List.of();

  @PostConstruct
  void read() {
    String code = parameters.get("code");
    course =
        catalog
            .find(code == null ? "" : code, language.get())
            .orElseThrow(() -> new NotFound("course " + code));
    if (!sessions.isUnsatisfied()) {
      long id = course.facts().id();
      coming = sessions.get().coming(List.of(id)).getOrDefault(id, List.of());
    }
  }

  public CourseDetail getCourse() {
    return course;
  }

  public List<ComingSession> getComing() {
    return coming;
  }

  /** The text is in another language than the reader's. */
  public boolean isForeign() {
    return !course.words().language().equals(language.getCode());
  }

  /** In which direction the text runs. */
  public String getDirection() {
    return Language.of(course.words().language()).map(Language::direction).orElse("ltr");
  }

  public String getTheme() {
    return themes
        .find(course.facts().themeCode())
        .map(theme -> theme.name().in(language.get()))
        .orElse(course.facts().themeCode());
  }

  public String getRegion() {
    return directory
        .findRegion(course.facts().regionCode())
        .map(region -> region.name().in(language.get()))
        .orElse(course.facts().regionCode());
  }

  public String centre(String code) {
    return directory.findCentre(code).map(centre -> centre.name().in(language.get())).orElse(code);
  }
}
