package org.portolan.template.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.portolan.approval.Approver;
import org.portolan.approval.Chain;
import org.portolan.approval.Step;
import org.portolan.calendar.InvalidPlan;
import org.portolan.calendar.SessionDefaults;
import org.portolan.calendar.Slots;
import org.portolan.calendar.Timing;
import org.portolan.calendar.web.PlanFields;
import org.portolan.calendar.web.Typed;
import org.portolan.enrolment.web.KnownGroups;
import org.portolan.enrolment.web.RulesForm;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.Idempotency;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.BodyKind;
import org.portolan.region.Directory;
import org.portolan.seat.SeatRules;
import org.portolan.template.CourseTemplate;
import org.portolan.template.SessionTemplates;

/** The form in which the centre of a course says what its sessions usually are. */
@Named("templateForm")
@RequestScoped
public class TemplateBean {
  private static final Set<String> DONE = Set.of("saved", "removed");

  /** Nothing is held for anybody in a template: no day of it is on anybody's clocks. */
  private static final String NO_ZONE = "UTC";

  /** Against so many seats rules are judged where their number could not be read. */
  private static final int ENOUGH_SEATS = 5000;

  @Inject private SessionTemplates templates;
  @Inject private PageParameters parameters;
  @Inject private CurrentLanguage language;
  @Inject private CurrentPerson me;
  @Inject private Directory directory;
  @Inject private Formats formats;
  @Inject private Texts texts;
  @Inject private Idempotency idempotency;

  private long id;
  private String version;
  private CourseTemplate template;
  private String form = UUID.randomUUID().toString();
  private final Map<String, String> values = new LinkedHashMap<>();
  private Set<String> languages = Set.of();
  private RulesForm rules;
  private final Map<String, String> problems = new LinkedHashMap<>();
  private boolean changed;

  /** Runs before the page is shown: nothing of it may be on the way when it redirects. */
  public void open() throws IOException {
    id = parameters.number("id", 0);
    template = templates.open(id, language.get());
    version = template.version();
    show();
    ExternalContext context = FacesContext.getCurrentInstance().getExternalContext();
    if (((HttpServletRequest) context.getRequest()).getMethod().equals("POST")) {
      accept(context);
    }
  }

  private void show() {
    SessionDefaults sessions = template.sessions();
    values.putAll(PlanFields.of(sessions).values());
    values.put("slots", sessions.slots().numbered().replace("; ", "\n"));
    values.put("days", sessions.days() == null ? "" : String.valueOf(sessions.days()));
    for (Approver each : Approver.values()) {
      values.put("ask-" + each.code(), sessions.approval().asks(each) ? "on" : "");
      values.put(
          "days-" + each.code(),
          String.valueOf(sessions.approval().step(each).map(Step::days).orElse(Step.USUAL_DAYS)));
    }
    languages = Set.copyOf(sessions.languages());
    rules = RulesForm.of(template.rules(), NO_ZONE);
  }

  private void accept(ExternalContext context) throws IOException {
    Map<String, String> typed = context.getRequestParameterMap();
    form = typed.get("form");
    version = typed.get("version");
    String asked = String.valueOf(typed.get("do"));
    try {
      switch (asked) {
        case "save" -> {
          take(context);
          if (!save()) {
            return;
          }
          context.redirect("/desk/courses/" + id + "/template?done=saved");
        }
        case "remove" -> {
          templates.remove(id, version);
          context.redirect("/desk/courses/" + id + "/template?done=removed");
        }
        default -> throw new NotFound("a button " + asked);
      }
      FacesContext.getCurrentInstance().responseComplete();
    } catch (InvalidPlan e) {
      e.problems().forEach((field, key) -> problems.put(field, texts.get(key)));
    } catch (ChangedMeanwhile e) {
      changed = true;
      // whoever has been told and saves again has decided
      version = template.version();
    }
  }

  private void take(ExternalContext context) {
    Map<String, String> typed = context.getRequestParameterMap();
    values.replaceAll((field, kept) -> typed.getOrDefault(field, "").strip());
    languages =
        new HashSet<>(
            Arrays.asList(
                context.getRequestParameterValuesMap().getOrDefault("languages", new String[0])));
    rules = RulesForm.typed(typed::get);
  }

