package org.portolan.administration.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.portolan.platform.exchange.CellProblem;
import org.portolan.platform.exchange.Exchange;
import org.portolan.platform.exchange.ImportJob;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.security.Scope;
import org.portolan.region.Directory;

/** What is said of imports and exports, in the words of the reader. */
@Named
@RequestScoped
public class ExchangeWords implements Exchange.ReportWords {
  private static final String PREFIX = "administration.exchange.";

  @Inject private CurrentLanguage language;
  @Inject private Texts texts;
  @Inject private Formats formats;
  @Inject private Directory directory;

  @Override
  public String problem(CellProblem problem) {
    return Texts.format(language.get(), problem.key(), problem.arguments().toArray());
  }

  @Override
  public String stale(String now) {
    return texts.of(PREFIX + "stale.now", now);
  }

  @Override
  public List<String> head() {
    return List.of(
        texts.get(PREFIX + "row"),
        texts.get(PREFIX + "column"),
        texts.get(PREFIX + "value"),
        texts.get(PREFIX + "message"));
  }

  /** What a column holds, by its head. */
  public String column(String code) {
    return code.startsWith("name_")
        ? texts.get(PREFIX + "column.name") + " (" + formats.languageName(code.substring(5)) + ")"
        : texts.get(PREFIX + "column." + code);
  }

  public String extent(Scope scope) {
    String code = scope.code();
    return switch (scope.kind()) {
      case PLATFORM -> texts.get(PREFIX + "everything");
      case REGION ->
          directory.findRegion(code).map(found -> found.name().in(language.get())).orElse(code);
      case MEMBER ->
          directory.findMember(code).map(found -> found.name().in(language.get())).orElse(code);
      case CENTRE, BODY -> code;
    };
  }

  /** Class of the badge that shows how far an import is. */
  public String look(ImportJob job) {
    return switch (job.state()) {
      case APPLIED -> "ok";
      case UNREADABLE -> "no";
      case UNDONE -> "quiet";
      case CHECKED, CHECKING, APPLYING, UNDOING -> "wait";
    };
  }

  public String icon(ImportJob job) {
    return "/resources/portolan/sprite.svg#"
        + switch (job.state()) {
          case APPLIED -> "done";
          case UNREADABLE -> "warning";
          case UNDONE -> "history";
          case CHECKED -> "person";
          case CHECKING, APPLYING, UNDOING -> "clock";
        };
  }
}
