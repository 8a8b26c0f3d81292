package org.portolan.reuse.problem;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.portolan.knowledge.PracticePlace;
import org.portolan.platform.persistence.InstantColumn;
import org.portolan.platform.web.TypedText;

/** Something that a reader says is wrong with a practice, until an editor has settled it. */
@Entity
@Table(name = "practice_problem")
class PracticeProblem {
  static final int LONGEST = 1_000;
  static final int LONGEST_ANSWER = 500;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "practice_id")
  private long practiceId;

  @Column(name = "region_code")
  private String regionCode;

  private String kind;
  private String words;

  @Column(name = "person_id")
  private Long personId;

  @Column(name = "told_at")
  @Convert(converter = InstantColumn.class)
  private Instant toldAt;

  @Column(name = "settled_by")
  private Long settledBy;

  @Column(name = "settled_at")
  @Convert(converter = InstantColumn.class)
  private Instant settledAt;

  private String answer = "";

  @Version private int version;

  protected PracticeProblem() {}

  PracticeProblem(PracticePlace practice, String kind, String typed, long person, Instant now)
      throws InvalidProblem {
    this.practiceId = practice.id();
    this.regionCode = practice.regionCode();
    this.kind = ProblemKind.of(kind).orElseThrow(() -> new InvalidProblem("kind")).code();
    this.words = checked(typed, LONGEST, "words");
    this.personId = person;
    this.toldAt = now;
  }

  private static String checked(String typed, int longest, String problem) throws InvalidProblem {
    String text = TypedText.of(typed);
    if (text.isEmpty()) {
      throw new InvalidProblem(problem);
    }
    if (text.length() > longest) {
      throw new InvalidProblem(problem + "-long");
    }
    return text;
  }

  /** An editor saw to it, or says why not; who told it need not be known any more. */
  void settle(long editor, String typed, Instant now) throws InvalidProblem {
    answer = checked(typed, LONGEST_ANSWER, "answer");
    settledBy = editor;
    settledAt = now;
    personId = null;
  }

  boolean open() {
    return settledAt == null;
  }

  long id() {
    return id;
  }

  long practiceId() {
    return practiceId;
  }

  String regionCode() {
    return regionCode;
  }

  String kind() {
    return kind;
  }

  String words() {
    return words;
  }

  Long personId() {
    return personId;
  }

  Instant toldAt() {
    return toldAt;
  }

  String answer() {
    return answer;
  }

  int version() {
    return version;
  }
}
