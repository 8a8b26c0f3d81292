package org.portolan.catalog;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portolan.platform.persistence.InstantColumn;
import org.portolan.region.CentreSummary;

/**
 * A course that centres give: what it teaches, for whom and how, told in one or more languages. Its
 * centre drafts and submits it, whoever keeps its catalogue publishes and retires it.
 */
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

  @Column(name = "member_code")
  private String memberCode;

  private String catalogue;

  @Column(name = "theme_code")
  private String themeCode;

  private String level;
  private String mode;
  private int hours;
  private String audience;
  private String instrument;

  @Column(name = "sponsor_code")
  private String sponsorCode;

  @Column(name = "valid_from")
  private LocalDate validFrom;

  @Column(name = "valid_until")
  private LocalDate validUntil;

  @Column(name = "master_language")
  private String masterLanguage;

  private int edition;
  private String state;

  @Column(name = "successor_id")
  private Long successorId;

  @Column(name = "drafted_by")
  private Long draftedBy;

  @Column(name = "submitted_by")
  private Long submittedBy;

  private String remark;

  @Column(name = "published_at")
  @Convert(converter = InstantColumn.class)
  private Instant publishedAt;

  @Column(name = "retired_at")
  @Convert(converter = InstantColumn.class)
  private Instant retiredAt;

  @Column(name = "updated_at")
  @Convert(converter = InstantColumn.class)
  private Instant updatedAt;

  @Version private int version;

  @OneToMany(mappedBy = "course", cascade = CascadeType.ALL, orphanRemoval = true)
  private List<CourseText> texts = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "course_theme", joinColumns = @JoinColumn(name = "course_id"))
  @Column(name = "theme_code")
  private Set<String> furtherThemes = new HashSet<>();

  @ElementCollection
  @CollectionTable(name = "course_competency", joinColumns = @JoinColumn(name = "course_id"))
  private Set<CourseCompetency> competencies = new HashSet<>();

  @ElementCollection
  @CollectionTable(name = "course_prerequisite", joinColumns = @JoinColumn(name = "course_id"))
  @Column(name = "required_id")
  private Set<Long> required = new HashSet<>();

  protected Course() {}

  /** A draft, with nothing in it yet but its first language. */
  Course(String code, String masterLanguage, long author) {
    this.code = code;
    this.masterLanguage = masterLanguage;
    this.draftedBy = author;
    this.edition = 1;
    this.state = CourseState.DRAFT.code();
  }

  CourseFacts facts() {
    return new CourseFacts(
        id,
        code,
        centreCode,
        regionCode,
        themeCode,
        level,
        mode,
        hours,
        audience,
        instrument,
        validity());
  }

  /** What is taught, for whom and how, beside the words. */
  void describe(CourseDescription description, CentreSummary centre, Instant now) {
    centreCode = centre.code();
    regionCode = centre.regionCode();
    memberCode = centre.memberCode();
    catalogue = description.catalogue().code();
    themeCode = description.theme();
    furtherThemes.retainAll(description.furtherThemes());
    furtherThemes.addAll(description.furtherThemes());
    level = description.level().code();
    mode = description.mode().code();
    hours = description.hours();
    audience = description.audienceCodes();
    instrument = description.instrument();
    sponsorCode = description.sponsor();
    Set<CourseCompetency> given =
        new HashSet<>(description.gives().stream().map(CourseCompetency::new).toList());
    competencies.retainAll(given);
    competencies.addAll(given);
    required.retainAll(description.required());
    required.addAll(description.required());
    validFrom = description.validity().from();
    validUntil = description.validity().until();
    updatedAt = now;
  }

  CourseDescription description() {
    return new CourseDescription(
        centreCode,
        catalogue(),
        themeCode,
        new LinkedHashSet<>(furtherThemes.stream().sorted().toList()),
        Level.of(level).orElseThrow(),
        Mode.of(mode).orElseThrow(),
        hours,
        Audience.list(audience),
        instrument,
        sponsorCode,
        gives(),
        Set.copyOf(required),
        validity());
  }

  private Validity validity() {
    return new Validity(validFrom, validUntil);
  }

  /**
   * Takes over the words in one language. New words in the first language are a new edition of the
   * course, which the other texts are behind from then on.
   *
   * @param small whether so little changed that the others still follow
   */
  void write(TextEdit edit, boolean small, Instant now) {
    Optional<CourseText> known = text(edit.language());
    if (known.isEmpty()) {
      texts.add(new CourseText(this, edit, edition));
    } else if (!known.get().says(edit)) {
      known.get().change(edit);
      if (edit.language().equals(masterLanguage) && !small) {
        edition++;
        known.get().follow(edition);
      }
    }
    updatedAt = now;
  }

  /** Somebody says that a text tells the present edition. */
  void bringUp(String language, Instant now) {
    text(language).orElseThrow().follow(edition);
    updatedAt = now;
  }

  /** Its centre asks for it to be published. */
  void submit(long person, Instant now) {
    require(CourseState.DRAFT);
    state = CourseState.REVIEW.code();
    submittedBy = person;
    remark = null;
    updatedAt = now;
  }

  /** What has to be done before it can be published is for its centre to read. */
  void sendBack(String reason, Instant now) {
    require(CourseState.REVIEW);
    state = CourseState.DRAFT.code();
    remark = reason;
    updatedAt = now;
  }

  void publish(Instant now) {
    require(CourseState.REVIEW);
    state = CourseState.PUBLISHED.code();
    publishedAt = now;
    updatedAt = now;
  }

  /**
   * @param successor a published course that takes its place, or null
   */
  void retire(Course successor, Instant now) {
    require(CourseState.PUBLISHED);
    state = CourseState.RETIRED.code();
    successorId = successor == null ? null : successor.id;
    retiredAt = now;
    updatedAt = now;
  }

  /** Whether it is not yet for readers. */
  boolean beingDrafted() {
    return state() == CourseState.DRAFT || state() == CourseState.REVIEW;
  }

  /** What keeps it from being submitted and published, as keys of messages. */
  List<String> missing() {
    return CourseRules.missing(
        texts.stream().map(CourseText::edit).toList(), masterLanguage, !competencies.isEmpty());
  }

  /** Whether this person drafted or submitted it, and so may not publish it. */
  boolean madeBy(long person) {
    return Long.valueOf(person).equals(draftedBy) || Long.valueOf(person).equals(submittedBy);
  }

  private void require(CourseState wanted) {
    if (state() != wanted) {
      throw new IllegalStateException(code + " is " + state);
    }
  }

  Long id() {
    return id;
  }

  String code() {
    return code;
  }

  String centreCode() {
    return centreCode;
  }

  String regionCode() {
    return regionCode;
  }

  String memberCode() {
    return memberCode;
  }

  CatalogueKind catalogue() {
    return CatalogueKind.of(catalogue).orElseThrow();
  }

  CourseState state() {
    return CourseState.of(state).orElseThrow();
  }

  String masterLanguage() {
    return masterLanguage;
  }

  Long successorId() {
    return successorId;
  }

  String remark() {
    return remark;
  }

  Instant publishedAt() {
    return publishedAt;
  }

  Instant updatedAt() {
    return updatedAt;
  }

  int version() {
    return version;
  }

  List<CourseText> texts() {
    return texts;
  }

  Optional<CourseText> text(String language) {
    return texts.stream().filter(text -> text.language().equals(language)).findFirst();
  }

  /** In which languages it has a text, and which of them are behind; in the usual order. */
  List<LanguageText> languageTexts() {
    return texts.stream()
        .sorted(Comparator.comparingInt(text -> Fallback.order(text.language())))
        .map(
            text ->
                new LanguageText(
                    text.language(),
                    text.words().title(),
                    text.language().equals(masterLanguage),
                    text.edition() < edition))
        .toList();
  }

  /** All its themes, the one under which it is filed first. */
  List<String> themes() {
    List<String> all = new ArrayList<>(List.of(themeCode));
    furtherThemes.stream().sorted().filter(theme -> !theme.equals(themeCode)).forEach(all::add);
    return all;
  }

  /** What it gives, the highest level first. */
  List<GivenCompetency> gives() {
    return competencies.stream()
        .map(CourseCompetency::given)
        .sorted(
            Comparator.comparingInt(GivenCompetency::level)
                .reversed()
                .thenComparing(GivenCompetency::code))
        .toList();
  }

  Set<Long> required() {
    return Set.copyOf(required);
  }

  String sponsorCode() {
    return sponsorCode;
  }
}
