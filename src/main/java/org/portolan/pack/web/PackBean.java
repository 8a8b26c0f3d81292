package org.portolan.pack.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.portolan.attachment.Uploads;
import org.portolan.knowledge.Licence;
import org.portolan.pack.Arrival;
import org.portolan.pack.Arriving;
import org.portolan.pack.DryRun;
import org.portolan.pack.PackImports;
import org.portolan.pack.PackedPractice;
import org.portolan.pack.RefusedPack;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;

/** A pack that was sent: what would come of it, what came of it, and what to do with it. */
@Named("packPage")
@RequestScoped
public class PackBean {
  @Inject private PackImports packs;
  @Inject private PageParameters parameters;
  @Inject private CurrentLanguage language;
  @Inject private Texts texts;

  private DryRun run;

  /** Does what the form asks for, then shows the pack again. */
  public void open() throws IOException {
    long id = parameters.number("id", 0);
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    if (request.getMethod().equals("POST")) {
      external.redirect(act(id));
      return;
    }
    run = packs.look(id);
  }

  private String act(long id) {
    switch (parameters.typed("act")) {
      case "take" -> {
        try {
          int left = packs.take(id, Chosen.places());
          return "/desk/packs/" + id + "?done=" + (left > 0 ? "part" : "taken");
        } catch (RefusedPack refused) {
          // the page says so
          return "/desk/packs/" + id;
        }
      }
      case "close" -> {
        packs.close(id);
        return "/desk/packs?done=closed";
      }
      default -> throw new NotFound("a button");
    }
  }

  public DryRun getRun() {
    return run;
  }

  /** Why it cannot be read, in words. */
  public String getRefused() {
    return run.refused() == null ? null : run.refused().text(language.get());
  }

  /** What was done a moment ago, told once, else null. */
  public String getDone() {
    String done = parameters.get("done");
    return "part".equals(done) || "taken".equals(done) ? done : null;
  }

  public String licence(PackedPractice practice) {
    return Licence.of(practice.licence())
        .map(
            licence ->
                licence.label() == null
                    ? texts.get("knowledge.licence." + licence.code())
                    : licence.label())
        .orElseGet(() -> texts.get("pack.licence.none"));
  }

  /** The looks of what a practice is to this installation. */
  public String look(Arrival arrival) {
    return switch (arrival) {
      case NEW, SAME -> "ok";
      case NEWER, DIFFERS -> "wait";
      case OLDER -> "";
      case REFUSED -> "no";
    };
  }

  public String icon(Arrival arrival) {
    return switch (arrival) {
      case NEW -> "plus";
      case NEWER -> "history";
      case SAME -> "done";
      case DIFFERS -> "warning";
      case OLDER -> "clock";
      case REFUSED -> "refused";
    };
  }

  /** Why a file was not taken. */
  public String reason(Arriving.FileLeft file) {
    return Texts.format(language.get(), file.reason(), Uploads.MEGABYTES);
  }

  public List<Arriving> getPractices() {
    return run.practices();
  }
}
