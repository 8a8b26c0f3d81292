package org.portolan.office.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.portolan.office.Appointments;
import org.portolan.office.Handover;
import org.portolan.office.Handovers;
import org.portolan.office.MandateDetail;
import org.portolan.office.MandateRefused;
import org.portolan.office.MandateSummary;
import org.portolan.office.Mandates;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;

/** The page of one mandate: its days, its deputies, and handing it over. */
@Named
@RequestScoped
public class MandateBean {
  @Inject private PageParameters parameters;
  @Inject private Mandates mandates;
  @Inject private Appointments appointments;
  @Inject private Handovers handovers;
  @Inject private Texts texts;
  @Inject private Clock clock;

  private final Map<String, String> problems = new LinkedHashMap<>();
  private MandateDetail detail;
  private MandateSummary other;
  private String act;
  private boolean changed;

  public void open() throws IOException {
    long id = parameters.number("id", 0);
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    act = parameters.get("act");
    if (((HttpServletRequest) external.getRequest()).getMethod().equals("POST")) {
      take(id, external);
    }
    if (!FacesContext.getCurrentInstance().getResponseComplete()) {
      detail = mandates.get(id);
    }
  }

  private void take(long id, ExternalContext external) throws IOException {
    int version = (int) parameters.number("version", -1);
    try {
      switch (String.valueOf(act)) {
        case "end" -> {
          appointments.endNow(id, version);
          external.redirect("/desk/mandates?done=ended");
        }
        case "change" -> {
          LocalDate last = day("to", true);
          if (problems.isEmpty()) {
            appointments.changeEnd(id, version, last);
            external.redirect("/desk/mandates?done=changed");
          }
        }
        case "hand" -> hand(id, version, external);
        default -> throw new NotFound("an act of that name");
      }
    } catch (MandateRefused refused) {
      other = refused.other().orElse(null);
      problems.put(
          act + "." + AppointBean.field(refused.kind()),
          texts.get("office.refused." + refused.kind().type()));
    } catch (ChangedMeanwhile e) {
      changed = true;
    }
  }

  private void hand(long id, int version, ExternalContext external) throws IOException {
    LocalDate first = day("from", false);
    LocalDate last = day("until", true);
    String email = parameters.get("email");
    if (email == null) {
      problems.put("hand.email", texts.get("office.problem.email"));
    }
    long grace =
        parameters.get("grace") == null ? Handover.USUAL_GRACE : parameters.number("grace", -1);
    if (grace < 0 || grace > Handover.LONGEST_GRACE) {
      problems.put("hand.grace", texts.of("office.problem.grace", Handover.LONGEST_GRACE));
    }
    if (problems.isEmpty()) {
      handovers.handOver(id, version, new Handover(email, first, last, (int) grace));
      external.redirect("/desk/mandates?done=handed");
    }
  }

  private LocalDate day(String name, boolean optional) {
    String typed = parameters.get(name);
    try {
      return optional && typed == null ? null : LocalDate.parse(typed == null ? "" : typed);
    } catch (DateTimeException e) {
      problems.put(
          act + "." + (name.equals("until") ? "to" : name), texts.get("office.problem.day"));
      return null;
    }
  }

  public MandateDetail getDetail() {
    return detail;
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  public String problem(String field) {
    return problems.get(field);
  }

  /** The mandate that stands against what was asked, or null. */
  public MandateSummary getOther() {
    return other;
  }

  /** Which of the forms was sent, or null. */
  public String getAct() {
    return act;
  }

  /** Whether somebody else changed the mandate meanwhile. */
  public boolean isChanged() {
    return changed;
  }

  /** What was typed into a field of the form that was sent, or what it begins with. */
  public String typed(String form, String field, Object otherwise) {
    String typed = form.equals(act) ? parameters.get(field) : null;
    return typed != null ? typed : otherwise == null ? "" : otherwise.toString();
  }

  public String getToday() {
    return LocalDate.now(clock).toString();
  }

  public int getUsualGrace() {
    return Handover.USUAL_GRACE;
  }
}
