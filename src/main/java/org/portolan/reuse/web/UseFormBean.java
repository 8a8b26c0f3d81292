package org.portolan.reuse.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.portolan.knowledge.PracticePlace;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.PageParameters;
import org.portolan.reuse.InvalidUse;
import org.portolan.reuse.UseReport;
import org.portolan.reuse.Uses;

/** The form by which somebody says that their administration used a practice. */
@Named("useForm")
@RequestScoped
public class UseFormBean {
  @Inject private Uses uses;
  @Inject private PageParameters parameters;
  @Inject private CurrentLanguage language;
  @Inject private Formats formats;
  @Inject private Texts texts;
  @Inject private Clock clock;

  private PracticePlace practice;
  private String problem;

  public void open() throws IOException {
    practice = uses.practice(String.valueOf(parameters.get("code")));
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    if (!((HttpServletRequest) external.getRequest()).getMethod().equals("POST")) {
      return;
    }
    try {
      uses.report(
          practice.code(),
          new UseReport(
              parameters.typed("year"), parameters.typed("month"), parameters.typed("words")),
          language.get());
      external.redirect("/knowledge/" + practice.code() + "/use?done=reported");
    } catch (InvalidUse e) {
      problem = e.problem();
    }
  }

  public PracticePlace getPractice() {
    return practice;
  }

  /** The Member for which is reported; null where the person has none. */
  public String getMember() {
    return uses.member();
  }

  /** Whether nobody of this administration can report: it has none, or the practice is its own. */
  public boolean isClosed() {
    return getMember() == null || getMember().equals(practice.memberCode());
  }

  /** The years since the practice, the latest first. */
  public List<Choice> getYears() {
    int last = LocalDate.now(clock).getYear();
    String chosen = parameters.typed("year");
    return IntStream.iterate(last, year -> year >= practice.year(), year -> year - 1)
        .mapToObj(String::valueOf)
        .map(year -> new Choice(year, year, year.equals(chosen)))
        .toList();
  }

  public List<Choice> getMonths() {
    String chosen = parameters.typed("month");
    return Stream.concat(
            Stream.of(new Choice("", texts.get("reuse.month.none"), chosen.isEmpty())),
            IntStream.rangeClosed(1, 12)
                .mapToObj(
                    month ->
                        new Choice(
                            String.valueOf(month),
                            formats.month(Month.of(month)),
                            chosen.equals(String.valueOf(month)))))
        .toList();
  }

  public String getWords() {
    return parameters.typed("words");
  }

  public int getLongest() {
    return UseReport.LONGEST;
  }

  /** The last part of a key of texts, or null. */
  public String getProblem() {
    return problem;
  }
}
