package org.portolan.knowledge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.portolan.knowledge.InvalidPractice;
import org.portolan.knowledge.KnowledgeService;
import org.portolan.knowledge.Licence;
import org.portolan.knowledge.LinkRelation;
import org.portolan.knowledge.OpenPractice;
import org.portolan.knowledge.PracticeBase;
import org.portolan.knowledge.PracticeBody;
import org.portolan.knowledge.PracticeEdit;
import org.portolan.knowledge.PracticeKind;
import org.portolan.knowledge.PracticeLink;
import org.portolan.knowledge.PracticeLinks;
import org.portolan.knowledge.PracticeStage;
import org.portolan.knowledge.Readers;
import org.portolan.knowledge.Section;
import org.portolan.knowledge.Source;
import org.portolan.people.web.HistoryLines;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.Idempotency;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.platform.web.TypedLine;
import org.portolan.region.Directory;
import org.portolan.thesaurus.ThemeNames;

/**
 * The form in which an editor writes a practice. What was typed is shown again whenever it is not
 * kept: beside what is wrong with it, or under a preview.
 */
@Named
@RequestScoped
public class PracticeFormBean {
  @Inject private KnowledgeService knowledge;
  @Inject private PageParameters parameters;
  @Inject private CurrentLanguage language;
  @Inject private Formats formats;
  @Inject private Directory directory;
  @Inject private ThemeNames themes;
  @Inject private Clock clock;
  @Inject private Idempotency idempotency;
  @Inject private CurrentPerson me;
  @Inject private HistoryLines lines;
  @Inject private PracticeParts parts;
  @Inject private SourceWords sources;
  @Inject private PracticeLinks links;
  @Inject private LinkWords linkWords;

  private String code;
  private PracticeEdit edit;
  private PracticeBase base;
  private OpenPractice opened;
  private boolean upToDate;
  private String note = "";
  private String form;
  private Set<String> regions = Set.of();
  private Map<String, String> problems = Map.of();
  private boolean preview;
  private String wanted = "";
  private List<FoundLink> found;
  private List<FormLink> formLinks;
  private boolean changed;
  private List<HistoryLines.Line> history;

  /** Runs before the page is shown: nothing of it may be on the way when it redirects. */
  public void open() throws IOException {
    regions = knowledge.ownRegions();
    code = parameters.get("code");
    ExternalContext context = FacesContext.getCurrentInstance().getExternalContext();
    if (((HttpServletRequest) context.getRequest()).getMethod().equals("POST")) {
      accept(context);
    } else {
      show(code == null ? empty() : stored(parameters.get("language")));
      upToDate = true;
      form = UUID.randomUUID().toString();
    }
  }

  private void show(OpenPractice shown) {
    opened = shown;
    base = opened.base();
    edit = opened.edit();
  }

  private void accept(ExternalContext context) throws IOException {
    Map<String, String> typed = context.getRequestParameterMap();
    edit =
        new PracticeEdit(
            typed.get("region"),
            typed.get("member"),
            typed.get("theme"),
            typed.get("year"),
            typed.get("language"),
            typed.get("title"),
            typed.get("summary"),
            new PracticeBody(
                Arrays.stream(Section.values())
                    .filter(each -> typed.containsKey(each.code()))
                    .collect(Collectors.toMap(each -> each, each -> typed.get(each.code()))),
                typed.get("body")),
            new Source(
                typed.get("licence"),
                typed.get("consentFrom"),
                typed.get("consentOn"),
                typed.get("readers")),
            TypedLinks.of(typed),
            typed.get("kind"));
    base = new PracticeBase(number(typed.get("version")), typed.get("opened"));
    opened = code == null ? empty() : stored(edit.language());
    upToDate = typed.containsKey("current");
    note = TypedLine.of(typed.get("note"));
    form = typed.get("form");
    String asked = String.valueOf(typed.get("do"));
    wanted = TypedLine.of(typed.get("wanted"));
    if (asked.equals("preview")) {
      preview = true;
      return;
    }
    if (asked.equals("find") || asked.equals("template") || TypedLinks.changing(typed)) {
      return;
    }
    try {
      boolean handIn = asked.equals("hand-in");
      // enter, where it is pressed in a field of one line
      if (!handIn && !asked.equals("save") && !asked.equals("enter")) {
        throw new NotFound("a button " + asked);
      }
      code =
          idempotency.once(
              me.id(),
              code == null ? "new practice" : "practice " + code,
              form,
              asked + base + edit + upToDate + note,
              () -> keep(handIn));
      context.redirect(
          handIn
              ? "/desk/practices/" + encoded(code) + "/versions?done=handed-in"
              : knowledge.similar(code, language.get()).isEmpty()
                  ? "/desk/practices?done=saved"
                  : "/desk/practices/" + encoded(code) + "/versions?done=saved");
      FacesContext.getCurrentInstance().responseComplete();
    } catch (InvalidPractice e) {
      problems = e.problems();
    } catch (ChangedMeanwhile e) {
      changed = true;
      // whoever has been told and saves again has decided
      base = new PracticeBase(stored(base.language()).base().version(), base.language());
    }
  }

