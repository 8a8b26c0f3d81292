package org.portolan.eligibility;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One thing that is asked of whoever wants a seat. Written with its kind, which one, and how much:
 * {@code competency:origin:2}, {@code speaks:fr:B2}, {@code in-post::12}, {@code no-overlap::}.
 */
public sealed interface Condition
    permits HasCompetency,
        CompletedCourse,
        InPostSince,
        Speaks,
        HasJob,
        OfMember,
        OfRegion,
        NoOverlap,
        NotMoreThan {
  Pattern CODE = Pattern.compile("[A-Za-z0-9-]{1,40}");
  int MOST_LEVEL = 4;
  int MOST_MONTHS = 600;
  int MOST_SESSIONS = 50;
  int MOST_CODES = 30;

  /** What conditions there are. */
  enum Kind {
    COMPETENCY(Fact.COMPETENCIES),
    COURSE(Fact.COURSES),
    IN_POST(Fact.PROFILE),
    SPEAKS(Fact.PROFILE),
    JOB(Fact.JOB),
    MEMBER(Fact.ADMINISTRATION),
    REGION(Fact.ADMINISTRATION),
    NO_OVERLAP(Fact.ENGAGEMENTS),
    PER_YEAR(Fact.ENGAGEMENTS);

    private final Fact fact;

    Kind(Fact fact) {
      this.fact = fact;
    }

    /** What has to be known before it can be checked. */
    public Fact fact() {
      return fact;
    }

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Kind> of(String code) {
      return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
  }

  Kind kind();

  /** The codes of what it is about, separated by commas; empty where its kind says all. */
  String which();

  /** A level or a number; empty where there is none. */
  String much();

  /** What is lacking, and what would help; empty where it is met. */
  Optional<Remedy> lacks(Facts facts, Occasion occasion);

  default String text() {
    return kind().code() + ':' + which() + ':' + much();
  }

  /** What it is about, one by one. */
  default List<String> codes() {
    return which().isEmpty() ? List.of() : List.of(which().split(","));
  }

  static Condition of(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length != 3) {
      throw new InvalidCondition(InvalidCondition.Part.KIND, text);
    }
    return of(parts[0], parts[1], parts[2]);
  }

  /** Puts one together. */
  static Condition of(String kind, String which, String much) {
    Kind known =
        Kind.of(kind).orElseThrow(() -> new InvalidCondition(InvalidCondition.Part.KIND, kind));
    return switch (known) {
      case COMPETENCY -> new HasCompetency(code(which), number(much, 1, MOST_LEVEL));
      case COURSE ->
          new CompletedCourse(code(which), much.isEmpty() ? 0 : number(much, 1, MOST_MONTHS));
      case IN_POST -> new InPostSince(number(much, 1, MOST_MONTHS));
      case SPEAKS ->
          new Speaks(
              code(which),
              LanguageLevel.of(much)
                  .orElseThrow(() -> new InvalidCondition(InvalidCondition.Part.MUCH, much)));
      case JOB -> new HasJob(list(which));
      case MEMBER -> new OfMember(list(which));
      case REGION -> new OfRegion(list(which));
      case NO_OVERLAP -> new NoOverlap();
      case PER_YEAR -> new NotMoreThan(number(much, 1, MOST_SESSIONS));
    };
  }

  private static String code(String text) {
    if (!CODE.matcher(text).matches()) {
      throw new InvalidCondition(InvalidCondition.Part.WHICH, text);
    }
    return text;
  }

  private static List<String> list(String text) {
    List<String> codes =
        Arrays.stream(text.split(",", -1)).map(Condition::code).distinct().sorted().toList();
    if (codes.size() > MOST_CODES) {
      throw new InvalidCondition(InvalidCondition.Part.WHICH, text);
    }
    return codes;
  }

  private static int number(String text, int least, int most) {
    if (text.matches("[0-9]{1,4}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new InvalidCondition(InvalidCondition.Part.MUCH, text);
  }
}
