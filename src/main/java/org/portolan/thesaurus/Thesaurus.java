package org.portolan.thesaurus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.portolan.platform.audit.AuditPage;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;

/** Editors change the thesaurus, one concept at a time. Nothing is indexed anew. */
@ApplicationScoped
public class Thesaurus {
  static final String KIND = "concept";
  private static final int HISTORY = 20;

  @Inject private ThesaurusReading reading;
  @Inject private ConceptWriting writing;
  @Inject private ThesaurusPermissions permissions;
  @Inject private ThemeNames themes;
  @Inject private AuditTrail audit;

  /** For pages: whether whoever asks may edit. */
  public boolean edits() {
    return permissions.edits();
  }

  /** For those who may edit at all. */
  public void require() {
    permissions.requireEditor();
  }

  /** How often a concept was edited here, for a form that is opened on it. */
  @Transactional
  public int open(String code) {
    permissions.requireEditor();
    return writing.version(code).orElseThrow(() -> new NotFound("concept " + code));
  }

  /** Adds a concept that is not there yet. */
  @Transactional(rollbackOn = InvalidConcept.class)
  public void add(ConceptEdit edit) throws InvalidConcept {
    permissions.requireEditor();
    writing.lock();
    if (writing.version(edit.code()).isPresent()) {
      throw new InvalidConcept(Map.of("code", "taken"));
    }
    write("concept.added", null, edit, reading.read());
  }

  /**
   * Changes one.
   *
   * @param version as the form was opened on
   */
  @Transactional(rollbackOn = InvalidConcept.class)
  public void change(int version, ConceptEdit edit) throws InvalidConcept {
    permissions.requireEditor();
    writing.lock();
    if (open(edit.code()) != version) {
      throw new ChangedMeanwhile();
    }
    Vocabulary now = reading.read();
    write("concept.changed", now.find(edit.code()).orElseThrow(), edit, now);
  }

  /** Gives a concept one more term; it is the preferred one where the language has none. */
  void add(String code, String language, String text) throws InvalidConcept {
    writing.lock();
    Vocabulary now = reading.read();
    Concept before = now.find(code).orElseThrow(() -> new NotFound("concept " + code));
    TermKind kind =
        before.preferred(language).isPresent() ? TermKind.ALTERNATIVE : TermKind.PREFERRED;
    ConceptEdit edit = ConceptEdit.of(before).with(new Term(language, kind, text));
    write("concept.changed", before, edit, now);
  }

  private void write(String action, Concept before, ConceptEdit edit, Vocabulary now)
      throws InvalidConcept {
    Map<String, String> problems = rules(now).problems(edit);
    if (!problems.isEmpty()) {
      throw new InvalidConcept(problems);
    }
    writing.write(List.of(edit));
    ConceptEdit was =
        before == null
            ? new ConceptEdit(edit.code(), "", "", List.of(), java.util.Set.of())
            : ConceptEdit.of(before);
    audit
        .entry(action, KIND, edit.code())
        .change("terms", words(was.terms(), edit.terms()), words(edit.terms(), was.terms()))
        .change("broader", was.broader(), edit.broader())
        .change("theme", was.theme(), edit.theme())
        .change("related", String.join(" ", was.related()), String.join(" ", edit.related()))
        .write();
  }

  ConceptRules rules(Vocabulary now) {
    return new ConceptRules(
        code -> now.find(code).isPresent(),
        code -> now.find(code).map(Concept::broader).orElse(""),
        themes::knows);
  }

  /** Those of some terms that are not among the others. */
  private static String words(List<Term> terms, List<Term> others) {
    return terms.stream()
        .filter(term -> !others.contains(term))
        .map(term -> term.language() + " " + term.text())
        .collect(Collectors.joining("; "));
  }

  /** What was done to a concept, the newest first. */
  @Transactional
  public AuditPage history(String code) {
    permissions.requireEditor();
    return audit.history(KIND, code, null, HISTORY);
  }
}
