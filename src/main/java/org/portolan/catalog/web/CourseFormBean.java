package org.portolan.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.portolan.catalog.Audience;
import org.portolan.catalog.CatalogueKind;
import org.portolan.catalog.CourseDesk;
import org.portolan.catalog.CourseEdit;
import org.portolan.catalog.InvalidCourse;
import org.portolan.catalog.Level;
import org.portolan.catalog.Mode;
import org.portolan.catalog.OpenCourse;
import org.portolan.catalog.TextEdit;
import org.portolan.catalog.Themes;
import org.portolan.competency.Competencies;
import org.portolan.competency.CompetencyLevel;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.Idempotency;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.BodyKind;
import org.portolan.region.Directory;

/**
 * The form for what a course teaches, for whom and how; a new course gets its title here too. What
 * was typed is shown again whenever it is not kept.
 */
@Named("courseForm")
@RequestScoped
public class CourseFormBean {
  private static final int FURTHER_THEMES = 3;
  private static final int COMPETENCIES = 4;

  @Inject private CourseDesk desk;
  @Inject private PageParameters parameters;
  @Inject private CurrentLanguage language;
  @Inject private Formats formats;
  @Inject private Texts texts;
  @Inject private Themes themes;
  @Inject private Competencies competencies;
  @Inject private Directory directory;
  @Inject private Idempotency idempotency;
  @Inject private CurrentPerson me;

  private long id;
  private int version;
  private CourseEdit edit;
  private TextEdit text;
  private String form;
  private Set<String> centres = Set.of();
  private final Map<String, String> problems = new LinkedHashMap<>();
  private boolean changed;

  /** Runs before the page is shown: nothing of it may be on the way when it redirects. */
  public void open() throws IOException {
    id = parameters.number("id", 0);
    centres = desk.ownCentres();
    if (isNew() && centres.isEmpty()) {
      throw new NotAllowed();
    }
    ExternalContext context = FacesContext.getCurrentInstance().getExternalContext();
    if (((HttpServletRequest) context.getRequest()).getMethod().equals("POST")) {
      accept(context);
      return;
    }
    form = UUID.randomUUID().toString();
    if (isNew()) {
      text = new TextEdit(language.getCode(), "", "", "");
      edit = empty();
    } else {
      OpenCourse opened = desk.describing(id);
      version = opened.version();
      edit = opened.edit();
    }
  }

  private CourseEdit empty() {
    String centre = centres.size() == 1 ? centres.iterator().next() : "";
    return new CourseEdit(
        "", centre, "region", "", List.of(), "", "", "", List.of(), "", "", "", List.of(), "", "");
  }

  private void accept(ExternalContext context) throws IOException {
    Map<String, String> typed = context.getRequestParameterMap();
    Map<String, String[]> several = context.getRequestParameterValuesMap();
    form = typed.get("form");
    version = FormNumber.of(typed.get("version"));
    text = new TextEdit(typed.get("language"), typed.get("title"), "", "");
    edit =
        new CourseEdit(
            typed.get("code"),
            typed.get("centre"),
            typed.get("catalogue"),
            typed.get("theme"),
            values(several, "themes"),
            typed.get("level"),
            typed.get("mode"),
            typed.get("hours"),
            values(several, "audience"),
            typed.get("instrument"),
            typed.get("sponsor"),
            typed.get("requires"),
            given(values(several, "competency"), values(several, "upTo")),
            typed.get("validFrom"),
            typed.get("validUntil"));
    if (!"save".equals(typed.get("do"))) {
      throw new NotFound("a button " + typed.get("do"));
    }
    try {
      String kept =
          idempotency.once(
              me.id(),
              isNew() ? "new course" : "course " + id,
              form,
              version + "" + edit + text,
              this::keep);
      context.redirect("/desk/courses/" + kept + (isNew() ? "?done=drafted" : "?done=described"));
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
      version = desk.describing(id).version();
    }
  }

  private String keep() throws InvalidCourse {
    if (isNew()) {
      return String.valueOf(desk.draft(edit, text));
    }
    desk.describe(id, version, edit);
    return String.valueOf(id);
  }

  private static List<String> values(Map<String, String[]> several, String name) {
    return Arrays.asList(several.getOrDefault(name, new String[0]));
  }

  /** A competency and its level stand in two lists; one without a level is refused as it is. */
  private static List<String> given(List<String> codes, List<String> levels) {
    List<String> given = new ArrayList<>();
    for (int i = 0; i < codes.size(); i++) {
      if (codes.get(i) != null && !codes.get(i).isBlank()) {
        given.add(codes.get(i) + ":" + (i < levels.size() ? levels.get(i) : ""));
      }
    }
    return given;
  }

