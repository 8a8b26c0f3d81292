package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.portolan.calendar.SessionCopied;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.platform.web.NotFound;
import org.portolan.selection.Criteria;
import org.portolan.selection.Ranked;
import org.portolan.selection.Ranking;

/**
 * Where a centre compares those who wait for its selection. The system ranks, people decide (see
 * {@link Decisions#decideAll}).
 */
@ApplicationScoped
public class SelectionDesk {
  @Inject private ApplicationRows applications;
  @Inject private RankingRows rows;
  @Inject private Rankings rankings;
  @Inject private SeatBooks books;
  @Inject private CurrentPerson me;
  @Inject private AuditTrail audit;
  @Inject private Clock clock;

  /**
   * Who waits for the selection of a session of one's own centre, the first in its ranking first,
   * or the first who applied where nobody is compared.
   *
   * @param most how many of them are shown
   */
  @Transactional
  public SelectionList find(long sessionId, int most, Language reader) {
    OfferedSession session = session(sessionId, reader);
    Instant now = clock.instant();
    Criteria criteria = rows.criteria(Set.of(sessionId)).getOrDefault(sessionId, Criteria.NONE);
    List<RankingRows.Candidate> waiting = rows.candidates(sessionId);
    Ranking ranking = rankings.of(sessionId, criteria, waiting, now);
    Map<Long, Integer> homeRanks =
        waiting.stream()
            .collect(
                Collectors.toMap(
                    RankingRows.Candidate::application, RankingRows.Candidate::homeRank));
    List<Ranked> first = ranking.order().stream().limit(most).toList();
    Map<Long, ApplicationSummary> shown =
        applications.byIds(first.stream().map(Ranked::number).toList(), reader).stream()
            .collect(Collectors.toMap(ApplicationSummary::id, each -> each));
    return new SelectionList(
        session,
        session.open(now),
        criteria,
        rows.version(sessionId),
        waiting.size(),
        first.stream()
            .filter(each -> shown.containsKey(each.number()))
            .map(
                each ->
                    new SelectionList.Waits(
                        shown.get(each.number()), each, homeRanks.get(each.number())))
            .toList());
  }

  /** A session of one's own centre. */
  @Transactional
  public OfferedSession session(long sessionId, Language reader) {
    requireOwn(sessionId);
    return applications
        .session(sessionId, reader)
        .orElseThrow(() -> new NotFound("session " + sessionId));
  }

  /**
   * Compares by other criteria from now on.
   *
   * @param version that was shown
   * @param why needed where people wait already, whom the others would have ranked; kept in the
   *     trail
   * @throws ChangedMeanwhile when others were given meanwhile
   * @throws EnrolmentRefused when a reason is missing
   */
  @Transactional
  public void rule(long sessionId, int version, Criteria criteria, String why) {
    String centre = requireOwn(sessionId);
    books.holdAsKept(sessionId);
    if (rows.version(sessionId) != version) {
      throw new ChangedMeanwhile();
    }
    Criteria before = rows.criteria(Set.of(sessionId)).getOrDefault(sessionId, Criteria.NONE);
    if (before.equals(criteria)) {
      return;
    }
    Statement reason =
        before.isNone() || rows.candidates(sessionId).isEmpty()
            ? Statement.remark(why)
            : Statement.refusal(why);
    rows.keep(sessionId, criteria);
    audit
        .entry("selection.ruled", "session", sessionId)
        .scope(Scope.centre(centre))
        .change("criteria", before.text(), criteria.text())
        .change("reason", null, reason.text())
        .write();
  }

  /** A copy compares by the same criteria. */
  @Transactional(Transactional.TxType.MANDATORY)
  void copied(@Observes SessionCopied event) {
    Criteria criteria = rows.criteria(Set.of(event.fromId())).get(event.fromId());
    if (criteria != null) {
      rows.keep(event.toId(), criteria);
    }
  }

  private String requireOwn(long sessionId) {
    String centre =
        rows.occasion(sessionId).orElseThrow(() -> new NotFound("session " + sessionId)).centre();
    me.requireRole(Role.CENTRE, Scope.centre(centre));
    return centre;
  }
}
