package org.portolan.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.portolan.calendar.BlockedDays;
import org.portolan.calendar.BlockedTime;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.NotFound;
import org.portolan.region.Directory;

/** When centres cannot hold sessions: said by the centres, seen by all who plan. */
@ApplicationScoped
public class Blocks implements BlockedDays {
  private static final String KIND = "centre-block";
  private static final int MOST = 2000;

  /** A centre with more of them says the same twice. */
  private static final int MOST_OF_CENTRE = 500;

  @PersistenceContext private EntityManager entities;
  @Inject private Directory directory;
  @Inject private CurrentPerson person;
  @Inject private AuditTrail audit;

  @Override
  @Transactional
  public List<BlockedTime> between(String centreCode, LocalDate firstDay, LocalDate lastDay) {
    return list(List.of(centreCode), firstDay, lastDay).stream().map(BlockSummary::time).toList();
  }

  /** What blocks any of these days, by day. Whose these centres are, the caller has asked. */
  @Transactional
  List<BlockSummary> list(Collection<String> centres, LocalDate from, LocalDate to) {
    return centres.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select b from CentreBlock b where b.centreCode in :centres"
                    + " and b.firstDay <= :to and b.lastDay >= :from order by b.firstDay, b.id",
                CentreBlock.class)
            .setParameter("centres", centres)
            .setParameter("from", from)
            .setParameter("to", to)
            .setMaxResults(MOST)
            .getResultList()
            .stream()
            .map(block -> new BlockSummary(block.id(), block.centreCode(), block.time()))
            .toList();
  }

  /**
   * @throws InvalidBlock where the days cannot be blocked as they are given
   */
  @Transactional
  public void add(String centreCode, BlockEdit edit) {
    person.requireRole(Role.CENTRE, Scope.centre(centreCode));
    if (directory.findCentre(centreCode).isEmpty()) {
      throw new NotFound("centre " + centreCode);
    }
    CentreBlock block = new CentreBlock(centreCode, edit);
    if (said(block)) {
      // a form that was sent twice
      return;
    }
    if (count(centreCode) >= MOST_OF_CENTRE) {
      throw new InvalidBlock(Map.of("kind", "programme.problem.many"));
    }
    entities.persist(block);
    entities.flush();
    tell("centre-block.added", block, null, edit);
  }

  /** Whether the centre has said so already; others who say something of it wait. */
  private boolean said(CentreBlock block) {
    entities
        .createNativeQuery("SELECT code FROM body WHERE code = ?1 FOR UPDATE")
        .setParameter(1, block.centreCode())
        .getResultList();
    return list(List.of(block.centreCode()), block.said().firstDay(), block.said().lastDay())
        .stream()
        .anyMatch(each -> each.time().equals(block.time()));
  }

  private long count(String centreCode) {
    return entities
        .createQuery("select count(b) from CentreBlock b where b.centreCode = :centre", Long.class)
        .setParameter("centre", centreCode)
        .getSingleResult();
  }

  @Transactional
  public void remove(long id) {
    CentreBlock block = entities.find(CentreBlock.class, id);
    if (block == null) {
      throw new NotFound("block " + id);
    }
    person.requireRole(Role.CENTRE, Scope.centre(block.centreCode()));
    tell("centre-block.removed", block, block.said(), null);
    entities.remove(block);
  }

  private void tell(String action, CentreBlock block, BlockEdit before, BlockEdit after) {
    audit
        .entry(action, KIND, block.id())
        .scope(Scope.centre(block.centreCode()))
        .change("block", value(before), value(after))
        .write();
  }

  private static String value(BlockEdit said) {
    return said == null
        ? null
        : said.kind() + " " + said.firstDay() + "/" + said.lastDay() + " " + said.words();
  }
}
