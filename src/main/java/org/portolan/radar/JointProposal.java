package org.portolan.radar;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.portolan.platform.persistence.InstantColumn;

/**
 * One session in the place of a draft of each of two centres, as those who coordinate their region
 * propose it. Each centre agrees or declines, once. When both agree there is a draft of the lead
 * centre; when one declines, or the proposal is taken back, everything stays as it was.
 */
@Entity
@Table(name = "joint_proposal")
class JointProposal {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "region_code")
  private String regionCode;

  @Column(name = "lead_centre")
  private String leadCentre;

  @Column(name = "other_centre")
  private String otherCentre;

  @Column(name = "lead_draft")
  private Long leadDraft;

  @Column(name = "other_draft")
  private Long otherDraft;

  @Column(name = "first_day")
  private LocalDate firstDay;

  @Column(name = "last_day")
  private LocalDate lastDay;

  @Column(name = "lead_seats")
  private int leadSeats;

  @Column(name = "other_seats")
  private int otherSeats;

  @Column(name = "lead_cost")
  private Integer leadCost;

  @Column(name = "cost_words")
  private String costWords;

  private String note;
  private String state;

  @Column(name = "proposed_by")
  private long proposedBy;

  @Column(name = "proposed_at")
  @Convert(converter = InstantColumn.class)
  private Instant proposedAt;

  /** The draft that came of it. */
  @Column(name = "session_id")
  private Long sessionId;

  /** Whether a centre plans its former draft again, on its own. */
  @Column(name = "lead_apart")
  private boolean leadApart;

  @Column(name = "other_apart")
  private boolean otherApart;

  @ElementCollection
  @CollectionTable(name = "joint_answer", joinColumns = @JoinColumn(name = "proposal_id"))
  @MapKeyColumn(name = "centre_code")
  private Map<String, JointAnswer> answers = new TreeMap<>();

  @Version private int version;

  protected JointProposal() {}

  JointProposal(
      String region, JointTerms terms, long leadDraft, long otherDraft, long by, Instant now) {
    regionCode = region;
    leadCentre = terms.lead();
    otherCentre = terms.other();
    this.leadDraft = leadDraft;
    this.otherDraft = otherDraft;
    firstDay = terms.firstDay();
    lastDay = terms.lastDay();
    leadSeats = terms.leadSeats();
    otherSeats = terms.otherSeats();
    leadCost = terms.leadCost();
    costWords = terms.costWords();
    note = terms.note();
    state = JointState.OPEN.code();
    proposedBy = by;
    proposedAt = now;
  }

  /**
   * Takes the answer of one of the centres.
   *
   * @return whether both agree now
   */
  boolean answer(String centre, boolean agrees, String reason, long by, Instant now) {
    requireOpen();
    if (answers.containsKey(centre)) {
      throw new RadarRefused("radar.problem.answered");
    }
    answers.put(centre, new JointAnswer(agrees, reason, by, now));
    if (!agrees) {
      state = JointState.DECLINED.code();
    }
    return agrees
        && centres().stream()
            .allMatch(each -> answers.containsKey(each) && answers.get(each).agrees());
  }

  /** Both agreed, and this draft came of it. */
  void agreed(long session) {
    requireOpen();
    state = JointState.AGREED.code();
    sessionId = session;
  }

  /** Drafts in whose place the session is; those that a centre plans again on its own are not. */
  Set<Long> joined() {
    Set<Long> joined = new TreeSet<>();
    if (state() == JointState.AGREED) {
      if (!leadApart && leadDraft != null) {
        joined.add(leadDraft);
      }
      if (!otherApart && otherDraft != null) {
        joined.add(otherDraft);
      }
    }
    return joined;
  }

  /** The draft of a centre that {@link #joined} holds, or null. */
  Long joinedOf(String centre) {
    Long draft = centre.equals(leadCentre) ? leadDraft : otherDraft;
    return joined().contains(draft) ? draft : null;
  }

  /** A centre plans its former draft again; the session stays what it is. */
  void apart(String centre) {
    if (joinedOf(centre) == null) {
      throw new RadarRefused("radar.problem.apart");
    }
    if (centre.equals(leadCentre)) {
      leadApart = true;
    } else {
      otherApart = true;
    }
  }

  void withdraw() {
    requireOpen();
    state = JointState.WITHDRAWN.code();
  }

  private void requireOpen() {
    if (state() != JointState.OPEN) {
      throw new RadarRefused("radar.problem.over");
    }
  }

  Set<String> centres() {
    return Set.of(leadCentre, otherCentre);
  }

  Long id() {
    return id;
  }

  String regionCode() {
    return regionCode;
  }

  String leadCentre() {
    return leadCentre;
  }

  String otherCentre() {
    return otherCentre;
  }

  Long leadDraft() {
    return leadDraft;
  }

  Long otherDraft() {
    return otherDraft;
  }

  int seats() {
    return leadSeats + otherSeats;
  }

  JointState state() {
    return JointState.of(state);
  }

  long proposedBy() {
    return proposedBy;
  }

  Instant proposedAt() {
    return proposedAt;
  }

  Long sessionId() {
    return sessionId;
  }

  Map<String, JointAnswer> answers() {
    return answers;
  }

  JointTerms terms() {
    return new JointTerms(
        leadCentre,
        otherCentre,
        firstDay,
        lastDay,
        leadSeats,
        otherSeats,
        leadCost,
        costWords,
        note);
  }
}
