package org.portolan.finding.asked.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portolan.finding.SearchAddress;
import org.portolan.finding.asked.AskedDesk;
import org.portolan.finding.asked.AskedLine;
import org.portolan.need.NeedKind;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.Directory;
import org.portolan.thesaurus.Concept;
import org.portolan.thesaurus.KeptThesaurus;
import org.portolan.thesaurus.Term;
import org.portolan.thesaurus.ThemeNames;

/** One search, and what an editor makes of it. */
@Named
@RequestScoped
public class SearchAnswerBean {
  @Inject private AskedDesk desk;
  @Inject private Directory directory;
  @Inject private KeptThesaurus thesaurus;
  @Inject private ThemeNames themes;
  @Inject private PageParameters parameters;
  @Inject private CurrentLanguage language;
  @Inject private Formats formats;

  private AskedLine line;
  private Set<String> regions;
  private boolean changed;

  /** Shows it, or does what was asked for and goes back to the list. */
  public void open() throws IOException {
    regions = desk.regions();
    long id = parameters.number("id", 0);
    ExternalContext context = FacesContext.getCurrentInstance().getExternalContext();
    if (((HttpServletRequest) context.getRequest()).getMethod().equals("POST")) {
      String act = parameters.typed("act");
      try {
        act(act, id, (int) parameters.number("version", -1));
        context.redirect("/desk/searches?done=" + act);
        return;
      } catch (ChangedMeanwhile e) {
        changed = true;
      }
    }
    line = desk.open(id);
  }

  private void act(String act, long id, int version) {
    String in = parameters.typed("language");
    switch (act) {
      case "term" -> desk.suggestTerm(id, version, in, parameters.typed("concept"));
      case "none" -> desk.dismiss(id, version);
      default ->
          desk.raise(
              id,
              version,
              NeedKind.of(act).orElseThrow(() -> new NotFound("a button " + act)),
              parameters.typed("region"),
              parameters.typed("theme"),
              in);
    }
  }

  public AskedLine getLine() {
    return line;
  }

  public boolean isChanged() {
    return changed;
  }

  /** Of the search itself. */
  public String getAddress() {
    return new SearchAddress(line.words(), Map.of()).page(null);
  }

  public List<Choice> getLanguages() {
    return Arrays.stream(Language.values())
        .map(
            each ->
                new Choice(
                    each.code(),
                    formats.languageName(each.code()),
                    each.code().equals(line.language())))
        .toList();
  }

  public List<Choice> getRegions() {
    return directory.regions().stream()
        .filter(each -> regions.contains(each.code()))
        .map(each -> new Choice(each.code(), each.name().in(language.get()), false))
        .toList();
  }

  public List<Choice> getThemes() {
    return themes.codes().stream()
        .map(each -> new Choice(each, themes.in(language.get(), each), false))
        .toList();
  }

  public List<Choice> getConcepts() {
    String reader = language.getCode();
    return thesaurus.get().concepts().stream()
        .map(each -> new Choice(each.code(), name(each, reader), false))
        .sorted(
            Comparator.comparing(
                Choice::label, Collator.getInstance(language.get().locale())::compare))
        .toList();
  }

  private static String name(Concept concept, String reader) {
    return concept.preferred(reader).map(Term::text).orElse(concept.code());
  }
}
