package org.portolan.thesaurus;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.portolan.platform.storage.ContentLibrary;

/** The thesaurus that comes with a release. */
final class ReleasedConcepts {
  private ReleasedConcepts() {}

  static Vocabulary of(ContentLibrary content) {
    Vocabulary.Builder all = new Vocabulary.Builder();
    content
        .rows("reference/concepts.csv")
        .forEach(
            row ->
                all.concept(row.getField("code"), row.getField("broader"), row.getField("theme")));
    content
        .rows("reference/terms.csv")
        .forEach(
            row ->
                all.term(
                    row.getField("concept"),
                    new Term(
                        row.getField("language"),
                        TermKind.of(row.getField("kind")),
                        row.getField("term"))));
    content
        .rows("reference/related-concepts.csv")
        .forEach(row -> all.related(row.getField("concept"), row.getField("related")));
    return all.build();
  }

  /** Tells whether a concept is as an earlier release had it; the same on every machine. */
  static String fingerprint(Concept concept) {
    StringBuilder all = new StringBuilder();
    all.append(concept.broader()).append('\n').append(concept.theme()).append('\n');
    concept
        .terms()
        .forEach(
            term ->
                all.append(term.language())
                    .append(' ')
                    .append(term.kind().code())
                    .append(' ')
                    .append(term.text())
                    .append('\n'));
    concept.related().forEach(code -> all.append(code).append('\n'));
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(all.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