  private String keep(boolean handIn) throws InvalidPractice {
    if (code == null) {
      return handIn ? knowledge.draftAndHandIn(edit, note) : knowledge.draft(edit);
    }
    if (handIn) {
      knowledge.handIn(code, base, edit, upToDate, note);
    } else {
      knowledge.save(code, base, edit, upToDate);
    }
    return code;
  }

  /** A number that was sent along with the form; what is none stands for no version at all. */
  private static int number(String sent) {
    return sent != null && sent.matches("\\d{1,9}") ? Integer.parseInt(sent) : -1;
  }

  private OpenPractice stored(String language) {
    String wanted = Language.of(String.valueOf(language)).map(Language::code).orElse(null);
    return knowledge.open(code, wanted);
  }

  private OpenPractice empty() {
    String own = regions.size() == 1 ? regions.iterator().next() : "";
    String year = String.valueOf(Year.now(clock).getValue());
    return new OpenPractice(
        new PracticeBase(0, language.getCode()),
        new PracticeEdit(
            own,
            null,
            "",
            year,
            language.getCode(),
            "",
            "",
            new PracticeBody(Map.of(), ""),
            Source.UNKNOWN,
            List.of(),
            PracticeKind.of(parameters.get("kind")).map(PracticeKind::code).orElse("")),
        false,
        PracticeStage.NONE,
        "",
        false,
        false);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** What was typed to find something to connect it to. */
  public String getWanted() {
    return wanted;
  }

  /** What may be connected; null where nothing was looked for. */
  public List<FoundLink> getFound() {
    if (found == null && !wanted.isEmpty()) {
      found =
          links.find(wanted, language.get(), code).stream()
              .filter(each -> edit.links().stream().noneMatch(link -> same(link, each.link())))
              .map(
                  each ->
                      new FoundLink(
                          each.link().kind().code() + " " + each.link().target(),
                          linkWords.row(each)))
              .toList();
    }
    return found;
  }

  private static boolean same(PracticeLink one, PracticeLink other) {
    return one.kind() == other.kind() && one.target().equals(other.target());
  }

  /** What it is connected to, in the order of the form. */
  public List<FormLink> getLinks() {
    if (formLinks == null) {
      formLinks =
          links.all(edit.links(), language.get()).stream()
              .map(
                  each ->
                      new FormLink(
                          each.link(),
                          linkWords.row(each),
                          each.broken(),
                          LinkRelation.to(each.link().kind()).stream()
                              .map(
                                  relation ->
                                      new org.portolan.platform.web.Choice(
                                          relation.code(),
                                          linkWords.relation(relation),
                                          relation == each.link().relation()))
                              .toList()))
              .toList();
    }
    return formLinks;
  }

  /** One link in the form, with what else it could be. */
  public record FormLink(
      PracticeLink link,
      LinkRow row,
      boolean broken,
      List<org.portolan.platform.web.Choice> relations) {}

  /** Something that may be connected: its value in the form, and what it is. */
  public record FoundLink(String value, LinkRow row) {}

  /** What was done to the practice; empty for a new one. */
  public List<HistoryLines.Line> getHistory() {
    if (history == null) {
      history = code == null ? List.of() : lines.of(knowledge.history(code));
    }
    return history;
  }

  public String getCode() {
    return code;
  }

  public PracticeEdit getEdit() {
    return edit;
  }

  /** As it stands now. */
  public OpenPractice getOpened() {
    return opened;
  }

  /** Whether it was handed in, so that nobody writes on it. */
  public boolean isInReview() {
    return opened.stage() == PracticeStage.REVIEW;
  }

  public boolean isUpToDate() {
    return upToDate;
  }

  public String getNote() {
    return note;
  }

  public PracticeBase getBase() {
    return base;
  }

  /** What this form is called, so that sent twice it is taken once. */
  public String getForm() {
    return form;
  }

  /** Whether somebody else changed the practice while it was being written on. */
  public boolean isChanged() {
    return changed;
  }

  /** Whether the language was chosen of a text that is there and was not opened. */
  public boolean isHiding() {
    return "language.exists".equals(problems.get("language"));
  }

  public boolean isPreview() {
    return preview;
  }

  public boolean wrong(String field) {
    return problems.containsKey(field);
  }

  /** Key of the message beside a field. */
  public String problem(String field) {
    return "knowledge.error." + problems.get(field);
  }

  /** Fields that are wrong, in the order of the form. */
  public List<String> getProblems() {
    return List.copyOf(problems.keySet());
  }

  public List<Choice> getRegions() {
    return directory.regions().stream()
        .filter(region -> regions.contains(region.code()))
        .map(region -> new Choice(region.code(), region.name().in(language.get())))
        .toList();
  }

  public List<Choice> getMembers() {
    return directory.members().stream()
        .filter(member -> regions.contains(member.regionCode()))
        .map(member -> new Choice(member.code(), member.name().in(language.get())))
        .sorted(java.util.Comparator.comparing(Choice::label, collator()))
        .toList();
  }

  private java.util.Comparator<Object> collator() {
    return java.text.Collator.getInstance(language.get().locale());
  }

  public List<Choice> getThemes() {
    return themes.codes().stream()
        .map(each -> new Choice(each, themes.in(language.get(), each)))
        .toList();
  }

  public List<Choice> getLanguages() {
    return Arrays.stream(Language.values())
        .map(each -> new Choice(each.code(), formats.languageName(each.code())))
        .toList();
  }

  /** What the practice may tell of. */
  public List<org.portolan.platform.web.Choice> getKinds() {
    return Arrays.stream(PracticeKind.values())
        .map(
            each ->
                new org.portolan.platform.web.Choice(
                    each.code(),
                    Texts.text(language.get(), "knowledge.kind." + each.code()),
                    each.code().equals(edit.kind())))
        .toList();
  }

  /** What a section is called, after the kind. */
  public String heading(Section section) {
    return SectionWords.heading(edit.kind(), section, language.get());
  }

  /** What belongs there, after the kind; said beside the field and never kept. */
  public String guidance(Section section) {
    return SectionWords.guidance(edit.kind(), section, language.get());
  }

  /** The sections to write. */
  public Section[] getSections() {
    return Section.values();
  }

  /** What is written, as it will be read. */
  public List<PracticePart> getParts() {
    return parts.of(edit.body(), edit.kind(), edit.language());
  }

  public List<org.portolan.platform.web.Choice> getLicences() {
    return Arrays.stream(Licence.values())
        .map(
            each ->
                new org.portolan.platform.web.Choice(
                    each.code(), sources.name(each), each.code().equals(edit.source().licence())))
        .toList();
  }

  /** For whom it may be. */
  public List<org.portolan.platform.web.Choice> getReaders() {
    return Arrays.stream(Readers.values())
        .map(
            each ->
                new org.portolan.platform.web.Choice(
                    each.code(),
                    sources.readers(each),
                    each.code().equals(edit.source().readers())))
        .toList();
  }

  /** Direction of the language that is being written. */
  public String getDirection() {
    return Language.of(edit.language()).map(Language::direction).orElse("ltr");
  }
}