  /** Whether it was kept; else {@link #getProblems} says why not. */
  private boolean save() {
    SessionDefaults sessions = sessions();
    SeatRules given =
        sessions.timing() == Timing.STANDING
            ? SeatRules.plain(Timing.UNBOUNDED, Timing.NEVER)
            : rules.rules(
                SeatRules.plain(seats(sessions), Timing.NEVER),
                NO_ZONE,
                new KnownGroups(directory));
    if (given == null || slots().isEmpty()) {
      templates
          .problems(id, sessions, null)
          .forEach((field, key) -> problems.put(field, texts.get(key)));
      if (slots().isEmpty()) {
        problems.put("slots", texts.get("calendar.problem.slots.numbered"));
      }
      rules
          .getProblems()
          .forEach(
              (field, kind) -> problems.put(field, texts.get("enrolment.rules.problem." + kind)));
      return false;
    }
    idempotency.once(
        me.id(),
        "template " + id,
        form,
        version + " " + sessions + given.text(),
        () -> {
          templates.keep(id, version, sessions, given);
          return String.valueOf(id);
        });
    return true;
  }

  private static int seats(SessionDefaults sessions) {
    return sessions.seats() == null || sessions.seats() < 1 ? ENOUGH_SEATS : sessions.seats();
  }

  /** Empty where what was typed cannot be read. */
  private Optional<Slots> slots() {
    return Slots.readNumbered(value("slots"));
  }

  private SessionDefaults sessions() {
    Integer days = Typed.read(value("days"), Integer::valueOf);
    Chain chain = Typed.chain(this::asks, this::daysOf);
    return new SessionDefaults(
        Timing.of(value("timing")).orElse(null),
        // what cannot be read is no open length
        days == null && !value("days").isEmpty() ? Integer.valueOf(0) : days,
        Typed.read(value("start"), LocalTime::parse),
        Typed.read(value("end"), LocalTime::parse),
        slots().orElse(Slots.EVERY_DAY),
        value("venue"),
        value("room"),
        value("online").equals("true"),
        Typed.read(value("seats"), Integer::valueOf),
        Arrays.stream(Language.values()).map(Language::code).filter(languages::contains).toList(),
        chain,
        value("donor").isEmpty() ? null : value("donor"));
  }

  public long getId() {
    return id;
  }

  public String getVersion() {
    return version;
  }

  public String getForm() {
    return form;
  }

  public CourseTemplate getTemplate() {
    return template;
  }

  /** What stands in a field of the plan. */
  public String value(String field) {
    return values.getOrDefault(field, "");
  }

  /** Whether the approver of this code is asked. */
  public boolean asks(String approver) {
    return value("ask-" + approver).equals("on");
  }

  /** How many days the approver of this code has, as it was typed. */
  public String daysOf(String approver) {
    return value("days-" + approver);
  }

  public List<String> getApprovers() {
    return Arrays.stream(Approver.values()).map(Approver::code).toList();
  }

  public RulesForm getRules() {
    return rules;
  }

  public List<String> getSubregions() {
    return new KnownGroups(directory).subregions(language.get());
  }

  /** In words, by field, in the order of the form. */
  public Map<String, String> getProblems() {
    return problems;
  }

  public List<String> getWrong() {
    return List.copyOf(problems.keySet());
  }

  /** Whether somebody else changed the template while it was being written on. */
  public boolean isChanged() {
    return changed;
  }

  /** What was just done, told after the redirect that follows a form. */
  public String getDone() {
    String done = parameters.get("done");
    return DONE.contains(String.valueOf(done)) && problems.isEmpty() && !changed ? done : null;
  }

  public List<Choice> getTimings() {
    return Arrays.stream(Timing.values())
        .map(Timing::code)
        .map(code -> choice(code, texts.get("calendar.form.timing." + code), value("timing")))
        .toList();
  }

  public List<Choice> getLanguages() {
    return Arrays.stream(Language.values())
        .map(Language::code)
        .map(code -> new Choice(code, formats.languageName(code), languages.contains(code)))
        .toList();
  }

  public List<Choice> getDonors() {
    return directory.bodies().stream()
        .filter(body -> body.kind() == BodyKind.DONOR)
        .map(body -> choice(body.code(), body.name().in(language.get()), value("donor")))
        .sorted(
            Comparator.comparing(
                Choice::label, java.text.Collator.getInstance(language.get().locale())))
        .toList();
  }

  private static Choice choice(String code, String label, String chosen) {
    return new Choice(code, label, code.equals(chosen));
  }
}
