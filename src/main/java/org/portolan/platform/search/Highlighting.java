package org.portolan.platform.search;

import static java.util.Comparator.comparingDouble;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.apache.lucene.util.QueryBuilder;
import org.portolan.platform.search.QueryText.Kind;
import org.portolan.platform.search.QueryText.Part;
import org.portolan.platform.search.SearchResult.Piece;

/**
 * Marks what was looked for in titles and texts, by the offsets in the index. Gives pieces of plain
 * text and never markup, so nothing an author wrote can become part of a page.
 */
final class Highlighting {
  private static final int PASSAGES = 2;
  private static final int PASSAGE_LENGTH = 140;

  private final Analysis analysis;

  Highlighting(Analysis analysis) {
    this.analysis = analysis;
  }

  /** Titles and snippets of the documents, in their order; null where nothing is marked. */
  record Marked(List<Snippet> titles, List<Snippet> snippets) {}

  /**
   * @param pieces of all passages
   * @param best of the best passage alone
   * @param at where in the text its first word stands that was looked for
   */
  record Snippet(List<Piece> pieces, List<Piece> best, int at) {}

  /** What is shown of a document in a language. */
  record Kept(String title, String body) {}

  /**
   * Marks documents that are shown in one language.
   *
   * @param kept by the number of the document, in any order
   */
  Marked mark(FacetedSearcher searcher, Asked asked, String shown, Map<Integer, Kept> kept)
      throws IOException {
    int[] documents = kept.keySet().stream().mapToInt(Integer::intValue).toArray();
    List<String> wordings =
        asked.wordings().stream()
            .filter(wording -> wording.language().equals(shown))
            .map(Wording::text)
            .toList();
    String title = IndexFields.title(shown);
    String body = IndexFields.words(shown);
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    boolean phrases = addTerms(all, title, asked, wordings) | addTerms(all, body, asked, wordings);
    Map<String, Object[]> marked =
        new PieceHighlighter(searcher, analysis, shown, phrases, kept)
            .pieces(all.build(), title, body, documents);
    return new Marked(asPieces(marked.get(title)), asPieces(marked.get(body)));
  }

  private boolean addTerms(
      BooleanQuery.Builder all, String field, Asked asked, List<String> wordings) {
    boolean phrases = false;
    for (Part part : asked.text().parts()) {
      boolean shown =
          asked.tells(part) && (!part.inField() || part.field().equals(QueryText.TITLE));
      if (!part.excluded() && shown) {
        phrases |= part.kind() == Kind.PHRASE || part.kind() == Kind.REFERENCE;
        addPart(all, field, part);
      }
    }
    QueryBuilder wording = new QueryBuilder(analysis);
    for (String other : wordings) {
      Query query = wording.createPhraseQuery(field, other);
      if (query != null) {
        phrases |= query instanceof PhraseQuery;
        all.add(query, Occur.SHOULD);
      }
    }
    return phrases;
  }

  private void addPart(BooleanQuery.Builder all, String field, Part part) {
    List<String> terms = analysis.terms(field, part.text());
    switch (part.kind()) {
      case WORD -> terms.forEach(term -> all.add(term(field, term), Occur.SHOULD));
      case PHRASE -> addPhrase(all, field, part.text());
      case REFERENCE ->
          References.namesOf(part.text()).forEach(name -> addPhrase(all, field, name));
      case PATTERN -> all.add(WordPattern.of(field, part.text()), Occur.SHOULD);
      case BEGINNING -> {
        String start = Analysis.fold(part.text());
        if (!start.isEmpty() && start.indexOf(' ') < 0) {
          all.add(Beginning.of(field, start), Occur.SHOULD);
        }
      }
    }
  }

  private void addPhrase(BooleanQuery.Builder all, String field, String text) {
    Query phrase = new QueryBuilder(analysis).createPhraseQuery(field, text);
    if (phrase != null) {
      all.add(phrase, Occur.SHOULD);
    }
  }

  private static Query term(String field, String term) {
    return new TermQuery(new Term(field, term));
  }

