package org.portolan.radar.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.portolan.calendar.web.Typed;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.Idempotency;
import org.portolan.platform.web.PageParameters;
import org.portolan.radar.InvalidTerms;
import org.portolan.radar.JointEditions;
import org.portolan.radar.JointOffer;
import org.portolan.radar.JointTerms;
import org.portolan.radar.RadarRefused;

/** The form in which drafts of several centres are proposed as one session. */
@Named("jointForm")
@RequestScoped
public class JointFormBean {
  @Inject private PageParameters parameters;
  @Inject private JointEditions editions;
  @Inject private RadarWords words;
  @Inject private CurrentLanguage language;
  @Inject private CurrentPerson me;
  @Inject private Texts texts;
  @Inject private Idempotency idempotency;

  private String region;
  private int year;
  private String finding;
  private JointOffer offer;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, String> problems = new LinkedHashMap<>();
  private String refused = "";
  private String form = UUID.randomUUID().toString();

  /** Runs before the page is shown: nothing of it may be on the way when it redirects. */
  public void open() throws IOException {
    region = parameters.get("code");
    year = (int) parameters.number("year", 0);
    finding = parameters.typed("finding");
    try {
      offer = editions.offer(region, year, finding, language.get());
    } catch (RadarRefused e) {
      refused = texts.get(e.key());
      return;
    }
    show(offer.terms());
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    if (((HttpServletRequest) external.getRequest()).getMethod().equals("POST")) {
      values.replaceAll((field, kept) -> parameters.typed(field));
      form = parameters.typed("form").isEmpty() ? form : parameters.typed("form");
      propose(external);
    }
  }

  private void show(JointTerms terms) {
    values.put("lead", terms.lead());
    values.put("other", terms.other());
    values.put("firstDay", String.valueOf(terms.firstDay()));
    values.put("lastDay", String.valueOf(terms.lastDay()));
    values.put("leadSeats", String.valueOf(terms.leadSeats()));
    values.put("otherSeats", String.valueOf(terms.otherSeats()));
    values.put("leadCost", "50");
    values.put("costWords", "");
    values.put("note", "");
  }

  private void propose(ExternalContext external) throws IOException {
    JointTerms terms = terms();
    try {
      idempotency.once(
          me.id(),
          "joint edition " + region,
          form,
          finding + terms,
          () -> String.valueOf(editions.propose(region, year, finding, terms)));
      external.redirect("/desk/joint-editions?done=proposed");
      FacesContext.getCurrentInstance().responseComplete();
    } catch (InvalidTerms e) {
      // in the order of the form
      values
          .keySet()
          .forEach(
              field -> {
                if (e.problems().containsKey(field)) {
                  problems.put(field, texts.get(e.problems().get(field)));
                }
              });
    } catch (RadarRefused e) {
      refused = texts.get(e.key());
    }
  }

  private JointTerms terms() {
    Integer cost = Typed.read(value("leadCost"), Integer::valueOf);
    return new JointTerms(
        value("lead"),
        value("other"),
        Typed.read(value("firstDay"), LocalDate::parse),
        Typed.read(value("lastDay"), LocalDate::parse),
        Typed.read(value("leadSeats"), Integer::valueOf),
        Typed.read(value("otherSeats"), Integer::valueOf),
        // what cannot be read is no open share
        cost == null && !value("leadCost").isEmpty() ? Integer.valueOf(-1) : cost,
        value("costWords"),
        value("note"));
  }

  public String value(String field) {
    return values.getOrDefault(field, "");
  }

  public JointOffer getOffer() {
    return offer;
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  public List<String> getWrong() {
    return List.copyOf(problems.keySet());
  }

  /** Why nothing can be proposed, in words, or empty. */
  public String getRefused() {
    return refused;
  }

  public String getForm() {
    return form;
  }

  public String getRegion() {
    return region;
  }

  public int getYear() {
    return year;
  }

  public String getFinding() {
    return finding;
  }

  public List<Choice> getLeads() {
    return centres("lead");
  }

  public List<Choice> getOthers() {
    return centres("other");
  }

  private List<Choice> centres(String field) {
    return offer.drafts().stream()
        .map(each -> each.facts().centreCode())
        .distinct()
        .map(centre -> new Choice(centre, words.centre(centre), centre.equals(value(field))))
        .toList();
  }
}
