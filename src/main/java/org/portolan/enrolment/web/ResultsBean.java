package org.portolan.enrolment.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.portolan.completion.CompletionResult;
import org.portolan.enrolment.ApplicationSummary;
import org.portolan.enrolment.EnrolmentRefused;
import org.portolan.enrolment.KnownAttendance;
import org.portolan.enrolment.ResultList;
import org.portolan.enrolment.SessionResults;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.Directory;

/** The page on which a centre says who completed a session. */
@Named("resultsPage")
@RequestScoped
public class ResultsBean {
  private static final String OF = "result-";

  @Inject private PageParameters parameters;
  @Inject private SessionResults results;
  @Inject private Directory directory;
  @Inject private CurrentLanguage language;
  @Inject private Texts texts;

  private ResultList list;
  private Map<Long, CompletionResult> typed = Map.of();
  private String trouble;

  public void open() throws IOException {
    long id = parameters.number("id", 0);
    if (id == 0) {
      throw new NotFound("session");
    }
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    if (((HttpServletRequest) external.getRequest()).getMethod().equals("POST")) {
      typed = typed(external.getRequestParameterMap());
      try {
        results.mark(id, typed);
        external.redirect("/desk/centre/session/" + id + "/results?done=saved");
        return;
      } catch (EnrolmentRefused refused) {
        trouble = refused.type();
      }
    }
    list = results.find(id, language.get());
  }

  private static Map<Long, CompletionResult> typed(Map<String, String> sent) {
    Map<Long, CompletionResult> typed = new HashMap<>();
    sent.forEach(
        (name, value) -> {
          if (name.matches(OF + "\\d{1,18}")) {
            CompletionResult.of(value)
                .ifPresent(
                    result -> typed.put(Long.parseLong(name.substring(OF.length())), result));
          }
        });
    return typed;
  }

  public ResultList getList() {
    return list;
  }

  public boolean isSaved() {
    return "saved".equals(parameters.get("done"));
  }

  public String getTrouble() {
    return trouble;
  }

  public String administration(ApplicationSummary application) {
    String code = application.memberCode();
    return code == null
        ? ""
        : directory.findMember(code).map(found -> found.name().in(language.get())).orElse(code);
  }

  public List<Choice> choices(ApplicationSummary application) {
    Optional<CompletionResult> likely = list.likely(application.personId());
    CompletionResult chosen = typed.getOrDefault(application.personId(), likely.orElse(null));
    Stream<Choice> none =
        likely.isEmpty()
            ? Stream.of(new Choice("", texts.get("enrolment.results.none"), chosen == null))
            : Stream.empty();
    return Stream.concat(
            none,
            Arrays.stream(CompletionResult.values())
                .map(
                    result ->
                        new Choice(
                            result.code(),
                            texts.word("enrolment.result", result.code()),
                            result == chosen)))
        .toList();
  }

  /** How much somebody was there for, in words; null where that is not known. */
  public String attended(ApplicationSummary application) {
    KnownAttendance.Attended known = list.attended().get(application.personId());
    return known == null
        ? null
        : texts.of2("enrolment.results.attended", known.halves(), known.all());
  }

  public boolean isKept(ApplicationSummary application) {
    return list.results().containsKey(application.personId());
  }
}