  private static List<Snippet> asPieces(Object[] marked) {
    List<Snippet> all = new ArrayList<>();
    for (Object one : marked) {
      all.add((Snippet) one);
    }
    return all;
  }

  private static final class PieceHighlighter extends UnifiedHighlighter {
    private final String language;
    private final Map<Integer, Kept> kept;

    private PieceHighlighter(
        FacetedSearcher searcher,
        Analysis analysis,
        String language,
        boolean phrases,
        Map<Integer, Kept> kept) {
      super(
          builder(searcher, analysis)
              .withMaxLength(DocumentMapping.PARTS_LENGTH)
              .withMaxNoHighlightPassages(0)
              .withHighlightPhrasesStrictly(phrases)
              .withWeightMatches(phrases)
              .withFormatter(new PieceFormatter()));
      this.language = language;
      this.kept = kept;
      this.fieldInfos = searcher.fields();
    }

    private Map<String, Object[]> pieces(Query query, String title, String body, int[] documents)
        throws IOException {
      return highlightFieldsAsObjects(
          new String[] {title, body}, query, documents, new int[] {1, PASSAGES});
    }

    /** What is searched as one is shown apart: of its words, those of the text come first. */
    @Override
    protected List<CharSequence[]> loadFieldValues(
        String[] fields, DocIdSetIterator documents, int most) throws IOException {
      List<CharSequence[]> values = new ArrayList<>();
      int document = documents.nextDoc();
      while (document != DocIdSetIterator.NO_MORE_DOCS) {
        Kept own = kept.get(document);
        values.add(
            Stream.of(fields)
                .map(field -> field.startsWith("title_") ? own.title() : own.body())
                .toArray(CharSequence[]::new));
        document = most == 0 ? DocIdSetIterator.NO_MORE_DOCS : documents.nextDoc();
      }
      return values;
    }

    @Override
    protected BreakIterator getBreakIterator(String field) {
      return field.startsWith("title_")
          ? new WholeBreakIterator()
          : LengthGoalBreakIterator.createClosestToLength(
              BreakIterator.getSentenceInstance(Locale.forLanguageTag(language)),
              PASSAGE_LENGTH,
              0.5f);
    }
  }

  private static final class PieceFormatter extends PassageFormatter {
    @Override
    public Object format(Passage[] passages, String content) {
      List<Piece> pieces = new ArrayList<>();
      for (Passage passage : passages) {
        if (!pieces.isEmpty()) {
          pieces.add(new Piece(" … ", false));
        }
        addPassage(pieces, passage, content, 0, content.length());
      }
      Passage best = Stream.of(passages).max(comparingDouble(Passage::getScore)).orElseThrow();
      List<Piece> alone = new ArrayList<>();
      int at = best.getNumMatches() == 0 ? best.getStartOffset() : best.getMatchStarts()[0];
      int partEnd = content.indexOf(SearchDocument.BREAK, at);
      addPassage(
          alone,
          best,
          content,
          content.lastIndexOf(SearchDocument.BREAK, at) + 1,
          partEnd < 0 ? content.length() : partEnd);
      return new Snippet(List.copyOf(pieces), List.copyOf(alone), at);
    }

    /** Adds what of a passage lies between two places. */
    private static void addPassage(
        List<Piece> pieces, Passage passage, String content, int first, int last) {
      int at = Math.max(passage.getStartOffset(), first);
      int end = Math.min(passage.getEndOffset(), last);
      for (int i = 0; i < passage.getNumMatches(); i++) {
        int from = Math.max(at, passage.getMatchStarts()[i]);
        int to = Math.min(end, passage.getMatchEnds()[i]);
        if (to > from) {
          add(pieces, content.substring(at, from), false);
          add(pieces, content.substring(from, to), true);
          at = to;
        }
      }
      add(pieces, content.substring(Math.min(at, end), end).stripTrailing(), false);
    }

    private static void add(List<Piece> pieces, String text, boolean marked) {
      if (!text.isEmpty()) {
        pieces.add(new Piece(text, marked));
      }
    }
  }
}
