package org.portolan.people.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import org.portolan.people.ErasureRefused;
import org.portolan.people.Erasures;
import org.portolan.people.Profiles;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.PageParameters;

/** What is kept of somebody, and the way to be forgotten. */
@Named("ownData")
@RequestScoped
public class OwnDataBean {
  private static final Set<String> DONE = Set.of("asked", "back");

  @Inject private PageParameters parameters;
  @Inject private Erasures erasures;
  @Inject private Profiles profiles;
  @Inject private Texts texts;

  private Instant due;
  private String hindrance;
  private String word = "";
  private String problem = "";
  private String zone;

  @PostConstruct
  void read() {
    zone = profiles.zone();
    due = erasures.mine().orElse(null);
    hindrance = erasures.hindrance().orElse(null);
  }

  /** Asks for erasure or takes that back, as the form says. */
  public void open() throws IOException {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    String wanted = request.getParameter("do");
    if (!request.getMethod().equals("POST") || wanted == null) {
      return;
    }
    if (wanted.equals("back")) {
      erasures.takeBack();
      external.redirect("/account/data?done=back");
    } else if (wanted.equals("ask")) {
      word = parameters.get("word") == null ? "" : parameters.get("word");
      if (!ConfirmingWord.typed(word, texts)) {
        problem = texts.get("people.erasure.word.wrong");
        return;
      }
      try {
        erasures.ask();
        external.redirect("/account/data?done=asked");
      } catch (ErasureRefused refused) {
        hindrance = refused.hindrance();
      }
    }
  }

  /** When the account is going to be erased, or null. */
  public Instant getDue() {
    return due;
  }

  /** What stands against it, or null. */
  public String getHindrance() {
    return hindrance;
  }

  public String getWord() {
    return word;
  }

  public String getProblem() {
    return problem;
  }

  public String getZone() {
    return zone;
  }

  public String getDone() {
    String done = parameters.get("done");
    return done != null && DONE.contains(done) ? done : null;
  }
}
