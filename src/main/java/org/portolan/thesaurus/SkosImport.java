package org.portolan.thesaurus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portolan.platform.audit.AuditTrail;

/**
 * Takes a thesaurus from a file: concepts that it has are added or put in the place of what they
 * were, others stay. All of it or nothing.
 */
@ApplicationScoped
public class SkosImport {
  private static final int MOST_PROBLEMS = 50;

  @Inject private ThesaurusReading reading;
  @Inject private ConceptWriting writing;
  @Inject private ThesaurusPermissions permissions;
  @Inject private ThemeNames themes;
  @Inject private AuditTrail audit;

  /** For those who may import at all. */
  public void require() {
    permissions.requireEditor();
  }

  /** What would come of a file; nothing is written. */
  public SkosReport tryOut(InputStream file) throws RefusedSkos {
    permissions.requireEditor();
    return plan(SkosReader.read(file), reading.read(), themes.codes()).report(false);
  }

  /** Writes what a file says, unless something in it is wrong. */
  @Transactional(rollbackOn = RefusedSkos.class)
  public SkosReport apply(InputStream file) throws RefusedSkos {
    permissions.requireEditor();
    SkosReader.Read read = SkosReader.read(file);
    writing.lock();
    Plan plan = plan(read, reading.read(), themes.codes());
    if (!plan.problems().isEmpty()) {
      return plan.report(false);
    }
    List<ConceptEdit> edits = new ArrayList<>(plan.added());
    edits.addAll(plan.changed());
    writing.write(edits);
    audit
        .entry("thesaurus.imported", "thesaurus", 1)
        .change("added", 0, plan.added().size())
        .change("changed", 0, plan.changed().size())
        .write();
    return plan.report(true);
  }

  /** What a file comes to beside what is there. */
  record Plan(
      List<ConceptEdit> added,
      List<ConceptEdit> changed,
      int same,
      List<SkosReport.Problem> problems,
      Map<String, Integer> leftOut) {
    SkosReport report(boolean written) {
      return new SkosReport(
          written,
          added.stream().map(ConceptEdit::code).toList(),
          changed.stream().map(ConceptEdit::code).toList(),
          same,
          problems.subList(0, Math.min(MOST_PROBLEMS, problems.size())),
          problems.size(),
          leftOut);
    }
  }

  static Plan plan(SkosReader.Read read, Vocabulary now, Set<String> themes) {
    Map<String, ConceptEdit> all = new LinkedHashMap<>();
    List<SkosReport.Problem> problems = new ArrayList<>();
    for (ConceptEdit edit : read.edits()) {
      if (all.putIfAbsent(edit.code(), edit) != null) {
        problems.add(new SkosReport.Problem(edit.code(), "code", "twice"));
      }
    }
    Map<String, String> broader = new HashMap<>();
    now.concepts().forEach(concept -> broader.put(concept.code(), concept.broader()));
    all.values().forEach(edit -> broader.put(edit.code(), edit.broader()));
    Map<String, Integer> leftOut = new LinkedHashMap<>(read.leftOut());
    ConceptRules rules =
        new ConceptRules(
            broader::containsKey, code -> broader.getOrDefault(code, ""), themes::contains);
    List<ConceptEdit> added = new ArrayList<>();
    List<ConceptEdit> changed = new ArrayList<>();
    int same = 0;
    Map<String, Set<String>> related = related(all, now);
    for (ConceptEdit said : all.values()) {
      ConceptEdit edit = known(said, related.get(said.code()), broader, leftOut);
      rules
          .problems(edit)
          .forEach((field, what) -> problems.add(new SkosReport.Problem(edit.code(), field, what)));
      Concept before = now.find(edit.code()).orElse(null);
      if (before == null) {
        added.add(edit);
      } else if (same(ConceptEdit.of(before), edit)) {
        same++;
      } else {
        changed.add(edit);
      }
    }
    return new Plan(added, changed, same, problems, leftOut);
  }

  /** Related both ways, as far as both are in the file, and as it was to those that are not. */
  private static Map<String, Set<String>> related(Map<String, ConceptEdit> all, Vocabulary now) {
    Map<String, Set<String>> related = new HashMap<>();
    all.values()
        .forEach(
            edit -> {
              related
                  .computeIfAbsent(edit.code(), code -> new LinkedHashSet<>())
                  .addAll(edit.related());
              edit.related()
                  .forEach(
                      other ->
                          related
                              .computeIfAbsent(other, code -> new LinkedHashSet<>())
                              .add(edit.code()));
            });
    all.keySet()
        .forEach(
            code ->
                now.find(code)
                    .ifPresent(
                        before ->
                            before.related().stream()
                                .filter(other -> !all.containsKey(other))
                                .forEach(related.get(code)::add)));
    return related;
  }

  /** Without relations to what is neither here nor in the file. */
  private static ConceptEdit known(
      ConceptEdit edit,
      Set<String> related,
      Map<String, String> there,
      Map<String, Integer> leftOut) {
    Set<String> beside = new LinkedHashSet<>();
    for (String other : related) {
      if (there.containsKey(other)) {
        beside.add(other);
      } else {
        leftOut.merge("relation", 1, Integer::sum);
      }
    }
    String above = edit.broader();
    if (!above.isEmpty() && !there.containsKey(above)) {
      leftOut.merge("relation", 1, Integer::sum);
      there.put(edit.code(), "");
      above = "";
    }
    return new ConceptEdit(edit.code(), above, edit.theme(), edit.terms(), beside);
  }

  private static boolean same(ConceptEdit one, ConceptEdit other) {
    return one.broader().equals(other.broader())
        && one.theme().equals(other.theme())
        && new HashSet<>(one.terms()).equals(new HashSet<>(other.terms()))
        && new HashSet<>(one.related()).equals(new HashSet<>(other.related()));
  }
}
