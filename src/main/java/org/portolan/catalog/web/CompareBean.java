package org.portolan.catalog.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.portolan.catalog.Catalog;
import org.portolan.catalog.ComingSession;
import org.portolan.catalog.ComingSessions;
import org.portolan.catalog.ComparedCourse;
import org.portolan.catalog.Themes;
import org.portolan.competency.Competencies;
import org.portolan.competency.CompetencySummary;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.region.Directory;

/** Up to three courses beside each other; which ones, the address says. */
@Named("comparePage")
@RequestScoped
public class CompareBean {
  private static final int MOST = 3;

  @Inject private Catalog catalog;
  @Inject private Themes themes;
  @Inject private Competencies competencies;
  @Inject private Directory directory;
  @Inject private Instance<ComingSessions> sessions;
  @Inject private CurrentLanguage language;
  @Inject private Texts texts;
  @Inject private Formats formats;

  private List<Column> columns;
  private boolean tooMany;
  private List<String> different;

  @PostConstruct
  void read() {
    String[] asked =
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestParameterValuesMap()
            .getOrDefault("course", new String[0]);
    Set<String> codes = new LinkedHashSet<>(Arrays.asList(asked));
    tooMany = codes.size() > MOST;
    List<ComparedCourse> found =
        catalog.compared(codes.stream().limit(MOST).toList(), language.get());
    List<Long> ids = found.stream().map(course -> course.summary().facts().id()).toList();
    Map<Long, ComingSession> next =
        ids.isEmpty() || sessions.isUnsatisfied() ? Map.of() : sessions.get().next(ids);
    Map<String, Function<ComparedCourse, String>> lines = lines(next);
    columns =
        found.stream()
            .map(
                course ->
                    new Column(
                        course,
                        lines.entrySet().stream()
                            .map(line -> new Line(line.getKey(), line.getValue().apply(course)))
                            .toList()))
            .toList();
    different = different(lines, found);
  }

  /** What is held beside each other, by the key of its word. */
  private Map<String, Function<ComparedCourse, String>> lines(Map<Long, ComingSession> next) {
    Map<String, Function<ComparedCourse, String>> lines = new LinkedHashMap<>();
    lines.put("catalog.level", c -> texts.word("catalog.level", c.summary().facts().level()));
    lines.put("catalog.mode", c -> texts.word("catalog.mode", c.summary().facts().mode()));
    lines.put("catalog.form.hours", c -> texts.of("catalog.hours", c.summary().facts().hours()));
    lines.put(
        "catalog.audience",
        c ->
            joined(
                c.audiences().stream()
                    .map(audience -> texts.word("catalog.audience", audience.code()))
                    .toList()));
    lines.put("catalog.course.languages", c -> formats.names(c.summary().languages()));
    lines.put("catalog.course.themes", c -> joined(c.themes().stream().map(this::theme).toList()));
    lines.put(
        "catalog.course.gives",
        c ->
            joined(
                c.gives().stream()
                    .map(given -> competency(given.code()) + " (" + given.level() + ")")
                    .toList()));
    lines.put("catalog.instrument", c -> orDash(c.summary().facts().instrument()));
    lines.put("catalog.catalogue", c -> texts.word("catalog.catalogue", c.catalogue().code()));
    lines.put("catalog.course.owner", c -> centre(c.summary().facts().centreCode()));
    lines.put("catalog.sponsor", c -> sponsor(c.sponsorCode()));
    lines.put("catalog.compare.next", c -> session(next.get(c.summary().facts().id())));
    return lines;
  }

  private List<String> different(
      Map<String, Function<ComparedCourse, String>> lines, List<ComparedCourse> found) {
    List<String> names = new ArrayList<>();
    lines.forEach(
        (key, value) -> {
          if (found.stream().map(value).distinct().count() > 1) {
            names.add(texts.get(key));
          }
        });
    return names;
  }

  private String theme(String code) {
    return themes.find(code).map(theme -> theme.name().in(language.get())).orElse(code);
  }

  private String competency(String code) {
    return competencies.all().stream()
        .filter(each -> each.code().equals(code))
        .findFirst()
        .map(CompetencySummary::name)
        .map(name -> name.in(language.get()))
        .orElse(code);
  }

  private String centre(String code) {
    return directory.findCentre(code).map(centre -> centre.name().in(language.get())).orElse(code);
  }

  private String sponsor(String code) {
    return code == null
        ? "–"
        : directory.findBody(code).map(body -> body.name().in(language.get())).orElse(code);
  }

  private String session(ComingSession next) {
    if (next == null) {
      return texts.get("catalog.session.none");
    }
    return next.dated() ? formats.date(next.firstDay()) : texts.get("catalog.session.standing");
  }

  private static String orDash(String value) {
    return value == null ? "–" : value;
  }

  private String joined(List<String> names) {
    return names.isEmpty() ? "–" : String.join(language.get() == Language.AR ? "، " : ", ", names);
  }

  public List<Column> getColumns() {
    return columns;
  }

  /** Whether more were asked for than can stand beside each other. */
  public boolean isTooMany() {
    return tooMany;
  }

  /** In what they differ, in words. */
  public List<String> getDifferent() {
    return different;
  }

  /** A course with all its lines. */
  public record Column(ComparedCourse course, List<Line> lines) {}

  /** What a course is in one respect. */
  public record Line(String key, String value) {}
}
