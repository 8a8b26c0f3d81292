package org.portolan.enrolment.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portolan.enrolment.ApplicationSummary;
import org.portolan.enrolment.EnrolmentRefused;
import org.portolan.enrolment.SeatDesk;
import org.portolan.enrolment.SeatPlan;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;
import org.portolan.region.Directory;
import org.portolan.seat.ApplicationState;
import org.portolan.seat.SeatRefused;
import org.portolan.seat.SeatRules;
import org.portolan.seat.WhatIf;

/** The page on which a centre sees who has the seats of a session, and gives them by rules. */
@Named
@RequestScoped
public class SeatsBean {
  private static final Set<String> DONE = Set.of("saved", "offered", "moved");

  @Inject private SeatDesk desk;
  @Inject private Directory directory;
  @Inject private CurrentLanguage language;

  private SeatPlan plan;
  private RulesForm form;
  private WhatIf tried;
  private String trouble;
  private boolean changed;
  private String done;
  private long touched;
  private String reason = "";
  private String reasonError;

  public void open() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    String number = request.getParameter("id");
    if (number == null || !number.matches("\\d{1,18}")) {
      throw new NotFound("session");
    }
    long id = Long.parseLong(number);
    plan = desk.find(id, language.get());
    form = RulesForm.of(plan.rules(), plan.session().zone());
    String message = request.getParameter("done");
    done = message != null && DONE.contains(message) ? message : null;
    if (request.getMethod().equals("POST")) {
      String did = act(id, request);
      if (did != null) {
        external.redirect("/desk/centre/session/" + id + "/seats?done=" + did);
        return;
      }
      plan = desk.find(id, language.get());
    }
  }

  /** Does what was asked for; null where the page is to be shown again. */
  private String act(long id, HttpServletRequest request) {
    touched = number(request.getParameter("application"));
    String typed = request.getParameter("reason");
    reason = typed == null ? "" : typed;
    try {
      switch (String.valueOf(request.getParameter("act"))) {
        case "try", "save" -> {
          return rule(id, request);
        }
        case "offer" -> {
          desk.offer(touched, reason);
          return "offered";
        }
        case "move" -> {
          desk.move(touched, number(request.getParameter("before")), reason);
          return "moved";
        }
        default -> throw new NotFound("an act of that name");
      }
    } catch (ChangedMeanwhile e) {
      changed = true;
    } catch (SeatRefused refused) {
      trouble = refused.type();
    } catch (EnrolmentRefused refused) {
      switch (refused.kind()) {
        case REASON_NEEDED, TOO_LONG -> reasonError = refused.type();
        default -> trouble = refused.type();
      }
    }
    return null;
  }

  private String rule(long id, HttpServletRequest request) {
    form = RulesForm.typed(request::getParameter);
    SeatRules rules = form.rules(plan.rules(), plan.session().zone(), new KnownGroups(directory));
    if (rules == null) {
      return null;
    }
    if ("try".equals(request.getParameter("act"))) {
      tried = desk.tryOut(id, rules);
      return null;
    }
    desk.rule(id, number(request.getParameter("version")), rules);
    return "saved";
  }

  private static long number(String typed) {
    return typed != null && typed.matches("\\d{1,18}") ? Long.parseLong(typed) : 0;
  }

  /** Sub-regions with their codes, which are written into the rules. */
  public List<String> getSubregions() {
    return new KnownGroups(directory).subregions(language.get());
  }

  public SeatPlan getPlan() {
    return plan;
  }

  public RulesForm getForm() {
    return form;
  }

  /** Those on the waiting list, in its order. */
  public List<ApplicationSummary> getQueue() {
    return plan.listed().stream().filter(SeatsBean::queued).toList();
  }

  /** Who is to be put before somebody else can be put before these. */
  public List<ApplicationSummary> before(ApplicationSummary application) {
    return getQueue().stream().takeWhile(each -> each.id() != application.id()).toList();
  }

  public boolean isQueued(ApplicationSummary application) {
    return plan.open() && queued(application);
  }

  private static boolean queued(ApplicationSummary application) {
    return application.state() == ApplicationState.QUEUED;
  }

  public String administration(ApplicationSummary application) {
    String code = application.memberCode();
    return code == null
        ? ""
        : directory.findMember(code).map(found -> found.name().in(language.get())).orElse(code);
  }

  /** What the rules that were typed would bring, or null where nobody asked. */
  public WhatIf getTried() {
    return tried;
  }

  /** Names of those who would move up. */
  public String getMovingUp() {
    Map<Long, ApplicationSummary> known =
        plan.listed().stream()
            .collect(Collectors.toMap(ApplicationSummary::id, Function.identity()));
    return tried.movingUp().stream()
        .map(id -> known.containsKey(id) ? known.get(id).person() : "")
        .collect(Collectors.joining(", "));
  }

  public String getTrouble() {
    return trouble;
  }

  public boolean isChanged() {
    return changed;
  }

  /** What was just done, told once, else null. */
  public String getDone() {
    return done;
  }

  public String reasonFor(ApplicationSummary application) {
    return application.id() == touched ? reason : "";
  }

  public String errorFor(ApplicationSummary application) {
    return application.id() == touched ? reasonError : null;
  }
}
