package org.portolan.knowledge;

import static java.util.stream.Collectors.toSet;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.portolan.platform.web.ChangedMeanwhile;
import org.portolan.region.Reach;

/**
 * Something an administration did and others may learn from. Its texts are what readers see, or a
 * draft that nobody has seen; what editors write on after that is its {@link WorkingCopy}. Whatever
 * is asked of it in a state that does not allow it was asked on a page that is out of date.
 */
@Entity
@Table(name = "practice")
class Practice {
  static final String DRAFT = "draft";
  static final String PUBLISHED = "published";
  static final String ARCHIVED = "archived";
  static final int REVIEW_MONTHS = 24;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String code;

  @Column(name = "region_code")
  private String regionCode;

  @Column(name = "member_code")
  private String memberCode;

  @Column(name = "theme_code")
  private String themeCode;

  private String kind;

  @Column(name = "practice_year")
  private int year;

  private String licence;

  @Column(name = "consent_from")
  private String consentFrom;

  @Column(name = "consent_on")
  private LocalDate consentOn;

  private String readers = Readers.ALL.code();

  private String state = DRAFT;

  @Column(name = "author_id")
  private Long authorId;

  @Column(name = "published_at")
  private Instant publishedAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  /** Number of the version that readers see; of the first one while it is a draft. */
  private int edition = 1;

  @Column(name = "edition_at")
  private Instant editionAt;

  @Column(name = "edition_note")
  private String editionNote;

  @Column(name = "published_by")
  private Long publishedBy;

  @Column(name = "work_state")
  private String workState;

  @Column(name = "worked_at")
  private Instant workedAt;

  @Column(name = "written_by")
  private Long writtenBy;

  @Column(name = "submitted_by")
  private Long submittedBy;

  @Column(name = "submitted_at")
  private Instant submittedAt;

  @Column(name = "work_note")
  private String workNote;

  private String answer;

  @Column(name = "review_months")
  private int reviewMonths = REVIEW_MONTHS;

  @Column(name = "review_on")
  private LocalDate reviewOn;

  @Column(name = "reminded_at")
  private Instant remindedAt;

  @Column(name = "archived_at")
  private Instant archivedAt;

  @Column(name = "successor_id")
  private Long successorId;

  /** Whole, as a version has them. */
  private String links;

  /** Where they lead, for those who look from there. */
  @ElementCollection
  @CollectionTable(name = "practice_link", joinColumns = @JoinColumn(name = "practice_id"))
  private Set<LinkEnd> ends = new HashSet<>();

  @Version private int version;

  @OneToMany(mappedBy = "practice", cascade = CascadeType.ALL, orphanRemoval = true)
  private List<PracticeText> texts = new ArrayList<>();

  protected Practice() {}

  Practice(String code, Long authorId) {
    this.code = code;
    this.authorId = authorId;
  }

  /** Codes carry the number that the database gives, which is known only after the first write. */
  void nameByNumber() {
    code = "PR-" + id;
  }

  /** All that readers see, or the draft. */
  PracticeContent shown() {
    return new PracticeContent(
        regionCode,
        memberCode,
        themeCode,
        kind(),
        year,
        source(),
        links(),
        texts.stream()
            .sorted(
                Comparator.comparing(PracticeText::original)
                    .reversed()
                    .thenComparing(PracticeText::language))
            .map(PracticeText::words)
            .toList());
  }

  /** Shows this from now on. */
  private void show(PracticeContent content) {
    regionCode = content.region();
    memberCode = content.member();
    themeCode = content.theme();
    kind = nullable(content.kind());
    year = content.year();
    licence = nullable(content.source().licence());
    consentFrom = nullable(content.source().consentFrom());
    consentOn =
        content.source().consentOn().isEmpty()
            ? null
            : LocalDate.parse(content.source().consentOn());
    readers = content.source().readers();
    link(content.links());
    texts.removeIf(text -> content.text(text.language()).isEmpty());
    content
        .texts()
        .forEach(
            words ->
                text(words.language())
                    .ifPresentOrElse(
                        text -> text.change(words),
                        () -> texts.add(new PracticeText(this, words))));
  }

