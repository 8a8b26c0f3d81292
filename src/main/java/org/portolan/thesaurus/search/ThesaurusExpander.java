package org.portolan.thesaurus.search;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.portolan.platform.persistence.SchemaReady;
import org.portolan.platform.search.QueryExpander;
import org.portolan.platform.search.Subject;
import org.portolan.platform.search.Supposition;
import org.portolan.platform.search.Wording;
import org.portolan.platform.search.Wording.Relation;
import org.portolan.platform.storage.ContentLibrary;
import org.portolan.thesaurus.Concept;
import org.portolan.thesaurus.KeptThesaurus;
import org.portolan.thesaurus.Term;
import org.portolan.thesaurus.TermKind;
import org.portolan.thesaurus.Vocabulary;
import org.portolan.thesaurus.search.TermIndex.Meaning;

/**
 * Knows every term of what was typed, in all languages, and those of the concepts next to it, and
 * what everyday words are called in other languages. A search looks for them when it is asked; the
 * index has none of this, so that an edit of the thesaurus changes no item.
 */
@ApplicationScoped
class ThesaurusExpander implements QueryExpander {
  /** An acronym or a short word may mean several things; more than these say nothing. */
  private static final int MOST_MEANINGS = 3;

  private static final int MOST_NEIGHBOURS = 3;

  private static final float LEAST_LIKENESS = 0.5f;

  private Supplier<Vocabulary> vocabulary;
  private WordBook book;
  private Phrasings phrasings;
  private Weights weights;
  private volatile TermIndex index;

  @Inject
  ThesaurusExpander(KeptThesaurus thesaurus, ContentLibrary content) {
    this(
        thesaurus::get,
        WordBook.of(content, Weights.MEASURED),
        Phrasings.of(content),
        Weights.MEASURED);
  }

  ThesaurusExpander(
      Supplier<Vocabulary> vocabulary, WordBook book, Phrasings phrasings, Weights weights) {
    this.vocabulary = vocabulary;
    this.book = book;
    this.phrasings = phrasings;
    this.weights = weights;
  }

  /** The container makes its client proxies by this one; such an object is never asked anything. */
  protected ThesaurusExpander() {}

  /** What takes longer than an answer may is read before anybody asks. */
  void prepare(@Observes @Priority(926) SchemaReady ready) {
    terms();
  }

  @Override
  public List<Wording> expansions(String text, String language) {
    TermIndex terms = terms();
    List<Wording> everyday = book.of(text, language);
    List<Meaning> meanings = meanings(terms.of(text, language), everyday, language);
    if (meanings.isEmpty() && everyday.isEmpty()) {
      return words(terms, text, language);
    }
    if (meanings.isEmpty()) {
      List<Meaning> told = told(terms, everyday, language);
      return told.isEmpty() || told.size() > MOST_MEANINGS
          ? everyday
          : Wordings.both(terms(terms, told), weights.told(), everyday);
    }
    if (meanings.size() > MOST_MEANINGS) {
      return everyday;
    }
    List<Wording> terminology = terms(terms, meanings);
    boolean foreign =
        meanings.stream().noneMatch(meaning -> meaning.term().language().equals(language));
    boolean loose =
        foreign
            || meanings.stream().allMatch(meaning -> meaning.term().kind() == TermKind.ALTERNATIVE);
    return everyday.isEmpty()
        ? terminology
        : Wordings.both(terminology, loose ? weights.loose() : 1, everyday);
  }

  @Override
  public List<Supposition> suppositions(List<String> words, String language) {
    TermIndex terms = terms();
    return terms.recognition().of(words, language).stream()
        .flatMap(
            recognised ->
                terms.vocabulary().find(recognised.code()).stream()
                    .map(concept -> new Supposition(recognised.likelihood(), called(concept))))
        .toList();
  }

  @Override
  public Subject subject(List<String> words, String language) {
    return terms().recognition().subject(words, language);
  }

  private List<Wording> called(Concept concept) {
    return concept.terms().stream()
        .map(
            term ->
                new Wording(
                    term.text(),
                    term.language(),
                    concept.code(),
                    Relation.SUPPOSED,
                    weights.of(term)))
        .toList();
  }

  /** Where its own language knows a word, a term of another that is spelt alike is another word. */
  private static List<Meaning> meanings(
      List<Meaning> read, List<Wording> everyday, String language) {
    return everyday.isEmpty()
        ? read
        : read.stream()
            .filter(meaning -> meaning.acronym() || meaning.term().language().equals(language))
            .toList();
  }

  private List<Wording> terms(TermIndex terms, List<Meaning> meanings) {
    List<Wording> wordings = new ArrayList<>();
    float share = 1f / meanings.size();
    for (Meaning meaning : meanings) {
      same(meaning, share, wordings);
    }
    for (Meaning meaning : meanings) {
      Concept concept = meaning.concept();
      near(terms, concept.narrower(), Relation.NARROWER, share * weights.narrower(), wordings);
      near(terms, concept.related(), Relation.RELATED, share * weights.related(), wordings);
    }
    return wordings;
  }

  /** What is meant by another word of the same language: whoever types bribe may know bribery. */
  private static List<Meaning> told(TermIndex terms, List<Wording> everyday, String language) {
    Map<Concept, Meaning> told = new LinkedHashMap<>();
    everyday.stream()
        .filter(wording -> wording.language().equals(language))
        .flatMap(wording -> terms.of(wording.text(), language).stream())
        .filter(meaning -> meaning.term().language().equals(language))
        .forEach(meaning -> told.putIfAbsent(meaning.concept(), meaning));
    return List.copyOf(told.values());
  }

  private List<Wording> words(TermIndex terms, String text, String language) {
    return terms.pairs().of(text, language, LEAST_LIKENESS).stream()
        .map(
            pair ->
                new Wording(
                    pair.word(),
                    pair.language(),
                    "",
                    Relation.SAME,
                    weights.word() * pair.likeness()))
        .toList();
  }

  private void same(Meaning meaning, float share, List<Wording> wordings) {
    for (Term term : meaning.concept().terms()) {
      add(term, meaning.concept(), Relation.SAME, share * weights.of(term), wordings);
    }
  }

  private static void near(
      TermIndex terms,
      Iterable<String> codes,
      Relation relation,
      float weight,
      List<Wording> wordings) {
    int left = MOST_NEIGHBOURS;
    for (String code : codes) {
      Concept concept = terms.vocabulary().find(code).orElse(null);
      if (concept != null && left-- > 0) {
        concept.terms().stream()
            .filter(term -> term.kind() == TermKind.PREFERRED)
            .forEach(term -> add(term, concept, relation, weight, wordings));
      }
    }
  }

  private static void add(
      Term term, Concept concept, Relation relation, float weight, List<Wording> wordings) {
    wordings.add(new Wording(term.text(), term.language(), concept.code(), relation, weight));
  }

  /** Made anew when the thesaurus is another than at the last question. */
  private TermIndex terms() {
    Vocabulary now = vocabulary.get();
    TermIndex known = index;
    if (known == null || known.vocabulary() != now) {
      known = new TermIndex(now, phrasings);
      index = known;
    }
    return known;
  }
}
