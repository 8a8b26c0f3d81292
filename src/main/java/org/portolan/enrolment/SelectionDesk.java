package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.portolan.approval.Approver;
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
   * Who waits for the selection of a session of one's own centre, the first in its ranking first.
   */
  @Transactional
  public SelectionList find(long sessionId, Language reader) {
    requireOwn(sessionId);
    Instant now = clock.instant();
    OfferedSession session =
        applications
            .session(sessionId, reader)
            .orElseThrow(() -> new NotFound("session " + sessionId));
    Criteria criteria = rows.criteria(Set.of(sessionId)).getOrDefault(sessionId, Criteria.NONE);
    Map<Long, Integer> homeRanks =
        rows.candidates(sessionId).stream()
            .collect(
                Collectors.toMap(
                    RankingRows.Candidate::application, RankingRows.Candidate::homeRank));
    Optional<Ranking> ranking =
        criteria.isNone() ? Optional.empty() : Optional.of(rankings.of(sessionId, criteria, now));
    List<SelectionList.Waits> waiting =
        applications.listed(sessionId, reader).stream()
            .filter(each -> each.ask() != null && each.ask().approver() == Approver.CENTRE)
            .map(
                each ->
                    new SelectionList.Waits(
                        each,
                        ranking.flatMap(one -> one.of(each.id())).orElse(null),
                        homeRanks.getOrDefault(each.id(), 0)))
            .sorted(Comparator.comparingInt(SelectionDesk::place))
            .toList();
    return new SelectionList(
        session, session.open(now), criteria, rows.version(sessionId), waiting);
  }

  private static int place(SelectionList.Waits waits) {
    return Optional.ofNullable(waits.ranked()).map(Ranked::place).orElse(0);
  }

  /**
   * Compares by other criteria from now on.
   *
   * @param version that was shown
   * @throws ChangedMeanwhile when others were given meanwhile
   */
  @Transactional
  public void rule(long sessionId, int version, Criteria criteria) {
    String centre = requireOwn(sessionId);
    books.holdAsKept(sessionId);
    if (rows.version(sessionId) != version) {
      throw new ChangedMeanwhile();
    }
    Criteria before = rows.criteria(Set.of(sessionId)).getOrDefault(sessionId, Criteria.NONE);
    rows.keep(sessionId, criteria);
    audit
        .entry("selection.ruled", "session", sessionId)
        .scope(Scope.centre(centre))
        .change("criteria", before.text(), criteria.text())
        .write();
  }

  private String requireOwn(long sessionId) {
    String centre =
        rows.occasion(sessionId).orElseThrow(() -> new NotFound("session " + sessionId)).centre();
    me.requireRole(Role.CENTRE, Scope.centre(centre));
    return centre;
  }
}
