package org.portolan.pack.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portolan.knowledge.PracticeEdit;
import org.portolan.pack.FolderRow;
import org.portolan.pack.FolderRun;
import org.portolan.pack.Folders;
import org.portolan.pack.RefusedPack;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.Directory;
import org.portolan.thesaurus.ThemeNames;

/** A folder that was sent: what would come of each of its documents, and what came of it. */
@Named("folderPage")
@RequestScoped
public class FolderBean {
  private static final Set<String> DONE = Set.of("taken", "part", "reading");

  @Inject private Folders folders;
  @Inject private PageParameters parameters;
  @Inject private CurrentLanguage language;
  @Inject private Directory directory;
  @Inject private ThemeNames themes;

  private FolderRun run;

  /** Does what the form asks for, then shows the folder again. */
  public void open() throws IOException {
    long id = parameters.number("id", 0);
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    if (request.getMethod().equals("POST")) {
      external.redirect(act(id));
      return;
    }
    run = folders.look(id, language.get());
  }

  private String act(long id) {
    String here = "/desk/folders/" + id;
    try {
      switch (parameters.typed("act")) {
        case "take" -> {
          int left = folders.take(id, Chosen.places(), language.get());
          return here + "?done=" + (left > 0 ? "part" : "taken");
        }
        case "read" -> {
          return here + (folders.read(id) ? "?done=reading" : "");
        }
        case "close" -> {
          folders.close(id);
          return "/desk/folders?done=closed";
        }
        default -> throw new NotFound("a button");
      }
    } catch (RefusedPack refused) {
      // the page says so
      return here;
    }
  }

  public FolderRun getRun() {
    return run;
  }

  /** Where a document would be filed, in words; a code that nobody has stays as it was typed. */
  public String place(PracticeEdit edit) {
    Language reader = language.get();
    return Stream.of(
            Language.of(edit.language())
                .map(each -> Texts.text(reader, "platform.language." + each.code()))
                .orElse(edit.language()),
            directory
                .findRegion(edit.region())
                .map(region -> region.name().in(reader))
                .orElse(edit.region()),
            themes.codes().contains(edit.theme()) ? themes.in(reader, edit.theme()) : edit.theme(),
            edit.year())
        .filter(each -> !each.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  /** Why it cannot be read, in words. */
  public String getRefused() {
    return run.refused() == null ? null : run.refused().text(language.get());
  }

  /** What was done a moment ago, told once, else null. */
  public String getDone() {
    String done = parameters.get("done");
    return done != null && DONE.contains(done) ? done : null;
  }

  public String words(FolderRow.Said said) {
    return Texts.format(language.get(), said.key(), said.argument());
  }

  /** The looks of a row. */
  public String look(FolderRow row) {
    return switch (row.state()) {
      case "done", "ok" -> "ok";
      case "warning" -> "wait";
      default -> "no";
    };
  }

  public String icon(FolderRow row) {
    return switch (row.state()) {
      case "done" -> "done";
      case "ok" -> "check";
      case "warning" -> "warning";
      default -> "refused";
    };
  }
}
