package org.portolan.radar;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.portolan.platform.persistence.InstantColumn;
import org.portolan.radar.rules.Finding;

/**
 * That somebody who coordinates a region looked at a finding and let it be, and why. It holds for
 * the facts of then: a finding about the same with other facts is another one.
 */
@Entity
@Table(name = "radar_dismissal")
class Dismissal {
  static final int LONGEST_REASON = 500;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "region_code")
  private String regionCode;

  @Column(name = "first_year")
  private int firstYear;

  private String kind;
  private String subject;
  private String fingerprint;
  private String sessions;
  private String reason;

  @Column(name = "dismissed_by")
  private long dismissedBy;

  @Column(name = "dismissed_at")
  @Convert(converter = InstantColumn.class)
  private Instant dismissedAt;

  protected Dismissal() {}

  Dismissal(String region, int year, Finding finding, String reason, long by, Instant now) {
    regionCode = region;
    firstYear = year;
    kind = finding.kind().code();
    subject = finding.subject();
    fingerprint = finding.fingerprint();
    sessions = finding.sessions().stream().map(String::valueOf).collect(Collectors.joining(" "));
    this.reason = reason;
    dismissedBy = by;
    dismissedAt = now;
  }

  Long id() {
    return id;
  }

  String reason() {
    return reason;
  }

  long dismissedBy() {
    return dismissedBy;
  }

  Instant dismissedAt() {
    return dismissedAt;
  }

  /** Whether it is this finding, with the facts of then. */
  boolean of(Finding finding) {
    return fingerprint.equals(finding.fingerprint());
  }

  /** Whether it was this finding, before something behind it changed. */
  boolean wasOf(Finding finding) {
    return !of(finding)
        && kind.equals(finding.kind().code())
        && subject.equals(finding.subject())
        && (sessions.isEmpty()
            || finding.sessions().stream().map(String::valueOf).anyMatch(numbers()::contains));
  }

  private Set<String> numbers() {
    return Arrays.stream(sessions.split(" ")).collect(Collectors.toSet());
  }
}
