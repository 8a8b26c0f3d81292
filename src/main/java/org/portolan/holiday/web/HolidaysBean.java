package org.portolan.holiday.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portolan.holiday.FallsOn;
import org.portolan.holiday.HolidayEdit;
import org.portolan.holiday.HolidaySummary;
import org.portolan.holiday.Holidays;
import org.portolan.holiday.InvalidHoliday;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.Directory;

/** The holidays of a Member, and the form in which one is added or changed. */
@Named("holidaysPage")
@RequestScoped
public class HolidaysBean {
  private static final Set<String> DONE = Set.of("added", "changed", "removed");

  @Inject private PageParameters parameters;
  @Inject private Holidays holidays;
  @Inject private Directory directory;
  @Inject private CurrentLanguage language;
  @Inject private Texts texts;

  private Set<String> members;
  private String member;
  private List<HolidaySummary> all;
  private final Map<String, String> values = new HashMap<>();
  private Map<String, String> problems = Map.of();
  private boolean changed;

  public void open() throws IOException {
    members = holidays.myMembers();
    String asked = parameters.get("member");
    member = asked == null || asked.isEmpty() ? members.iterator().next() : asked;
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    if (((HttpServletRequest) external.getRequest()).getMethod().equals("POST")) {
      take(external);
    }
    all = holidays.ofMember(member);
    long edit = parameters.number("edit", 0);
    if (edit > 0 && values.isEmpty()) {
      show(
          all.stream()
              .filter(each -> each.id() == edit)
              .findFirst()
              .orElseThrow(() -> new NotFound("holiday " + edit)));
    }
  }

  private void take(ExternalContext external) throws IOException {
    values.putAll(external.getRequestParameterMap());
    long id = parameters.number("id", 0);
    int version = (int) parameters.number("version", -1);
    String done = id == 0 ? "added" : "changed";
    try {
      if ("remove".equals(values.get("act"))) {
        holidays.remove(id, version);
        done = "removed";
      } else if (id == 0) {
        holidays.add(member, edit());
      } else {
        holidays.change(id, version, edit());
      }
      external.redirect("/desk/holidays?member=" + member + "&done=" + done);
    } catch (InvalidHoliday e) {
      problems = e.problems();
    } catch (ChangedMeanwhile e) {
      changed = true;
    }
  }

  private HolidayEdit edit() {
    Map<String, String> names = new HashMap<>();
    for (Language each : Language.values()) {
      names.put(each.code(), value("name-" + each.code()));
    }
    return new HolidayEdit(names, rule(), values.containsKey("expected"));
  }

  private String rule() {
    String kind = value("kind");
    return switch (kind) {
      case "yearly" -> {
        String day = value("day");
        yield "yearly:" + (day.length() == 10 ? day.substring(5) : day);
      }
      case "once" -> "once:" + value("day");
      case "easter" -> "easter:" + value("offset");
      case "islamic" -> "islamic:" + value("feast");
      default -> "";
    };
  }

  private void show(HolidaySummary holiday) {
    values.put("id", String.valueOf(holiday.id()));
    values.put("version", String.valueOf(holiday.version()));
    for (Language each : Language.values()) {
      values.put("name-" + each.code(), holiday.name().in(each));
    }
    values.put("kind", holiday.rule().kind().code());
    switch (holiday.rule().kind()) {
      case YEARLY ->
          values.put(
              "day",
              holiday.next() == null ? "2028-" + holiday.rule().what() : holiday.next().toString());
      case ONCE -> values.put("day", holiday.rule().what());
      case EASTER -> values.put("offset", holiday.rule().what());
      case ISLAMIC -> values.put("feast", holiday.rule().what());
    }
    if (holiday.expected()) {
      values.put("expected", "on");
    }
  }

  /** What was typed, or is kept, in a field of the form. */
  public String value(String field) {
    String value = values.get(field);
    return value == null ? "" : value.strip();
  }

  public boolean isEditing() {
    return !value("id").isEmpty();
  }

  public boolean isExpected() {
    return values.containsKey("expected");
  }

  /** What is wrong with a field in words, or empty. */
  public String problem(String field) {
    String problem = problems.get(field);
    return problem == null ? "" : texts.get("holiday.problem." + problem);
  }

  public boolean isChanged() {
    return changed;
  }

  /** What was done a moment ago, told once, else null. */
  public String getDone() {
    String done = parameters.get("done");
    return done != null && DONE.contains(done) ? done : null;
  }

  public List<HolidaySummary> getAll() {
    return all;
  }

  public String getMember() {
    return member;
  }

  public String getMemberName() {
    return name(member);
  }

  private String name(String code) {
    return directory.findMember(code).map(found -> found.name().in(language.get())).orElse(code);
  }

  public boolean isManyMembers() {
    return members.size() > 1;
  }

  public List<Choice> getMembers() {
    return members.stream()
        .map(code -> new Choice(code, name(code), code.equals(member)))
        .sorted(Comparator.comparing(Choice::label))
        .toList();
  }

  public List<Choice> getKinds() {
    return Arrays.stream(FallsOn.Kind.values())
        .map(
            kind ->
                new Choice(
                    kind.code(),
                    texts.word("holiday.kind", kind.code()),
                    kind.code().equals(value("kind"))))
        .toList();
  }

  public List<Choice> getFeasts() {
    return Arrays.stream(FallsOn.Feast.values())
        .map(
            feast ->
                new Choice(feast.name(), feast(feast.name()), feast.name().equals(value("feast"))))
        .toList();
  }

  private String feast(String name) {
    return texts.word("holiday.feast", name.toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
  }

  public List<Language> getLanguages() {
    return Arrays.asList(Language.values());
  }

  /** How its day is found, in words. */
  public String rule(HolidaySummary holiday) {
    return switch (holiday.rule().kind()) {
      case YEARLY -> texts.get("holiday.kind.yearly");
      case ONCE -> texts.get("holiday.kind.once");
      case EASTER -> texts.of("holiday.after-easter", Integer.parseInt(holiday.rule().what()));
      case ISLAMIC -> feast(holiday.rule().what());
    };
  }
}
