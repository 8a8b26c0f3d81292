package org.portolan.catalog;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;

/** A course that centres give: what it teaches, for whom and how, told in one or more languages. */
@Entity
@Table(name = "course")
class Course {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String code;

  @Column(name = "centre_code")
  private String centreCode;

  @Column(name = "region_code")
  private String regionCode;

  @Column(name = "theme_code")
  private String themeCode;

  private String level;
  private String mode;
  private int hours;
  private String audience;
  private String instrument;
  private String state;
  @Version private int version;

  @ElementCollection(fetch = FetchType.LAZY)
  @CollectionTable(name = "course_text", joinColumns = @JoinColumn(name = "course_id"))
  private List<CourseText> texts = new ArrayList<>();

  protected Course() {}

  CourseFacts facts() {
    return new CourseFacts(
        id, code, centreCode, regionCode, themeCode, level, mode, hours, audience, instrument);
  }

  List<CourseText> texts() {
    return texts;
  }
}