  public boolean isNew() {
    return id == 0;
  }

  public long getId() {
    return id;
  }

  public int getVersion() {
    return version;
  }

  public CourseEdit getEdit() {
    return edit;
  }

  public TextEdit getText() {
    return text;
  }

  /** What this form is called, so that sent twice it is taken once. */
  public String getForm() {
    return form;
  }

  /** Whether somebody else changed the course while it was being written on. */
  public boolean isChanged() {
    return changed;
  }

  /** In words, by field, in the order of the form. */
  public Map<String, String> getProblems() {
    return problems;
  }

  public List<String> getWrong() {
    return List.copyOf(problems.keySet());
  }

  public List<Choice> getCentres() {
    return directory.trainingCentres().stream()
        .filter(centre -> centres.contains(centre.code()))
        .map(centre -> choice(centre.code(), centre.name().in(language.get()), edit.centre()))
        .toList();
  }

  public List<Choice> getCatalogues() {
    return choices(
        Arrays.stream(CatalogueKind.values()).map(CatalogueKind::code),
        "catalog.catalogue.",
        edit.catalogue());
  }

  public List<Choice> getThemes() {
    return themes(edit.theme());
  }

  private List<Choice> themes(String chosen) {
    return themes.all().stream()
        .map(theme -> choice(theme.code(), theme.name().in(language.get()), chosen))
        .toList();
  }

  /** Lists to choose from, one more than themes are chosen. */
  public List<List<Choice>> getFurtherThemes() {
    return padded(edit.furtherThemes(), FURTHER_THEMES).map(this::themes).toList();
  }

  public List<Choice> getLevels() {
    return choices(Arrays.stream(Level.values()).map(Level::code), "catalog.level.", edit.level());
  }

  public List<Choice> getModes() {
    return choices(Arrays.stream(Mode.values()).map(Mode::code), "catalog.mode.", edit.mode());
  }

  public List<Choice> getAudiences() {
    return Arrays.stream(Audience.values())
        .map(Audience::code)
        .map(
            code ->
                new Choice(
                    code, texts.get("catalog.audience." + code), edit.audiences().contains(code)))
        .toList();
  }

  public List<Choice> getLanguages() {
    return Arrays.stream(Language.values())
        .map(Language::code)
        .map(code -> choice(code, formats.languageName(code), text.language()))
        .toList();
  }

  public List<Choice> getSponsors() {
    return directory.bodies().stream()
        .filter(body -> body.kind() == BodyKind.DONOR)
        .map(body -> choice(body.code(), body.name().in(language.get()), edit.sponsor()))
        .sorted(
            Comparator.comparing(
                Choice::label, java.text.Collator.getInstance(language.get().locale())))
        .toList();
  }

  /** A competency and its level as two lists to choose from, with some left free. */
  public List<GivenRow> getGiven() {
    return padded(edit.gives(), COMPETENCIES)
        .map(
            written -> {
              int colon = written.lastIndexOf(':');
              String code = colon < 0 ? "" : written.substring(0, colon);
              String level = colon < 0 ? "" : written.substring(colon + 1);
              return new GivenRow(
                  competencies.all().stream()
                      .map(each -> choice(each.code(), each.name().in(language.get()), code))
                      .toList(),
                  Arrays.stream(CompetencyLevel.values())
                      .map(
                          each ->
                              choice(
                                  String.valueOf(each.number()),
                                  each.number()
                                      + " · "
                                      + texts.get("competency.level." + each.code()),
                                  level))
                      .toList());
            })
        .toList();
  }

  /** A competency and its level to choose. */
  public record GivenRow(List<Choice> competencies, List<Choice> levels) {}

  /** The direction of the language of the title. */
  public String getDirection() {
    return formats.direction(text.language());
  }

  private static Stream<String> padded(List<String> chosen, int least) {
    int rows = Math.max(least, chosen.size() + 1);
    return Stream.concat(chosen.stream(), Stream.generate(() -> "")).limit(rows);
  }

  private List<Choice> choices(Stream<String> codes, String prefix, String chosen) {
    Function<String, Choice> made = code -> choice(code, texts.get(prefix + code), chosen);
    return codes.map(made).toList();
  }

  private static Choice choice(String code, String label, String chosen) {
    return new Choice(code, label, code.equals(chosen));
  }
}
