package org.portolan.administration.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import org.portolan.platform.exchange.Exchange;
import org.portolan.platform.exchange.ImportJob;
import org.portolan.platform.exchange.Sheet;
import org.portolan.platform.exchange.SheetColumn;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;

/** Where records are taken out as files, and files put in. */
@Named("exchangePage")
@RequestScoped
public class ExchangeBean {
  @Inject private PageParameters parameters;
  @Inject private Exchange exchange;
  @Inject private ExchangeWords words;
  @Inject private Texts texts;

  private List<Sheet> sheets;
  private Sheet sheet;
  private List<ImportJob> imports;

  @PostConstruct
  void read() {
    sheets = exchange.sheets();
    String kind = parameters.get("kind");
    sheet =
        kind == null
            ? sheets.get(0)
            : sheets.stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new NotFound("sheet"));
    imports = exchange.list();
  }

  public List<Choice> getKinds() {
    return sheets.stream()
        .map(
            each ->
                new Choice(
                    each.kind(),
                    texts.get("administration.exchange.kind." + each.kind()),
                    each == sheet))
        .toList();
  }

  public String getKind() {
    return sheet.kind();
  }

  /** What may be exported, the widest first, each kind in the order of its names. */
  public List<Choice> getExtents() {
    return sheet.extents().stream()
        .sorted(Comparator.comparing(Scope::kind).thenComparing(words::extent))
        .map(scope -> new Choice(scope.term(), words.extent(scope), false))
        .toList();
  }

  /** Where an empty file to be filled in can be had, or empty. */
  public String getTemplate() {
    return sheet.template();
  }

  public List<SheetColumn> getColumns() {
    return sheet.columns();
  }

  public List<ImportJob> getImports() {
    return imports;
  }

  /** What was wrong with the file that was sent, or null. */
  public String getProblem() {
    String problem = parameters.get("problem");
    return "none".equals(problem) || "large".equals(problem)
        ? texts.get("administration.exchange.problem." + problem)
        : null;
  }
}
