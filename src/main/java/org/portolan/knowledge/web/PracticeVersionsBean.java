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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portolan.knowledge.FieldDifference;
import org.portolan.knowledge.InvalidPractice;
import org.portolan.knowledge.KeptVersion;
import org.portolan.knowledge.KnowledgeService;
import org.portolan.knowledge.PracticeStage;
import org.portolan.knowledge.PracticeStanding;
import org.portolan.knowledge.PracticeWorkflow;
import org.portolan.knowledge.SimilarPractice;
import org.portolan.knowledge.VersionText;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.platform.web.TypedLine;

/**
 * The way of a practice for its editors: what waits for a decision, its versions, what is otherwise
 * in one than in another, and what can be done with it.
 */
@Named
@RequestScoped
public class PracticeVersionsBean {
  /** What is being written, among the versions to choose from. */
  private static final String WORK = "work";

  private static final Set<String> DONE =
      Set.of(
          "saved",
          "handed-in",
          "published",
          "sent-back",
          "taken-back",
          "discarded",
          "restored",
          "confirmed",
          "archived",
          "reopened");

  @Inject private KnowledgeService knowledge;
  @Inject private PracticeWorkflow workflow;
  @Inject private PageParameters parameters;
  @Inject private PracticeParts parts;
  @Inject private CurrentLanguage language;
  @Inject private Formats formats;
  @Inject private Texts texts;

  private String code;
  private PracticeStanding standing;
  private List<SimilarPractice> similar = List.of();
  private Map<String, String> problems = Map.of();
  private Map<String, String> typed = Map.of();
  private boolean changed;
  private String from;
  private String to;
  private List<FieldDifference> differences;
  private List<VersionText> read;

  /** Runs before the page is shown: nothing of it may be on the way when it redirects. */
  public void open() throws IOException {
    code = parameters.get("code");
    ExternalContext context = FacesContext.getCurrentInstance().getExternalContext();
    if (((HttpServletRequest) context.getRequest()).getMethod().equals("POST")) {
      typed = context.getRequestParameterMap();
      if (act(context)) {
        return;
      }
    }
    standing = workflow.standing(code, language.get());
    similar = knowledge.similar(code, language.get());
    choose();
  }

  private boolean act(ExternalContext context) throws IOException {
    try {
      String done = done(String.valueOf(typed.get("do")), number(typed.get("version")));
      context.redirect(
          done.equals("restored")
              ? "/desk/practices/" + encoded(code)
              : "/desk/practices/" + encoded(code) + "/versions?done=" + done);
      FacesContext.getCurrentInstance().responseComplete();
      return true;
    } catch (InvalidPractice e) {
      problems = e.problems();
    } catch (ChangedMeanwhile e) {
      changed = true;
    }
    return false;
  }

  /** Does what a button says, and gives the word for what was done. */
  private String done(String asked, int version) throws InvalidPractice {
    switch (asked) {
      case "approve" -> {
        workflow.approve(code, version);
        return "published";
      }
      case "send-back" -> {
        workflow.sendBack(code, version, words(typed.get("words")));
        return "sent-back";
      }
      case "take-back" -> {
        workflow.takeBack(code, version);
        return "taken-back";
      }
      case "discard" -> {
        workflow.discard(code, version);
        return "discarded";
      }
      case "restore" -> {
        workflow.restore(code, version, number(typed.get("edition")));
        return "restored";
      }
      case "confirm" -> {
        workflow.holdGood(code, version, number(typed.get("months")));
        return "confirmed";
      }
      case "archive" -> {
        workflow.archive(code, version, TypedLine.of(typed.get("successor")));
        return "archived";
      }
      case "reopen" -> {
        workflow.reopen(code, version);
        return "reopened";
      }
      default -> throw new NotFound("a button " + asked);
    }
  }

