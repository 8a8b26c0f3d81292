package org.portolan.programme.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.portolan.calendar.CopyBy;
import org.portolan.calendar.InvalidPlan;
import org.portolan.calendar.NotPossible;
import org.portolan.calendar.TrainingYear;
import org.portolan.calendar.YearCopies;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.Address;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.programme.CopyRow;
import org.portolan.programme.Programmes;
import org.portolan.region.CentreSummary;

/** The page on which a centre makes drafts of what it held the year before. */
@Named("copyYear")
@RequestScoped
public class CopyYearBean {
  @Inject private PageParameters parameters;
  @Inject private Programmes programmes;
  @Inject private YearCopies copies;
  @Inject private StageWords words;
  @Inject private CurrentLanguage language;
  @Inject private Texts texts;

  private CentreSummary centre;
  private TrainingYear year;
  private CopyBy by;
  private List<CopyRow> rows;
  private Set<Long> chosen;
  private final Map<String, String> problems = new LinkedHashMap<>();

  public void open() throws IOException {
    centre = programmes.centre(String.valueOf(parameters.get("centre")));
    year = TrainingYear.read(parameters.get("year")).orElseThrow(() -> new NotFound("year"));
    String asked = parameters.get("by");
    by =
        asked == null || asked.isEmpty()
            ? CopyBy.WEEKS
            : CopyBy.of(asked).orElseThrow(() -> new NotFound("by"));
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    if (request.getMethod().equals("POST")) {
      take(external, request);
    }
    rows = programmes.copies(centre.code(), year, by, language.get());
  }

  private void take(ExternalContext external, HttpServletRequest request) throws IOException {
    chosen = numbers(request.getParameterValues("session"));
    try {
      copies.copy(centre.code(), chosen, by);
      external.redirect(
          Address.of(
              "/desk/programme",
              Map.of(
                  "centre",
                  centre.code(),
                  "year",
                  String.valueOf(year.begins()),
                  "done",
                  "copied")));
    } catch (NotPossible e) {
      problems.put("form", words.of(e));
    } catch (InvalidPlan e) {
      problems.putAll(words.of(e));
    }
  }

  private static Set<Long> numbers(String[] values) {
    Set<Long> numbers = new TreeSet<>();
    if (values != null) {
      for (String value : values) {
        if (!value.matches("\\d{1,18}")) {
          throw new NotFound("session");
        }
        numbers.add(Long.valueOf(value));
      }
    }
    return numbers;
  }

  public CentreSummary getCentre() {
    return centre;
  }

  public TrainingYear getYear() {
    return year;
  }

  public List<CopyRow> getRows() {
    return rows;
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  public String getBy() {
    return by.code();
  }

  public List<Choice> getWays() {
    return Arrays.stream(CopyBy.values())
        .map(
            each ->
                new Choice(each.code(), texts.get("programme.copy.by." + each.code()), each == by))
        .toList();
  }

  /** Everything that can be copied is, until somebody chose. */
  public boolean ticked(CopyRow row) {
    return row.copy().possible() && (chosen == null || chosen.contains(row.copy().of().id()));
  }

  /** Why there cannot be such a copy, in words. */
  public String problem(CopyRow row) {
    return texts.get(row.copy().problem());
  }
}
