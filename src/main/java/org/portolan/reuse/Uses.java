package org.portolan.reuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.portolan.knowledge.KnowledgeService;
import org.portolan.knowledge.PracticePlace;
import org.portolan.knowledge.PracticePlaces;
import org.portolan.people.People;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.audit.Deed;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.search.Changes;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.NotSignedIn;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.security.SignedIn;
import org.portolan.platform.web.NotFound;
import org.portolan.region.Directory;
import org.portolan.region.MemberSummary;

/**
 * Which administrations used a practice. Whoever reads the practice reads of its use; officers
 * report for their administration, and take back what they reported, as may its National
 * Coordinator.
 */
@ApplicationScoped
public class Uses {
  /** Nobody has so many to tell of; programs would. */
  static final int MOST_A_DAY = 20;

  @Inject private UseRepository uses;
  @Inject private PracticePlaces practices;
  @Inject private People people;
  @Inject private Directory directory;
  @Inject private CurrentPerson me;
  @Inject private Changes changes;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /** A practice that the person may read, with all that is said of its use. */
  @Transactional
  public UsedPractice of(String code) {
    PracticePlace practice = published(code);
    List<UseSummary> all = uses.ofPractice(practice.id()).stream().map(this::summary).toList();
    return new UsedPractice(
        practice, all, (int) all.stream().map(UseSummary::member).distinct().count());
  }

  /** For the page of a practice, which has asked whether it may be read. */
  @Transactional
  public LatestUses latest(long practice, int count) {
    List<Object[]> rows = uses.latest(practice, count);
    return new LatestUses(
        rows.stream().map(row -> summary((PracticeUse) row[0])).toList(),
        rows.isEmpty() ? 0 : ((Number) rows.get(0)[1]).intValue());
  }

  /** The practice of which somebody is about to report. */
  @Transactional
  public PracticePlace practice(String code) {
    me.require();
    return published(code);
  }

  /** The Member for which this person would report, or null. */
  public String member() {
    SignedIn person = me.require();
    Set<String> coordinated = me.scopes(Role.COORDINATOR, Scope.Kind.MEMBER);
    return person.memberCode() != null
        ? person.memberCode()
        : coordinated.stream().sorted().findFirst().orElse(null);
  }

  /**
   * Says that the administration of the person used a practice.
   *
   * @param language in which it is written
   */
  @Transactional(rollbackOn = InvalidUse.class)
  public void report(String code, UseReport typed, Language language) throws InvalidUse {
    PracticePlace practice = practice(code);
    if (!people.holdStill(me.id())) {
      throw new NotSignedIn();
    }
    Instant now = clock.instant();
    String member = member();
    UseReport.Checked report =
        typed.check(practice, member, YearMonth.from(now.atZone(ZoneOffset.UTC)));
    if (uses.reported(practice.id(), member, report.year())) {
      throw new InvalidUse("once");
    }
    if (uses.countReportedSince(me.id(), now.minus(Duration.ofDays(1))) >= MOST_A_DAY) {
      throw new InvalidUse("many");
    }
    PracticeUse use = new PracticeUse(practice.id(), member, report, language, me.id(), now);
    if (!uses.add(use)) {
      throw new InvalidUse("once");
    }
    changes.record(KnowledgeService.KIND, practice.id());
    entry("use.reported", use)
        .change("member", null, member)
        .change("year", null, report.year())
        .personal(me.id(), "report", null, report.words())
        .write();
  }

  /** Takes a report back, which is gone then. */
  @Transactional
  public void withdraw(long id) {
    me.require();
    PracticeUse use =
        uses.find(id).filter(this::withdraws).orElseThrow(() -> new NotFound("use " + id));
    uses.remove(use);
    changes.record(KnowledgeService.KIND, use.practiceId());
    entry("use.withdrawn", use)
        .change("member", use.memberCode(), null)
        .change("year", use.year(), null)
        .personal(use.reportedBy(), "report", use.report(), null)
        .write();
  }

  /** What is said for the Members whose National Coordinator asks, the last reported first. */
  @Transactional
  public List<ReportedUse> desk() {
    List<PracticeUse> all = uses.ofMembers(coordinated());
    Map<Long, PracticePlace> read =
        practices.readable(all.stream().map(PracticeUse::practiceId).distinct().toList());
    return all.stream()
        .map(use -> new ReportedUse(summary(use), read.get(use.practiceId()), use.reportedAt()))
        .toList();
  }

  private Set<String> coordinated() {
    me.require();
    Set<String> members =
        me.isAdministrator()
            ? directory.members().stream().map(MemberSummary::code).collect(Collectors.toSet())
            : me.readableScopes(Role.COORDINATOR, Scope.Kind.MEMBER);
    if (members.isEmpty()) {
      throw new NotAllowed();
    }
    return members;
  }

  /** Of a draft nobody can have used anything. */
  private PracticePlace published(String code) {
    PracticePlace practice = practices.readable(code);
    if (practice.draft()) {
      throw new NotFound("use of " + code);
    }
    return practice;
  }

  private UseSummary summary(PracticeUse use) {
    return new UseSummary(
        use.id(),
        use.practiceId(),
        use.memberCode(),
        use.year(),
        use.month(),
        use.report(),
        use.language(),
        withdraws(use));
  }

  private boolean withdraws(PracticeUse use) {
    return me.isSignedIn()
        && (use.reportedBy() == me.id()
            || me.holds(Role.COORDINATOR, Scope.member(use.memberCode()))
            || me.isAdministrator());
  }

  private Deed entry(String action, PracticeUse use) {
    return audit
        .entry(action, KnowledgeService.KIND, use.practiceId())
        .scope(Scope.member(use.memberCode()));
  }
}
