package org.portolan.thesaurus.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.search.Search;
import org.portolan.platform.search.SearchQuery;
import org.portolan.platform.search.SearchResult;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.thesaurus.Concept;
import org.portolan.thesaurus.ConceptEdit;
import org.portolan.thesaurus.KeptThesaurus;
import org.portolan.thesaurus.TermKind;
import org.portolan.thesaurus.ThemeNames;
import org.portolan.thesaurus.Thesaurus;

/** One concept: what it is called, what stands next to it, what is found by it. */
@Named
@RequestScoped
public class ConceptBean {
  private static final int HITS = 5;

  @Inject private KeptThesaurus thesaurus;
  @Inject private Thesaurus editing;
  @Inject private ConceptNames names;
  @Inject private ThemeNames themes;
  @Inject private Search search;
  @Inject private CurrentPerson me;
  @Inject private PageParameters parameters;
  @Inject private CurrentLanguage language;

  private Concept concept;
  private ConceptNames.Name name;
  private SearchResult result;

  /** What it is called in a language. */
  public record Named(Language language, List<String> preferred, List<String> others) {}

  @PostConstruct
  void load() {
    String code = parameters.get("code");
    concept = thesaurus.get().find(code).orElseThrow(() -> new NotFound("concept " + code));
    name = names.of(concept);
    result =
        search.search(
            SearchQuery.of(quoted(), name.language())
                .visibleTo(me.visibility())
                .limit(HITS)
                .build());
  }

  /** As words of a search, whatever stands in a name. */
  private String quoted() {
    return name.text().replace('"', ' ');
  }

  public Concept getConcept() {
    return concept;
  }

  public ConceptNames.Name getName() {
    return name;
  }

  public List<Named> getTerms() {
    ConceptEdit terms = ConceptEdit.of(concept);
    return Arrays.stream(Language.values())
        .map(
            each ->
                new Named(
                    each,
                    terms.texts(each, TermKind.PREFERRED),
                    java.util.stream.Stream.concat(
                            terms.texts(each, TermKind.ACRONYM).stream(),
                            terms.texts(each, TermKind.ALTERNATIVE).stream())
                        .toList()))
        .filter(each -> !each.preferred().isEmpty() || !each.others().isEmpty())
        .toList();
  }

  public List<ConceptNames.Name> getBroader() {
    return names.of(concept.broader().isEmpty() ? List.of() : List.of(concept.broader()));
  }

  public List<ConceptNames.Name> getNarrower() {
    return names.of(concept.narrower());
  }

  public List<ConceptNames.Name> getRelated() {
    return names.of(concept.related());
  }

  public String getTheme() {
    return themes.in(language.get(), concept.theme());
  }

  public List<SearchResult.Hit> getHits() {
    return result.hits();
  }

  /** Of the search for everything that is found by it. */
  public String getAddress() {
    return "/search?q=" + URLEncoder.encode(quoted(), StandardCharsets.UTF_8);
  }

  public boolean isEditable() {
    return editing.edits();
  }
}
