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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portolan.office.Appointment;
import org.portolan.office.Appointments;
import org.portolan.office.MandateDetail;
import org.portolan.office.MandateRefused;
import org.portolan.office.MandateSummary;
import org.portolan.office.Mandates;
import org.portolan.office.Office;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.PageParameters;

/**
 * The form with which somebody is appointed: first the office is chosen, then the body, the person
 * and the days. Opened from a mandate, it appoints a deputy to its holder.
 */
@Named
@RequestScoped
public class AppointBean {
  @Inject private PageParameters parameters;
  @Inject private Mandates mandates;
  @Inject private Appointments appointments;
  @Inject private OfficeWords words;
  @Inject private Texts texts;
  @Inject private Clock clock;

  private final Map<String, String> problems = new LinkedHashMap<>();
  private Map<Office, Set<String>> appointable = Map.of();
  private MandateSummary principal;
  private Office office;
  private String body;
  private String email;
  private String from;
  private String to;
  private MandateSummary other;

  public void open() throws IOException {
    long holder = parameters.number("deputy_for", 0);
    if (holder > 0) {
      MandateDetail asked = mandates.get(holder);
      if (asked.mandate().deputy()) {
        other = asked.mandate();
        problems.put("office", texts.get("office.refused.mandate-deputy-of-deputy"));
        appointable = mandates.appointable();
        return;
      }
      if (!asked.deputable()) {
        throw new NotAllowed();
      }
      principal = asked.mandate();
      office = principal.office();
      body = principal.scope().code();
    } else {
      appointable = mandates.appointable();
      if (appointable.isEmpty()) {
        throw new NotAllowed();
      }
      String asked = parameters.get("office");
      office = asked == null ? null : Office.find(asked).orElse(null);
      if (office != null && !appointable.containsKey(office)) {
        office = null;
      }
      body = parameters.get("body");
    }
    email = parameters.get("email");
    from = parameters.get("from");
    to = parameters.get("to");
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    if (((HttpServletRequest) external.getRequest()).getMethod().equals("POST")) {
      appoint(external);
    } else if (from == null) {
      from = LocalDate.now(clock).toString();
    }
  }

  private void appoint(ExternalContext external) throws IOException {
    LocalDate first = day("from", from);
    LocalDate last = to == null ? null : day("to", to);
    if (office == null) {
      problems.put("office", texts.get("office.problem.office"));
    }
    if (body == null) {
      problems.put("body", texts.get("office.problem.body"));
    }
    if (email == null) {
      problems.put("email", texts.get("office.problem.email"));
    }
    if (!problems.isEmpty()) {
      return;
    }
    try {
      appointments.appoint(
          new Appointment(
              office,
              new Scope(office.kind(), body),
              email,
              first,
              last,
              principal == null ? null : principal.id()));
      external.redirect("/desk/mandates?done=appointed");
    } catch (MandateRefused refused) {
      other = refused.other().orElse(null);
      problems.put(field(refused.kind()), texts.get("office.refused." + refused.kind().type()));
    }
  }

  private LocalDate day(String field, String typed) {
    try {
      return LocalDate.parse(typed == null ? "" : typed);
    } catch (DateTimeException e) {
      problems.put(field, texts.get("office.problem.day"));
      return null;
    }
  }

  /** The field of the form that a refusal is about. */
  static String field(MandateRefused.Kind kind) {
    return switch (kind) {
      case REVERSED, ENDS_IN_PAST, OUTSIDE_PRINCIPAL -> "to";
      case OUT_OF_RANGE, TAKEN, OVER, BEGINS_IN_PAST, AFTER_END, HANDED_ALREADY -> "from";
      case STRANGE_SCOPE -> "body";
      case HELD_ALREADY, DEPUTY_OF_DEPUTY, OWN_DEPUTY, NO_PERSON -> "email";
    };
  }

  public List<Choice> getOffices() {
    return appointable.keySet().stream()
        .map(each -> new Choice(each.code(), words.office(each), each == office))
        .toList();
  }

  public List<Choice> getBodies() {
    return office == null || principal != null
        ? List.of()
        : appointable.get(office).stream()
            .map(
                code ->
                    new Choice(code, words.body(new Scope(office.kind(), code)), code.equals(body)))
            .sorted(Comparator.comparing(Choice::label))
            .toList();
  }

  /** Whether the office is held for the platform, of which there is one. */
  public boolean isEverywhere() {
    return office != null && office.kind() == Scope.Kind.PLATFORM;
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  /** The mandate that stands against what was asked, or null. */
  public MandateSummary getOther() {
    return other;
  }

  /** Whose deputy is appointed, or null. */
  public MandateSummary getPrincipal() {
    return principal;
  }

  public Office getOffice() {
    return office;
  }

  public String getEmail() {
    return email;
  }

  public String getFrom() {
    return from;
  }

  public String getTo() {
    return to;
  }
}
