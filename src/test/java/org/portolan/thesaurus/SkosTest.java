package org.portolan.thesaurus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portolan.platform.storage.ContentLibrary;

/** The thesaurus given away and taken back, and files that somebody made to do harm. */
class SkosTest {
  private static final String BASE = "https://portolan.example/thesaurus";
  private static final Vocabulary EMPTY = new Vocabulary.Builder().build();
  private static final Set<String> THEMES =
      new ContentLibrary()
          .rows("reference/themes.csv").stream()
              .map(row -> row.getField("code"))
              .collect(Collectors.toSet());

  @Test
  void whatIsExportedIsTheSameAfterAnImportIntoNothing() throws Exception {
    byte[] first = export(ReleasedThesaurus.read());
    SkosImport.Plan plan = plan(new ByteArrayInputStream(first), EMPTY);

    assertThat(plan.problems()).isEmpty();
    assertThat(plan.leftOut()).isEmpty();
    assertThat(plan.added()).hasSameSizeAs(ReleasedThesaurus.read().concepts());
    assertThat(new String(export(vocabulary(plan.added())), StandardCharsets.UTF_8))
        .isEqualTo(new String(first, StandardCharsets.UTF_8));
  }

  @Test
  void whatIsThereAlreadyIsSeenToBeTheSame() throws Exception {
    Vocabulary released = ReleasedThesaurus.read();
    SkosImport.Plan plan = plan(new ByteArrayInputStream(export(released)), released);
    assertThat(plan.added()).isEmpty();
    assertThat(plan.changed()).isEmpty();
    assertThat(plan.same()).isEqualTo(released.concepts().size());
  }

  @Test
  void aThesaurusOfOthersIsRead() throws Exception {
    SkosImport.Plan plan =
        plan(
            """
            <rdf:Description rdf:about="http://o.example/c_12"><rdf:type rdf:resource="http://www.w3.org/2004/02/skos/core#Concept"/>
              <skos:prefLabel xml:lang="en">bonded store</skos:prefLabel>
              <skos:prefLabel xml:lang="en-US">bonded warehouse</skos:prefLabel>
              <skos:prefLabel xml:lang="zh">保税仓库</skos:prefLabel>
              <skos:altLabel>nameless</skos:altLabel>
              <skos:narrower><skos:Concept rdf:about="http://o.example/c_13"><skos:prefLabel xml:lang="fr">entrepôt privé</skos:prefLabel></skos:Concept></skos:narrower>
              <skos:related rdf:resource="http://o.example/nowhere"/>
            </rdf:Description>
            <skos:Collection rdf:about="http://o.example/all"/>
            """);
    assertThat(plan.problems()).isEmpty();
    assertThat(plan.leftOut()).containsEntry("language", 2).containsEntry("relation", 1);
    assertThat(plan.added()).extracting(ConceptEdit::code).containsExactly("c-12", "c-13");
    assertThat(plan.added().get(0).terms())
        .containsExactly(
            new Term("en", TermKind.PREFERRED, "bonded store"),
            new Term("en", TermKind.ALTERNATIVE, "bonded warehouse"));
    assertThat(plan.added().get(1).broader()).isEqualTo("c-12");
  }