  private void link(List<PracticeLink> all) {
    links = all.isEmpty() ? null : ContentJson.writeLinks(all);
    Set<LinkEnd> now =
        all.stream().filter(link -> !link.instrument()).map(LinkEnd::new).collect(toSet());
    ends.retainAll(now);
    ends.addAll(now);
  }

  private static String nullable(String text) {
    return text.isEmpty() ? null : text;
  }

  Source source() {
    return new Source(licence, consentFrom, consentOn == null ? "" : consentOn.toString(), readers);
  }

  /** Takes over what an editor wrote on a draft. */
  void redraft(PracticeContent content, long by, Instant now) {
    if (!draft()) {
      throw new ChangedMeanwhile();
    }
    write(by, now);
    show(content);
    updatedAt = now;
  }

  /** An editor wrote on it: on the draft or on the working copy. */
  void write(long by, Instant now) {
    if (stage() == PracticeStage.REVIEW || archived()) {
      throw new ChangedMeanwhile();
    }
    if (stage() == PracticeStage.NONE) {
      stage(PracticeStage.WRITING);
    }
    writtenBy = by;
    workedAt = now;
  }

  /**
   * Hands in what was written.
   *
   * @param note what is new, for readers of the list of versions
   */
  void handIn(long by, String note, Instant now) {
    if (!open()) {
      throw new ChangedMeanwhile();
    }
    stage(PracticeStage.REVIEW);
    submittedBy = by;
    submittedAt = now;
    workNote = note;
    answer = null;
    remindedAt = null;
    workedAt = now;
  }

  /** Whether somebody may decide on what was handed in: nobody on their own words. */
  boolean decidable(long by) {
    return stage() == PracticeStage.REVIEW
        && !Objects.equals(by, writtenBy)
        && !Objects.equals(by, submittedBy);
  }

  /** It goes on being written on, without anybody having decided. */
  void takeBack(Instant now) {
    requireReview();
    stage(PracticeStage.WRITING);
    workedAt = now;
  }

  void sendBack(String words, Instant now) {
    requireReview();
    stage(PracticeStage.SENT_BACK);
    answer = words;
    workedAt = now;
  }

  /**
   * Shows what was handed in to everybody. It keeps the day on which it was first shown.
   *
   * @return what readers saw until now, to be kept; empty when this is the first version
   */
  Optional<PracticeVersion> publish(PracticeContent content, long by, Instant now) {
    requireReview();
    Optional<PracticeVersion> before =
        draft()
            ? Optional.empty()
            : Optional.of(
                new PracticeVersion(id, edition, shown(), editionAt(), publishedBy, editionNote()));
    show(content);
    edition = draft() ? edition : edition + 1;
    state = PUBLISHED;
    if (publishedAt == null) {
      publishedAt = now;
    }
    updatedAt = now;
    editionAt = now;
    editionNote = workNote;
    publishedBy = by;
    endWork();
    holdGood(reviewMonths, now);
    return before;
  }

  /** The working copy is given up; readers see what they saw. */
  void discard() {
    if (!published() || !open()) {
      throw new ChangedMeanwhile();
    }
    endWork();
  }

  private void endWork() {
    stage(PracticeStage.NONE);
    writtenBy = null;
    submittedBy = null;
    submittedAt = null;
    workNote = null;
    answer = null;
    remindedAt = null;
    workedAt = null;
  }

  /** What it says was looked at and still holds: it is to be looked at again after so long. */
  void holdGood(int months, Instant now) {
    if (!published()) {
      throw new ChangedMeanwhile();
    }
    reviewMonths = months;
    reviewOn = LocalDate.ofInstant(now, ZoneOffset.UTC).plusMonths(months);
    remindedAt = null;
  }

