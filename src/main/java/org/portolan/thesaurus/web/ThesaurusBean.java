package org.portolan.thesaurus.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.web.PageParameters;
import org.portolan.thesaurus.Concept;
import org.portolan.thesaurus.KeptThesaurus;
import org.portolan.thesaurus.Term;
import org.portolan.thesaurus.Thesaurus;

/** All concepts, as a tree or those whose terms have what was typed. */
@Named
@RequestScoped
public class ThesaurusBean {
  private static final int MOST = 200;

  @Inject private KeptThesaurus thesaurus;
  @Inject private Thesaurus editing;
  @Inject private ConceptNames names;
  @Inject private PageParameters parameters;
  @Inject private CurrentLanguage language;

  private String words;
  private List<Concept> found;

  /**
   * A concept in the list.
   *
   * @param by the term that has what was typed, where it is not the name; else null
   */
  public record Row(ConceptNames.Name name, Term by, List<ConceptNames.Name> narrower) {}

  @PostConstruct
  void load() {
    words = parameters.get("q");
    found =
        thesaurus.get().concepts().stream()
            .filter(concept -> words == null ? concept.broader().isEmpty() : by(concept) != null)
            .toList();
  }

  /** The first of its terms that has what was typed, in the reader's language if any. */
  private Term by(Concept concept) {
    String typed = words.toLowerCase(Locale.ROOT);
    return concept.terms().stream()
        .filter(term -> term.text().toLowerCase(Locale.ROOT).contains(typed))
        .min(
            Comparator.comparing((Term term) -> !term.language().equals(language.getCode()))
                .thenComparing(Term.ORDER))
        .orElse(null);
  }

  public List<Row> getRows() {
    return found.stream()
        .map(this::row)
        .sorted(Comparator.comparing(row -> row.name().text(), names.order()))
        .limit(MOST)
        .toList();
  }

  private Row row(Concept concept) {
    ConceptNames.Name name = names.of(concept);
    Term by = words == null ? null : by(concept);
    return new Row(
        name,
        by == null || by.text().equals(name.text()) ? null : by,
        words == null ? names.of(concept.narrower()) : List.of());
  }

  public String getWords() {
    return words == null ? "" : words;
  }

  public int getTotal() {
    return found.size();
  }

  /** How many concepts there are in all. */
  public int getAll() {
    return thesaurus.get().concepts().size();
  }

  public boolean isEditable() {
    return editing.edits();
  }
}
