package org.portolan.thesaurus.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.portolan.platform.i18n.Texts;
import org.portolan.thesaurus.SkosImport;
import org.portolan.thesaurus.SkosReport;

/** The form for a file with a thesaurus, and what came of one. */
@Named
@RequestScoped
public class SkosImportBean {
  private static final int NAMED = 30;

  @Inject private SkosImport skos;
  @Inject private Texts texts;

  private SkosReport report;
  private String refused;

  @PostConstruct
  void load() {
    skos.require();
    var request = FacesContext.getCurrentInstance().getExternalContext().getRequestMap();
    report = (SkosReport) request.get(SkosFileServlet.REPORT);
    refused = (String) request.get(SkosFileServlet.REFUSED);
  }

  public SkosReport getReport() {
    return report;
  }

  public String getRefused() {
    return refused;
  }

  /** The first codes of a list, as a line. */
  public String some(List<String> codes) {
    return String.join(", ", codes.subList(0, Math.min(NAMED, codes.size())))
        + (codes.size() > NAMED ? " …" : "");
  }

  /** A problem in words. */
  public String words(SkosReport.Problem problem) {
    return texts.get("thesaurus.problem." + problem.field() + "." + problem.what());
  }
}
