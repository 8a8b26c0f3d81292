package org.portolan.platform.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.br.BrazilianAnalyzer;
import org.apache.lucene.analysis.br.BrazilianStemFilter;
import org.apache.lucene.analysis.core.DecimalDigitFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;

/**
 * How text becomes words: by the language at the end of the field's name, folded for languages
 * without a stemmer of their own and for the field of all languages. Indexing and asking differ
 * only in tariff codes, see {@link TariffCodeFilter}.
 */
final class Analysis extends DelegatingAnalyzerWrapper {
  private static final Analyzer SURFACE = new Surface();
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final Map<String, Analyzer> stemmed = new LinkedHashMap<>();
  private final Analyzer folded;

  private Analysis(boolean indexing) {
    super(PER_FIELD_REUSE_STRATEGY);
    stemmed.put("en", new Finished(new English(), indexing, true));
    stemmed.put("fr", new Finished(new FrenchAnalyzer(), indexing, true));
    stemmed.put("es", new Finished(new SpanishAnalyzer(), indexing, true));
    stemmed.put("pt", new Finished(new Portuguese(), indexing, true));
    // no folding here: it would make one letter of й and и
    stemmed.put("ru", new Finished(new RussianAnalyzer(), indexing, false));
    stemmed.put("ar", new Finished(new Arabic(), indexing, false));
    folded = new Folded(indexing);
  }

  static Analysis forIndexing() {
    return new Analysis(true);
  }

  static Analysis forAsking() {
    return new Analysis(false);
  }

  @Override
  protected Analyzer getWrappedAnalyzer(String field) {
    return stemmed.getOrDefault(IndexFields.languageOf(field), folded);
  }

  /** The terms of a text in a field, in order. */
  List<String> terms(String field, String text) {
    return read(this, field, text);
  }

  /**
   * The words of a text as they stand there: dictionaries find them where a script has no spaces.
   */
  static List<String> surfaceWords(String text) {
    return read(SURFACE, "surface", text);
  }

  /** The beginning of a text, up to the end of so many words. */
  static String firstWords(String text, int most) {
    try (TokenStream stream = SURFACE.tokenStream("surface", text)) {
      OffsetAttribute offsets = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      int end = 0;
      for (int i = 0; i < most && stream.incrementToken(); i++) {
        end = offsets.endOffset();
      }
      while (stream.incrementToken()) {
        // the stream has to be read to its end before it can be used again
      }
      stream.end();
      return text.substring(0, end);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without case, accents and width, and with single spaces. */
  static String fold(String text) {
    return SPACES.matcher(ICUFoldingFilter.NORMALIZER.normalize(text).strip()).replaceAll(" ");
  }

  private static List<String> read(Analyzer analyzer, String field, String text) {
    List<String> terms = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream(field, text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return terms;
  }

  private static final class Surface extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      return new TokenStreamComponents(tokenizer());
    }
  }

  /** Porter's stemmer would make one word of import and important, or of author and authority. */
  private static final class English extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer source = new StandardTokenizer();
      TokenStream words = new LowerCaseFilter(new EnglishPossessiveFilter(source));
      TokenStream telling = new StopFilter(words, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
      return new TokenStreamComponents(source, new EnglishEndingFilter(new KStemFilter(telling)));
    }
  }

  private static final class Portuguese extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer source = new StandardTokenizer();
      TokenStream words =
          new StopFilter(new LowerCaseFilter(source), BrazilianAnalyzer.getDefaultStopSet());
      return new TokenStreamComponents(
          source, new BrazilianStemFilter(new PortuguesePluralFilter(words)));
    }
  }

  private static final class Arabic extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer source = new StandardTokenizer();
      TokenStream words = new DecimalDigitFilter(new LowerCaseFilter(source));
      TokenStream telling = new StopFilter(words, ArabicAnalyzer.getDefaultStopSet());
      TokenStream normal = new ArabicWawFilter(new ArabicNormalizationFilter(telling));
      return new TokenStreamComponents(source, new ArabicStemFilter(normal));
    }
  }

  private static final class Folded extends Analyzer {
    private final boolean indexing;

    private Folded(boolean indexing) {
      this.indexing = indexing;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer source = tokenizer();
      TokenStream words = new ElisionFilter(source, FrenchAnalyzer.DEFAULT_ARTICLES);
      return new TokenStreamComponents(
          source, new TariffCodeFilter(new ICUFoldingFilter(words), indexing));
    }
  }

  /** A language's own analysis, finished by folding what the stemmer left and by tariff codes. */
  private static final class Finished extends AnalyzerWrapper {
    private final Analyzer own;
    private final boolean indexing;
    private final boolean folding;

    private Finished(Analyzer own, boolean indexing, boolean folding) {
      super(PER_FIELD_REUSE_STRATEGY);
      this.own = own;
      this.indexing = indexing;
      this.folding = folding;
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String field) {
      return own;
    }

    @Override
    protected TokenStreamComponents wrapComponents(String field, TokenStreamComponents inner) {
      TokenStream words = inner.getTokenStream();
      TokenStream even = folding ? new ICUFoldingFilter(words) : words;
      return new TokenStreamComponents(inner.getSource(), new TariffCodeFilter(even, indexing));
    }
  }

  private static Tokenizer tokenizer() {
    return new ICUTokenizer(new DefaultICUTokenizerConfig(true, true));
  }
}
