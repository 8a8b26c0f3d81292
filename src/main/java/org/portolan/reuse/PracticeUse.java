package org.portolan.reuse;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.persistence.InstantColumn;

/** That an administration used a practice of somebody else, as one of its people says. */
@Entity
@Table(name = "practice_use")
class PracticeUse {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "practice_id")
  private long practiceId;

  @Column(name = "member_code")
  private String memberCode;

  @Column(name = "used_year")
  private int year;

  @Column(name = "used_month")
  private Integer month;

  private String report;
  private String language;

  @Column(name = "reported_by")
  private long reportedBy;

  @Column(name = "reported_at")
  @Convert(converter = InstantColumn.class)
  private Instant reportedAt;

  protected PracticeUse() {}

  PracticeUse(
      long practiceId,
      String memberCode,
      UseReport.Checked report,
      Language language,
      long reporter,
      Instant now) {
    this.practiceId = practiceId;
    this.memberCode = memberCode;
    this.year = report.year();
    this.month = report.month();
    this.report = report.words();
    this.language = language.code();
    this.reportedBy = reporter;
    this.reportedAt = now;
  }

  long id() {
    return id;
  }

  long practiceId() {
    return practiceId;
  }

  String memberCode() {
    return memberCode;
  }

  int year() {
    return year;
  }

  Integer month() {
    return month;
  }

  String report() {
    return report;
  }

  String language() {
    return language;
  }

  long reportedBy() {
    return reportedBy;
  }

  Instant reportedAt() {
    return reportedAt;
  }
}