  /** What is shown beside each other: unless something is chosen, what was written lately. */
  private void choose() {
    Map<String, String> choices = choices();
    List<String> values = new ArrayList<>(choices.keySet());
    to = parameters.get("to");
    from = parameters.get("from");
    if (to == null || !choices.containsKey(to)) {
      to = values.isEmpty() ? null : values.get(0);
    }
    if (from == null || !choices.containsKey(from)) {
      from = values.size() > 1 ? values.get(1) : null;
    }
    if (from != null && !from.equals(to)) {
      differences = workflow.difference(code, edition(from), edition(to));
    }
    String wanted = parameters.get("read");
    if (wanted != null && choices.containsKey(wanted)) {
      read = workflow.read(code, edition(wanted));
    }
  }

  private Map<String, String> choices() {
    Map<String, String> choices = new LinkedHashMap<>();
    if (standing.stage() != PracticeStage.NONE) {
      choices.put(WORK, texts.get("knowledge.way.work"));
    }
    for (KeptVersion each : standing.versions()) {
      choices.put(
          String.valueOf(each.edition()),
          texts.of2("knowledge.way.version", each.edition(), day(each)));
    }
    return choices;
  }

  private String day(KeptVersion version) {
    return formats.date(version.publishedAt().atZone(ZoneOffset.UTC).toLocalDate());
  }

  private static Integer edition(String choice) {
    return choice.equals(WORK) ? null : Integer.valueOf(choice);
  }

  private static int number(String sent) {
    return sent != null && sent.strip().matches("\\d{1,9}") ? Integer.parseInt(sent.strip()) : -1;
  }

  private static String words(String sent) {
    return sent == null ? "" : sent.replace("\r\n", "\n").strip();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  public PracticeStanding getStanding() {
    return standing;
  }

  /** Published practices that are much like it. */
  public List<SimilarPractice> getSimilar() {
    return similar;
  }

  /** What was just done, told after the redirect that follows a form. */
  public String getDone() {
    String done = parameters.get("done");
    return done != null && DONE.contains(done) ? done : null;
  }

  public boolean isChanged() {
    return changed;
  }

  public boolean wrong(String field) {
    return problems.containsKey(field);
  }

  /** Key of the message beside a field. */
  public String problem(String field) {
    return "knowledge.error." + problems.get(field);
  }

  /** What was typed into a field that is shown again. */
  public String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  public String getMonths() {
    return typed.getOrDefault("months", String.valueOf(standing.reviewMonths()));
  }

  public String getSubmitted() {
    return standing.submittedAt() == null ? "" : formats.moment(standing.submittedAt(), "UTC");
  }

  public String published(KeptVersion version) {
    return formats.moment(version.publishedAt(), "UTC");
  }

  public String getReviewOn() {
    return standing.reviewOn() == null ? "" : formats.date(standing.reviewOn());
  }

  /** In which of its ways the practice is, as the last part of a key of texts. */
  public String getWay() {
    if (standing.state().equals("archived")) {
      return "archived";
    }
    return switch (standing.stage()) {
      case NONE -> "published";
      case WRITING -> standing.state().equals("draft") ? "draft" : "changing";
      case REVIEW -> "review";
      case SENT_BACK -> "sent-back";
    };
  }

  public boolean isShown() {
    return standing.state().equals("published");
  }

  public List<Choice> getFroms() {
    return options(from);
  }

  public List<Choice> getTos() {
    return options(to);
  }

  private List<Choice> options(String chosen) {
    return choices().entrySet().stream()
        .map(each -> new Choice(each.getKey(), each.getValue(), each.getKey().equals(chosen)))
        .toList();
  }

  /** Whether there are two of which something may differ. */
  public boolean isComparable() {
    return choices().size() > 1;
  }

  /** Fields that differ; null where nothing is held against each other. */
  public List<FieldDifference> getDifferences() {
    return differences;
  }

  public String field(FieldDifference difference) {
    String name = texts.get("audit.field." + difference.field());
    return difference.language() == null
        ? name
        : name + " · " + formats.languageName(difference.language());
  }

  /** What a version says that was chosen to be read; null where none was. */
  public List<VersionText> getRead() {
    return read;
  }

  public List<PracticePart> parts(VersionText text) {
    return parts.of(text.body(), text.kind(), text.language());
  }
}
