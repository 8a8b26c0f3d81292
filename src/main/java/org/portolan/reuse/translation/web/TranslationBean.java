package org.portolan.reuse.translation.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.reuse.translation.AskedTranslation;
import org.portolan.reuse.translation.TranslatablePractice;
import org.portolan.reuse.translation.Translations;

/** The languages that a practice lacks, and who asks for them. */
@Named("translationPage")
@RequestScoped
public class TranslationBean {
  @Inject private Translations translations;
  @Inject private PageParameters parameters;

  private TranslatablePractice practice;
  private List<AskedTranslation> desk;

  public void open() throws IOException {
    String code = String.valueOf(parameters.get("code"));
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    if (((HttpServletRequest) external.getRequest()).getMethod().equals("POST")) {
      boolean wanted =
          switch (parameters.typed("act")) {
            case "ask" -> true;
            case "back" -> false;
            default -> throw new NotFound("a button");
          };
      String asked = translations.ask(code, parameters.typed("language"), wanted).code();
      external.redirect("/knowledge/" + asked + "/translation?done=" + (wanted ? "asked" : "back"));
      return;
    }
    practice = translations.of(code);
  }

  public TranslatablePractice getPractice() {
    return practice;
  }

  public List<AskedTranslation> getDesk() {
    if (desk == null) {
      desk = translations.desk();
    }
    return desk;
  }

  /** What was done a moment ago, told once, else null. */
  public String getDone() {
    String done = parameters.get("done");
    return "asked".equals(done) || "back".equals(done) ? done : null;
  }
}