  /** Since when it ought to have been looked at again; null while it need not. */
  LocalDate dueSince(Instant now) {
    return published()
            && reviewOn != null
            && !reviewOn.isAfter(LocalDate.ofInstant(now, ZoneOffset.UTC))
        ? reviewOn
        : null;
  }

  /**
   * Readers do not find it any more.
   *
   * @param successor what to read instead, or null
   */
  void archive(Long successor, Instant now) {
    if (!published() || stage() != PracticeStage.NONE) {
      throw new ChangedMeanwhile();
    }
    state = ARCHIVED;
    successorId = successor;
    archivedAt = now;
  }

  void reopen() {
    if (!archived()) {
      throw new ChangedMeanwhile();
    }
    state = PUBLISHED;
    successorId = null;
    archivedAt = null;
  }

  private void requireReview() {
    if (stage() != PracticeStage.REVIEW) {
      throw new ChangedMeanwhile();
    }
  }

  /** Whether it is being written on. */
  boolean open() {
    return stage() == PracticeStage.WRITING || stage() == PracticeStage.SENT_BACK;
  }

  PracticeStage stage() {
    return draft() && workState == null ? PracticeStage.WRITING : PracticeStage.of(workState);
  }

  private void stage(PracticeStage stage) {
    workState = stage == PracticeStage.NONE ? null : stage.code();
  }

  boolean draft() {
    return state.equals(DRAFT);
  }

  boolean archived() {
    return state.equals(ARCHIVED);
  }

  boolean published() {
    return state.equals(PUBLISHED);
  }

  Optional<PracticeText> text(String language) {
    return texts.stream().filter(text -> text.language().equals(language)).findFirst();
  }

  /** The text in a language, else the original one. */
  PracticeText textFor(String language) {
    return text(language)
        .or(() -> texts.stream().filter(PracticeText::original).findFirst())
        .orElseGet(() -> texts.get(0));
  }

  List<String> languages() {
    return texts.stream().map(PracticeText::language).sorted().toList();
  }

  List<PracticeLink> links() {
    return links == null ? List.of() : ContentJson.readLinks(links);
  }

  List<PracticeText> texts() {
    return texts;
  }

  int version() {
    return version;
  }

  Long id() {
    return id;
  }

  String code() {
    return code;
  }

  String regionCode() {
    return regionCode;
  }

  String memberCode() {
    return memberCode;
  }

  Readers readers() {
    return Readers.of(readers).orElseThrow();
  }

  /** Whether it is for these eyes once it is published. */
  boolean isFor(Reach reach) {
    return readers().include(reach, regionCode, memberCode);
  }

  String themeCode() {
    return themeCode;
  }

  String kind() {
    return Objects.requireNonNullElse(kind, "");
  }

  int year() {
    return year;
  }

  Instant publishedAt() {
    return publishedAt;
  }

  Instant updatedAt() {
    return updatedAt;
  }

  String state() {
    return state;
  }

  int edition() {
    return edition;
  }

  Instant editionAt() {
    return editionAt == null ? updatedAt : editionAt;
  }

  String editionNote() {
    return Objects.requireNonNullElse(editionNote, "");
  }

  Long authorId() {
    return authorId;
  }

  Long publishedBy() {
    return publishedBy;
  }

  Long writtenBy() {
    return writtenBy;
  }

  Long submittedBy() {
    return submittedBy;
  }

  Instant submittedAt() {
    return submittedAt;
  }

  String workNote() {
    return Objects.requireNonNullElse(workNote, "");
  }

  String answer() {
    return Objects.requireNonNullElse(answer, "");
  }

  int reviewMonths() {
    return reviewMonths;
  }

  LocalDate reviewOn() {
    return reviewOn;
  }

  Instant archivedAt() {
    return archivedAt;
  }

  Long successorId() {
    return successorId;
  }
}
