package org.portolan.knowledge;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Something an administration did and others may learn from. */
@Entity
@Table(name = "practice")
class Practice {
  static final String DRAFT = "draft";
  static final String PUBLISHED = "published";

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

  @Column(name = "practice_year")
  private int year;

  private String state = DRAFT;

  @Column(name = "author_id")
  private Long authorId;

  @Column(name = "published_at")
  private Instant publishedAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

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

  /** Takes over what an editor wrote; the text replaces the one in the same language. */
  void change(PracticeEdit edit, Instant now) {
    regionCode = edit.region();
    memberCode = edit.member();
    themeCode = edit.theme();
    year = Integer.parseInt(edit.year());
    updatedAt = now;
    text(edit.language())
        .ifPresentOrElse(
            text -> text.change(edit),
            () -> texts.add(new PracticeText(this, edit, texts.isEmpty())));
  }

  /** Whether a text would be written over that the editor had not opened. */
  boolean hides(PracticeEdit edit, PracticeBase base) {
    return !edit.language().equals(base.language()) && text(edit.language()).isPresent();
  }

  /** Published again after a change, it keeps the day on which it was first shown. */
  void publish(Instant now) {
    state = PUBLISHED;
    if (publishedAt == null) {
      publishedAt = now;
    }
    updatedAt = now;
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

  String themeCode() {
    return themeCode;
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
}
