package org.portolan.people.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portolan.people.ErasureRefused;
import org.portolan.people.Erasures;
import org.portolan.people.Profiles;
import org.portolan.people.WaitingErasure;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;

/** Erasures that people asked for, and erasing at once. */
@Named("erasures")
@RequestScoped
public class ErasuresBean {
  @Inject private PageParameters parameters;
  @Inject private Erasures erasures;
  @Inject private Profiles profiles;
  @Inject private Texts texts;

  private List<WaitingErasure> waiting = List.of();
  private final Map<String, String> problems = new LinkedHashMap<>();
  private String email = "";
  private String reason = "";

  @PostConstruct
  void read() {
    waiting = erasures.list();
    long chosen = parameters.number("request", 0);
    waiting.stream()
        .filter(each -> each.id() == chosen)
        .findFirst()
        .ifPresent(each -> email = each.person().email());
  }

  /** Erases whom the form names. */
  public void open() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    if (!((HttpServletRequest) external.getRequest()).getMethod().equals("POST")) {
      return;
    }
    email = typed("email");
    reason = typed("reason");
    if (email.isBlank()) {
      problem("email", "people.erasures.email.missing");
    }
    if (reason.isBlank()) {
      problem("reason", "people.erasures.reason.missing");
    } else if (reason.strip().length() > Erasures.LONGEST_REASON) {
      problem("reason", "people.erasures.reason.long");
    }
    if (!ConfirmingWord.typed(typed("word"), texts)) {
      problem("word", "people.erasure.word.wrong");
    }
    if (!problems.isEmpty()) {
      return;
    }
    try {
      erasures.execute(email, reason);
      external.redirect("/desk/erasures?done=erased");
    } catch (NotFound nobody) {
      problem("email", "people.erasures.email.nobody");
    } catch (ErasureRefused refused) {
      problem("email", "people.erasures.refused." + refused.hindrance());
    }
  }

  private String typed(String name) {
    return parameters.typed(name);
  }

  private void problem(String field, String key) {
    problems.put(field, texts.get(key));
  }

  public List<WaitingErasure> getWaiting() {
    return waiting;
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  public String getEmail() {
    return email;
  }

  public String getReason() {
    return reason;
  }

  public String getZone() {
    return profiles.zone();
  }

  public boolean isErased() {
    return "erased".equals(parameters.get("done"));
  }
}
