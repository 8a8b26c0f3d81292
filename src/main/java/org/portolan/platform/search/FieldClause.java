package org.portolan.platform.search;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;
import org.portolan.platform.search.QueryText.Kind;
import org.portolan.platform.search.QueryText.Part;

/** What is asked of one field alone: title:goods, code:DEMO*, region:WCA. */
final class FieldClause {
  private FieldClause() {}

  static Query of(Part part, Analysis analysis) {
    return switch (part.field()) {
      case QueryText.TITLE -> title(part, analysis);
      case QueryText.CODE -> code(part);
      default -> value(part);
    };
  }

  private static Query title(Part part, Analysis analysis) {
    if (part.kind() == Kind.BEGINNING || part.kind() == Kind.PATTERN) {
      String sign = part.kind() == Kind.BEGINNING ? "*" : "";
      return WordPattern.of(IndexFields.TITLE_ANY, part.text() + sign);
    }
    Query phrase = new QueryBuilder(analysis).createPhraseQuery(IndexFields.TITLE_ANY, part.text());
    return phrase == null ? new MatchNoDocsQuery("no words") : phrase;
  }

  private static Query code(Part part) {
    String code = IndexFields.exactCode(part.text());
    return new ConstantScoreQuery(
        part.kind() == Kind.BEGINNING || part.kind() == Kind.PATTERN
            ? Beginning.of(IndexFields.CODE, untilSign(code))
            : new TermQuery(new Term(IndexFields.CODE, code)));
  }

  /** A value of a dimension, in capitals or not. */
  private static Query value(Part part) {
    String field = IndexFields.facet(part.field());
    List<String> terms =
        Stream.of(
                part.text(),
                part.text().toLowerCase(Locale.ROOT),
                part.text().toUpperCase(Locale.ROOT))
            .distinct()
            .map(DocumentMapping::facetValue)
            .map(value -> FacetsConfig.pathToString(part.field(), new String[] {value}))
            .toList();
    if (part.kind() != Kind.BEGINNING && part.kind() != Kind.PATTERN) {
      return new ConstantScoreQuery(
          new TermInSetQuery(field, terms.stream().map(BytesRef::new).toList()));
    }
    BooleanQuery.Builder either = new BooleanQuery.Builder();
    terms.forEach(term -> either.add(Beginning.of(field, untilSign(term)), Occur.SHOULD));
    return new ConstantScoreQuery(either.build());
  }

  private static String untilSign(String text) {
    return text.split("[*?]", 2)[0];
  }
}
