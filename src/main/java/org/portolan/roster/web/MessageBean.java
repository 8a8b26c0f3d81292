package org.portolan.roster.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.portolan.enrolment.ApplicationSummary;
import org.portolan.enrolment.OfferedSession;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.web.Idempotency;
import org.portolan.platform.web.NotFound;
import org.portolan.roster.MessageRefused;
import org.portolan.roster.MessageText;
import org.portolan.roster.Rosters;
import org.portolan.roster.Selection;
import org.portolan.roster.SentMessage;
import org.portolan.roster.SessionMessages;
import org.portolan.seat.ApplicationState;

/** The page on which a centre writes to participants, and sees what it wrote. */
@Named
@RequestScoped
public class MessageBean {
  private static final String ROUTE = "POST /desk/centre/session/message";

  @Inject private SessionMessages messages;
  @Inject private Rosters rosters;
  @Inject private Idempotency idempotency;
  @Inject private CurrentPerson me;
  @Inject private CurrentLanguage language;

  private long id;
  private OfferedSession session;
  private Selection selection;
  private List<ApplicationSummary> receivers;
  private List<SentMessage> sent;
  private MessageText text = new MessageText("", "");
  private Map<String, String> problems = Map.of();
  private String refusal;
  private String once;
  private int done;

  public void open() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    id = number(request.getParameter("id"));
    if (id == 0) {
      throw new NotFound("session");
    }
    session = rosters.find(id, language.get()).session();
    selection = selection(request.getParameterValues("pick"), request.getParameter("state"));
    once = request.getParameter("once");
    done = (int) Math.min(number(request.getParameter("sent")), 100_000);
    if (request.getMethod().equals("POST") && send(external, request)) {
      return;
    }
    once = once == null ? UUID.randomUUID().toString() : once;
    receivers = messages.receivers(id, selection, language.get());
    sent = messages.sent(id, language.get());
  }

  private boolean send(ExternalContext external, HttpServletRequest request) throws IOException {
    text = new MessageText(request.getParameter("subject"), request.getParameter("body"));
    problems = text.problems();
    if (!problems.isEmpty()) {
      return false;
    }
    try {
      String count =
          idempotency.once(
              me.id(),
              ROUTE,
              once,
              List.of(id, selection, text),
              () -> String.valueOf(messages.send(id, selection, text)));
      external.redirect("/desk/centre/session/" + id + "/message?sent=" + count);
      return true;
    } catch (MessageRefused refused) {
      refusal = refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
      return false;
    }
  }

  static Selection selection(String[] picks, String code) {
    Set<Long> ticked =
        picks == null
            ? Set.of()
            : Arrays.stream(picks)
                .map(MessageBean::number)
                .filter(each -> each > 0)
                .collect(Collectors.toSet());
    if (picks != null && ticked.isEmpty()) {
      throw new NotFound("an application of such a number");
    }
    ApplicationState state =
        Arrays.stream(ApplicationState.values())
            .filter(each -> each.code().equals(code))
            .findFirst()
            .orElse(null);
    return new Selection(ticked, state);
  }

  private static long number(String typed) {
    return typed != null && typed.matches("\\d{1,18}") ? Long.parseLong(typed) : 0;
  }

  public OfferedSession getSession() {
    return session;
  }

  public List<ApplicationSummary> getReceivers() {
    return receivers;
  }

  public List<Long> getTicked() {
    return List.copyOf(selection.ticked());
  }

  /** Code of the state that was chosen, or empty. */
  public String getState() {
    return selection.state() == null ? "" : selection.state().code();
  }

  public List<SentMessage> getSent() {
    return sent;
  }

  public MessageText getText() {
    return text;
  }

  /** What is wrong with a field, or nothing. */
  public String problem(String field) {
    return problems.get(field);
  }

  public String getRefusal() {
    return refusal;
  }

  public String getOnce() {
    return once;
  }

  /** To how many it was just sent; nought where it was not. */
  public int getDone() {
    return done;
  }
}