  @Test
  void circlesAndDoublesAreRefusedWithTheConceptsThatMakeThem() throws Exception {
    SkosImport.Plan plan =
        plan(
            concept("a", "<skos:broader rdf:resource='x/b'/>")
                + concept("b", "<skos:broader rdf:resource='x/c'/>")
                + concept("c", "<skos:broader rdf:resource='x/a'/>")
                + concept("d", "<skos:broader rdf:resource='x/d'/>")
                + concept("e", "<skos:related rdf:resource='x/e'/>")
                + concept("A", ""));
    assertThat(plan.problems())
        .extracting(SkosReport.Problem::code, SkosReport.Problem::what)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("a", "twice"),
            org.assertj.core.groups.Tuple.tuple("a", "circle"),
            org.assertj.core.groups.Tuple.tuple("b", "circle"),
            org.assertj.core.groups.Tuple.tuple("c", "circle"),
            org.assertj.core.groups.Tuple.tuple("d", "circle"),
            org.assertj.core.groups.Tuple.tuple("e", "near"));
  }

  @Test
  void nothingOutsideTheFileIsReadAndNothingGrows(@TempDir Path folder) throws Exception {
    Path secret = folder.resolve("secret");
    Files.writeString(secret, "top secret");
    List<String> hostile =
        List.of(
            "<!DOCTYPE r [<!ENTITY x SYSTEM \""
                + secret.toUri()
                + "\">]>"
                + document(concept("a", "<skos:altLabel xml:lang='en'>&x;</skos:altLabel>")),
            "<!DOCTYPE r SYSTEM \"" + secret.toUri() + "\">" + document(concept("a", "")),
            "<!DOCTYPE r [<!ENTITY % x SYSTEM \""
                + secret.toUri()
                + "\">%x;]>"
                + document(concept("a", "")),
            laughs() + document(concept("a", "<skos:altLabel xml:lang='en'>&j;</skos:altLabel>")),
            document(concept("a", "<skos:altLabel xml:lang='en'>&x;</skos:altLabel>")),
            document("<skos:Concept>".repeat(20_000)),
            document("<skos:Concept rdf:about='x'><skos:related>".repeat(10_000)),
            document(concept("a", "")).substring(0, 200),
            "PK\u0003\u0004",
            "",
            "{}",
            document(""),
            document("<skos:Collection rdf:about='x/y'/>"));
    for (String file : hostile) {
      assertThatThrownBy(
              () ->
                  org.junit.jupiter.api.Assertions.assertTimeout(
                      Duration.ofSeconds(5), () -> SkosReader.read(stream(file))))
          .as(file.substring(0, Math.min(80, file.length())))
          .isInstanceOf(RefusedSkos.class)
          .asInstanceOf(type(RefusedSkos.class))
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }
  }

  @Test
  void aHundredThousandConceptsAreRefusedAndTwentyThousandAreTaken() throws Exception {
    assertThat(SkosReader.read(many(SkosReader.MOST_CONCEPTS)).edits())
        .hasSize(SkosReader.MOST_CONCEPTS);
    assertThatThrownBy(() -> SkosReader.read(many(100_000)))
        .asInstanceOf(type(RefusedSkos.class))
        .extracting(RefusedSkos::reason)
        .isEqualTo(RefusedSkos.Reason.LARGE);
  }

  @Test
  void aTermThatIsTooLongOrUnseenIsNamed() throws Exception {
    SkosImport.Plan plan =
        plan(
            concept("a", label("altLabel", "x".repeat(100_000)))
                + concept("b", label("altLabel", "one&#x81;two"))
                + concept("c", label("altLabel", "<x/>".replace("<", "&lt;"))));
    assertThat(plan.problems())
        .extracting(SkosReport.Problem::code, SkosReport.Problem::what)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("a", "long"),
            org.assertj.core.groups.Tuple.tuple("b", "characters"));
  }

  private static InputStream many(int concepts) {
    List<InputStream> parts = new ArrayList<>();
    parts.add(stream(document("").replace("</rdf:RDF>", "")));
    for (int from = 0; from < concepts; from += 1000) {
      StringBuilder part = new StringBuilder();
      for (int i = from; i < from + 1000; i++) {
        part.append(concept("c" + i, ""));
      }
      parts.add(stream(part.toString()));
    }
    parts.add(stream("</rdf:RDF>"));
    return new SequenceInputStream(Collections.enumeration(parts));
  }

  private static String laughs() {
    StringBuilder entities = new StringBuilder("<!DOCTYPE r [<!ENTITY a \"ha\">");
    for (char c = 'b'; c <= 'j'; c++) {
      String before = "&" + (char) (c - 1) + ";";
      entities.append("<!ENTITY ").append(c).append(" \"").append(before.repeat(10)).append("\">");
    }
    return entities.append("]>").toString();
  }

  private static String concept(String code, String more) {
    return "<skos:Concept rdf:about='x/"
        + code
        + "'>"
        + label("prefLabel", "concept " + code)
        + more
        + "</skos:Concept>";
  }

  private static String label(String name, String text) {
    return "<skos:" + name + " xml:lang='en'>" + text + "</skos:" + name + ">";
  }

  private static String document(String concepts) {
    return "<rdf:RDF xmlns:rdf=\""
        + Skos.RDF
        + "\" xmlns:skos=\""
        + Skos.SKOS
        + "\">"
        + concepts
        + "</rdf:RDF>";
  }

  private static SkosImport.Plan plan(String concepts) throws RefusedSkos {
    return plan(stream(document(concepts)), EMPTY);
  }

  private static SkosImport.Plan plan(InputStream file, Vocabulary now) throws RefusedSkos {
    return SkosImport.plan(SkosReader.read(file), now, THEMES);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] export(Vocabulary vocabulary) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SkosWriter.write(vocabulary, BASE, out);
    return out.toByteArray();
  }

  private static Vocabulary vocabulary(List<ConceptEdit> edits) {
    Vocabulary.Builder all = new Vocabulary.Builder();
    edits.forEach(edit -> all.concept(edit.code(), edit.broader(), edit.theme()));
    edits.forEach(edit -> edit.terms().forEach(term -> all.term(edit.code(), term)));
    edits.forEach(edit -> edit.related().forEach(other -> all.related(edit.code(), other)));
    return all.build();
  }
}
