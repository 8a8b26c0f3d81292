package org.portolan.administration.web;

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
import java.util.function.Predicate;
import org.portolan.people.web.HistoryLines;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.platform.web.TypedLine;
import org.portolan.region.BodyKind;
import org.portolan.region.Directory;
import org.portolan.region.InvalidReference;
import org.portolan.region.ReferenceData;
import org.portolan.region.ReferenceKind;
import org.portolan.region.ReferenceRecord;
import org.portolan.region.ViceChair;

/** The form of one record of the reference data; of a new one, where its code is "new". */
@Named("referenceForm")
@RequestScoped
public class ReferenceFormBean {
  private static final String NEW = "new";

  @Inject private PageParameters parameters;
  @Inject private ReferenceData data;
  @Inject private Directory directory;
  @Inject private HistoryLines lines;
  @Inject private CurrentLanguage language;
  @Inject private Formats formats;
  @Inject private Texts texts;

  private ReferenceKind kind;
  private String code;
  private int version;
  private Map<String, String> values = new HashMap<>();
  private Map<String, String> problems = Map.of();
  private ViceChair overlapped;
  private String heading;
  private boolean changed;
  private List<HistoryLines.Line> history;

  /** Runs before the page is shown: nothing of it may be on the way when it redirects. */
  public void open() throws IOException {
    data.requireEditor();
    String asked = String.valueOf(parameters.get("of"));
    kind = ReferenceKind.of(asked).orElseThrow(() -> new NotFound("reference data " + asked));
    code = String.valueOf(parameters.get("code"));
    if (isNew() && !kind.grows()) {
      throw new NotFound("a new " + asked);
    }
    ReferenceRecord kept = isNew() ? null : data.get(kind, code);
    heading = kept == null ? "" : nameOf(kept);
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    if (((HttpServletRequest) external.getRequest()).getMethod().equals("POST")) {
      accept(external, kept);
    } else if (kept != null) {
      values.putAll(kept.values());
      version = kept.version();
    }
  }

  private void accept(ExternalContext external, ReferenceRecord kept) throws IOException {
    kind.fields().forEach(field -> values.put(field, typed(external, field)));
    if (kept != null && kind == ReferenceKind.BODY) {
      // what a body is does not change
      values.put("kind", kept.values().get("kind"));
    }
    String[] languages = external.getRequestParameterValuesMap().get("languages");
    if (kind.fields().contains("languages")) {
      values.put("languages", languages == null ? "" : String.join(" ", languages));
    }
    values.put("code", typed(external, "code.new"));
    version = (int) parameters.number("version", -1);
    try {
      if (isNew()) {
        data.add(kind, values.get("code"), values);
      } else {
        data.save(new ReferenceRecord(kind, code, version, values));
      }
      external.redirect("/desk/reference?of=" + kind.code() + "&done=saved");
      FacesContext.getCurrentInstance().responseComplete();
    } catch (InvalidReference e) {
      problems = e.problems();
      overlapped = e.overlapped();
    } catch (ChangedMeanwhile e) {
      changed = true;
      // whoever has been told and saves again has decided
      version = isNew() ? 0 : data.get(kind, code).version();
    }
  }

  private static String typed(ExternalContext external, String field) {
    return TypedLine.of(external.getRequestParameterMap().get(field));
  }

  public ReferenceKind getKind() {
    return kind;
  }

  public String getCode() {
    return code;
  }

  /** What it is called now, whatever is typed; empty for a new one. */
  public String getHeading() {
    return heading;
  }

  private String nameOf(ReferenceRecord kept) {
    Map<String, String> known = kept.values();
    if (kind.named()) {
      return known.get("name." + language.get().code());
    }
    return directory
            .findMember(known.get("member"))
            .map(member -> member.name().in(language.get()))
            .orElse(known.get("member"))
        + " · "
        + directory
            .findRegion(known.get("region"))
            .map(region -> region.name().in(language.get()))
            .orElse(known.get("region"));
  }

  public boolean isNew() {
    return NEW.equals(code);
  }

  public int getVersion() {
    return version;
  }

  /** Whether somebody else changed it while it was being written on. */
  public boolean isChanged() {
    return changed;
  }

  public boolean has(String field) {
    return kind.fields().contains(field);
  }

  public String value(String field) {
    return values.getOrDefault(field, "");
  }

  /** What is wrong with a field, in words; empty where nothing is. */
  public String problem(String field) {
    String problem = problems.get(field);
    if (problem == null) {
      return "";
    }
    return overlapped == null
        ? texts.get("region.problem." + problem)
        : texts.of2(
            "region.problem." + problem,
            directory.findMember(overlapped.memberCode()).orElseThrow().name().in(language.get()),
            overlapped.since());
  }

  public List<String> getWrong() {
    return List.copyOf(problems.keySet());
  }

  /** The word of a field; a name has one for each language. */
  public String label(String field) {
    return field.startsWith("name.")
        ? texts.of("region.field.name", formats.languageName(field.substring("name.".length())))
        : texts.get(
            "region.field."
                + (field.equals("since") && kind == ReferenceKind.VICE_CHAIR ? "begins" : field));
  }

  public List<String> getNames() {
    return kind.named()
        ? Arrays.stream(Language.values()).map(each -> "name." + each.code()).toList()
        : List.of();
  }

  public String languageOf(String name) {
    return name.substring("name.".length());
  }

  public List<Choice> getKinds() {
    return Arrays.stream(BodyKind.values())
        .map(
            each ->
                new Choice(
                    each.code(),
                    texts.get("region.kind." + each.code()),
                    each.code().equals(value("kind"))))
        .toList();
  }

  public List<Choice> getRegions() {
    return directory.regions().stream()
        .map(
            each ->
                new Choice(
                    each.code(),
                    each.name().in(language.get()),
                    each.code().equals(value("region"))))
        .toList();
  }

  public List<Choice> getMembers() {
    return directory.members().stream()
        .map(
            each ->
                new Choice(
                    each.code(),
                    each.name().in(language.get()),
                    each.code().equals(value("member"))))
        .sorted(Comparator.comparing(Choice::label))
        .toList();
  }

  public List<Choice> getLanguages() {
    Predicate<String> chosen = List.of(value("languages").split(" "))::contains;
    return Arrays.stream(Language.values())
        .map(
            each ->
                new Choice(
                    each.code(), formats.languageName(each.code()), chosen.test(each.code())))
        .toList();
  }

  /** Where readers see it; empty for a new one. */
  public String getPage() {
    if (isNew()) {
      return "";
    }
    return switch (kind) {
      case MEMBER -> "/regions/member/" + code;
      case BODY -> "/regions/body/" + code;
      case VICE_CHAIR -> "/regions/" + value("region");
    };
  }

  /** What was done to it here; empty for a new one. */
  public List<HistoryLines.Line> getHistory() {
    if (history == null) {
      history = isNew() ? List.of() : lines.of(data.history(kind, code));
    }
    return history;
  }
}
