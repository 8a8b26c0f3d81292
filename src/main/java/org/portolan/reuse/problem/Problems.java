package org.portolan.reuse.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portolan.knowledge.KnowledgeService;
import org.portolan.knowledge.PracticePlace;
import org.portolan.knowledge.PracticePlaces;
import org.portolan.people.People;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.audit.Deed;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotSignedIn;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;

/**
 * Whoever is signed in and reads a practice tells its editors what is wrong with it; an editor of
 * the region settles it with an answer.
 */
@ApplicationScoped
public class Problems {
  public static final int LONGEST = PracticeProblem.LONGEST;

  static final int MOST_A_DAY = 10;

  @Inject private ProblemRepository problems;
  @Inject private ProblemLetters letters;
  @Inject private PracticePlaces practices;
  @Inject private KnowledgeService knowledge;
  @Inject private People people;
  @Inject private CurrentPerson me;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** The practice of which somebody is about to tell something. */
  @Transactional
  public PracticePlace practice(String code) {
    me.require();
    PracticePlace practice = practices.readable(code);
    if (practice.draft()) {
      throw new NotFound("problem of " + code);
    }
    return practice;
  }

  @Transactional(rollbackOn = InvalidProblem.class)
  public void tell(String code, String kind, String words) throws InvalidProblem {
    PracticePlace practice = practice(code);
    if (!people.holdStill(me.id())) {
      throw new NotSignedIn();
    }
    Instant now = clock.instant();
    PracticeProblem problem = new PracticeProblem(practice, kind, words, me.id(), now);
    if (problems.countToldSince(me.id(), now.minus(Duration.ofDays(1))) >= MOST_A_DAY) {
      throw new InvalidProblem("many");
    }
    problems.add(problem);
    entry("problem.told", problem)
        .change("problem", null, problem.kind())
        .personal(me.id(), "report", null, problem.words())
        .write();
    letters.told(practice, problem);
  }

  /** What waits in the regions of the editor, the longest told first. */
  @Transactional
  public List<ToldProblem> desk() {
    Set<String> regions = knowledge.ownRegions();
    List<PracticeProblem> open = problems.open(regions);
    Map<Long, PracticePlace> read =
        practices.readable(open.stream().map(PracticeProblem::practiceId).distinct().toList());
    return open.stream()
        .map(
            each ->
                new ToldProblem(
                    each.id(),
                    each.version(),
                    read.get(each.practiceId()),
                    each.kind(),
                    each.words(),
                    each.toldAt()))
        .toList();
  }

  /** Says what became of it. */
  @Transactional(rollbackOn = InvalidProblem.class)
  public void settle(long id, int version, String answer) throws InvalidProblem {
    Set<String> regions = knowledge.ownRegions();
    PracticeProblem problem =
        problems
            .lock(id)
            .filter(each -> regions.contains(each.regionCode()))
            .orElseThrow(() -> new NotFound("problem " + id));
    if (problem.version() != version || !problem.open()) {
      throw new ChangedMeanwhile();
    }
    Long teller = problem.personId();
    problem.settle(me.id(), answer, clock.instant());
    problems.flush();
    entry("problem.settled", problem).change("answer", null, problem.answer()).write();
    PracticePlace practice =
        practices.readable(Set.of(problem.practiceId())).get(problem.practiceId());
    if (teller != null && teller != me.id() && practice != null) {
      letters.settled(practice, teller, problem.answer());
    }
  }

  private Deed entry(String action, PracticeProblem problem) {
    return audit
        .entry(action, KnowledgeService.KIND, problem.practiceId())
        .scope(Scope.region(problem.regionCode()));
  }
}
