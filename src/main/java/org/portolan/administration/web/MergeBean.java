package org.portolan.administration.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portolan.access.WaysIn;
import org.portolan.administration.MergeDesk;
import org.portolan.administration.MergeSide;
import org.portolan.enrolment.OfferedSession;
import org.portolan.office.MandateSummary;
import org.portolan.office.web.OfficeWords;
import org.portolan.people.Lookalike;
import org.portolan.people.MergeConflict;
import org.portolan.people.MergeRefused;
import org.portolan.people.PersonFinding;
import org.portolan.people.PersonMerge;
import org.portolan.people.PersonSummary;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.Directory;

/** Choosing the other account of a person, looking at both, and making one of them. */
@Named("mergePage")
@RequestScoped
public class MergeBean {
  @Inject private PageParameters parameters;
  @Inject private PersonFinding finding;
  @Inject private PersonMerge merge;
  @Inject private MergeDesk desk;
  @Inject private OfficeWords words;
  @Inject private Directory directory;
  @Inject private Texts texts;
  @Inject private CurrentLanguage language;
  @Inject private Formats formats;

  private PersonSummary person;
  private List<Lookalike> lookalikes = List.of();
  private List<MergeSide> sides = List.of();
  private List<MergeConflict> conflicts = List.of();
  private long stays;
  private String typed = "";
  private String problem;
  private boolean unsaid;

  /** What stands in the way, in words, and where to settle it. */
  public record Obstacle(String words, String address) {}

  @PostConstruct
  void read() {
    person = finding.get(parameters.number("id", 0));
    if (!merge.may(person)) {
      throw new NotAllowed();
    }
    long other = parameters.number("with", 0);
    if (other == 0) {
      lookalikes = merge.lookalikes(person.id());
      return;
    }
    sides = desk.compare(person.id(), other, language.get());
    stays = parameters.number("stays", person.id()) == other ? other : person.id();
    conflicts = merge.conflicts(stays, goes());
  }

  private long goes() {
    return sides.stream()
        .map(side -> side.person().id())
        .filter(id -> id != stays)
        .findFirst()
        .orElse(stays);
  }

  /** Looks for the other account, or merges. */
  public void open() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    if (!((HttpServletRequest) external.getRequest()).getMethod().equals("POST")) {
      return;
    }
    if (!sides.isEmpty()) {
      merge(external);
    } else {
      find(external);
    }
  }

  private void find(ExternalContext external) throws IOException {
    String value = parameters.get("other");
    typed = value == null ? "" : value;
    try {
      PersonSummary found = merge.find(typed);
      external.redirect("/desk/persons/" + person.id() + "/merge?with=" + found.id());
    } catch (NotFound | NotAllowed nobody) {
      problem = texts.get("administration.merge.find.nobody");
    }
  }

  private void merge(ExternalContext external) throws IOException {
    if (!"yes".equals(parameters.get("merge")) || parameters.number("stays", 0) != stays) {
      // nothing of what cannot be undone is taken for granted
      unsaid = true;
      return;
    }
    try {
      merge.merge(stays, goes());
      external.redirect("/desk/persons/" + stays + "?done=merged");
    } catch (MergeRefused refused) {
      conflicts = refused.conflicts();
    }
  }

  public PersonSummary getPerson() {
    return person;
  }

  public List<Lookalike> getLookalikes() {
    return lookalikes;
  }

  public List<MergeSide> getSides() {
    return sides;
  }

  public String getTyped() {
    return typed;
  }

  public String getProblem() {
    return problem == null ? "" : problem;
  }

  /** Whether a form came that did not say that they are to be merged, and into which. */
  public boolean isUnsaid() {
    return unsaid;
  }

  public boolean stays(MergeSide side) {
    return side.person().id() == stays;
  }

  public List<Obstacle> getObstacles() {
    Map<Long, MandateSummary> offices =
        sides.stream()
            .flatMap(side -> side.offices().stream())
            .collect(Collectors.toMap(MandateSummary::id, Function.identity(), (a, b) -> a));
    return conflicts.stream()
        .map(each -> obstacle(each, each.ofOffice() ? offices.get(each.record()) : null))
        .toList();
  }

  private Obstacle obstacle(MergeConflict conflict, MandateSummary office) {
    String name = office == null ? nameOf(conflict) : words.held(office.office(), office.scope());
    return new Obstacle(
        texts.of("administration.merge.conflict." + conflict.kind(), name),
        office == null ? "" : "/desk/mandates/" + office.id());
  }

  /** What was applied for, in the reader's words; else the name that the record has. */
  private String nameOf(MergeConflict conflict) {
    return sides.stream()
        .flatMap(side -> side.applications().stream())
        .filter(each -> !conflict.ofOffice() && Long.valueOf(each.id()).equals(conflict.record()))
        .map(each -> session(each.session()))
        .findFirst()
        .orElse(String.valueOf(conflict.name()));
  }

  private String session(OfferedSession session) {
    // a title in another script keeps to itself
    return "\u2068"
        + session.title()
        + "\u2069, "
        + formats.days(session.firstDay(), session.lastDay());
  }

  public String administration(MergeSide side) {
    String code = side.person().memberCode();
    return code == null
        ? ""
        : directory.findMember(code).map(found -> found.name().in(language.get())).orElse(code);
  }

  /** How somebody signs in, in words; empty where they cannot. */
  public List<String> ways(MergeSide side) {
    WaysIn.Counts counts = side.ways();
    List<String> ways = new ArrayList<>();
    add(ways, "password", counts.passwords());
    add(ways, "app", counts.apps());
    add(ways, "passkeys", counts.passkeys());
    add(ways, "providers", counts.links());
    add(ways, "tokens", counts.tokens());
    return ways;
  }

  private void add(List<String> ways, String kind, int count) {
    if (count > 0) {
      ways.add(texts.of("administration.merge.ways." + kind, count));
    }
  }

  /** What the profile says beyond the account, in words. */
  public List<String> profile(MergeSide side) {
    return Stream.of(
            line("grade", side.profile().grade()),
            line("service", day(side.profile().inServiceSince())),
            line("since", day(side.profile().inPostSince())),
            line("supervisor", side.profile().supervisorName()))
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private String day(String typed) {
    return typed == null || typed.isBlank() ? "" : formats.date(LocalDate.parse(typed));
  }

  private String line(String kind, String value) {
    return value == null || value.isBlank()
        ? ""
        : texts.of("administration.merge.profile." + kind, value);
  }
}
