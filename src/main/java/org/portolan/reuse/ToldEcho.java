package org.portolan.reuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portolan.knowledge.PracticeEcho;
import org.portolan.reuse.comment.CommentCounts;

/** Reports of use and comments, counted for those who list practices. */
@ApplicationScoped
class ToldEcho implements PracticeEcho {
  private static final int[] NONE = {0, 0};

  @Inject private UseRepository uses;
  @Inject private CommentCounts comments;

  @Override
  @Transactional
  public Map<String, Counts> counts(Collection<String> codes) {
    Map<String, int[]> used = uses.counts(codes);
    Optional<Map<String, Integer>> said = comments.shown(codes);
    Map<String, Counts> counts = new LinkedHashMap<>();
    for (String code : codes) {
      int[] both = used.getOrDefault(code, NONE);
      counts.put(
          code,
          new Counts(both[0], both[1], said.map(all -> all.getOrDefault(code, 0)).orElse(null)));
    }
    return counts;
  }

  @Override
  @Transactional
  public List<Use> uses(String code) {
    return uses.ofPractice(code).stream()
        .map(
            use -> new Use(use.memberCode(), use.year(), use.month(), use.language(), use.report()))
        .toList();
  }
}
