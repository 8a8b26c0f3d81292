package org.portolan.enrolment.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.portolan.seat.Group;
import org.portolan.seat.Hold;
import org.portolan.seat.Quota;
import org.portolan.seat.SeatRules;

/**
 * The rules of the seats of a session as they stand in a form: everything as it was typed, and what
 * is wrong with it.
 */
public final class RulesForm {
  private static final int FREE_ROWS = 2;

  /** More than there are Members and regions: whoever sends more is told that it is too much. */
  private static final int MOST_ROWS = 400;

  private static final int MOST = 5000;
  private static final String MALE = "male";
  private static final String FEMALE = "female";
  private static final String LEAST_DEVELOPED = "least-developed";

  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, String> problems = new LinkedHashMap<>();
  private int quotas;
  private int holds;

  private RulesForm() {}

  /** As they are kept. */
  public static RulesForm of(SeatRules rules, String zone) {
    RulesForm form = new RulesForm();
    form.values.put("queue", Integer.toString(rules.queue()));
    form.values.put("margin", Integer.toString(rules.margin()));
    form.values.put("offer", Long.toString(rules.offer().toHours()));
    form.values.put("quiet", Long.toString(rules.quiet().toDays()));
    for (Quota quota : rules.quotas()) {
      form.put("q", form.quotas, quota.group(), quota.most());
      form.quotas++;
    }
    for (Hold hold : rules.holds()) {
      form.put("h", form.holds, hold.group(), hold.seats());
      form.values.put(
          "h-until-" + form.holds, LocalDate.ofInstant(hold.until(), ZoneId.of(zone)).toString());
      form.holds++;
    }
    form.quotas += FREE_ROWS;
    form.holds += FREE_ROWS;
    return form;
  }

  /** As they were typed. */
  public static RulesForm typed(UnaryOperator<String> parameter) {
    RulesForm form = new RulesForm();
    for (String name : List.of("queue", "margin", "offer", "quiet")) {
      form.values.put(name, text(parameter, name));
    }
    form.quotas = form.rows(parameter, "q") + FREE_ROWS;
    form.holds = form.rows(parameter, "h") + FREE_ROWS;
    return form;
  }

  private int rows(UnaryOperator<String> parameter, String of) {
    int filled = 0;
    for (int i = 0; i < MOST_ROWS; i++) {
      String count = text(parameter, of + "-count-" + i);
      String code = text(parameter, of + "-code-" + i);
      String until = text(parameter, of + "-until-" + i);
      if (!count.isEmpty() || !code.isEmpty() || !until.isEmpty()) {
        values.put(of + "-kind-" + filled, text(parameter, of + "-kind-" + i));
        values.put(of + "-code-" + filled, code);
        values.put(of + "-count-" + filled, count);
        values.put(of + "-until-" + filled, until);
        filled++;
      }
    }
    return filled;
  }

  private static String text(UnaryOperator<String> parameter, String name) {
    String value = parameter.apply(name);
    return value == null ? "" : value.strip();
  }

  private void put(String of, int row, Group group, int count) {
    boolean gender = group.kind() == Group.Kind.GENDER;
    values.put(of + "-kind-" + row, gender ? group.code() : kind(group));
    values.put(
        of + "-code-" + row,
        gender || group.each() || group.equals(Group.LEAST_DEVELOPED) ? "" : group.code());
    values.put(of + "-count-" + row, Integer.toString(count));
  }

  private static String kind(Group group) {
    return group.each() ? "each" : group.kind().code();
  }

  /**
   * The rules that it makes, on top of what the session itself says; null where something is wrong,
   * which {@link #problem} tells then.
   *
   * @param known whether there is such a group
   */
  public SeatRules rules(SeatRules session, String zone, Predicate<Group> known) {
    int queue = number("queue");
    int margin = number("margin");
    int offer = number("offer");
    int quiet = number("quiet");
    List<Quota> most = new ArrayList<>();
    for (int row = 0; row < quotas - FREE_ROWS; row++) {
      Group group = group("q", row, known);
      int count = number("q-count-" + row);
      if (group != null) {
        most.add(new Quota(group, count));
      }
    }
    List<Hold> held = new ArrayList<>();
    for (int row = 0; row < holds - FREE_ROWS; row++) {
      Group group = group("h", row, known);
      int count = number("h-count-" + row);
      LocalDate until = day("h-until-" + row);
      if (group != null && until != null) {
        held.add(new Hold(group, count, until.atStartOfDay(ZoneId.of(zone)).toInstant()));
      }
    }
    SeatRules rules =
        new SeatRules(
            session.capacity(),
            margin,
            queue,
            Duration.ofHours(offer),
            Duration.ofDays(quiet),
            session.starts(),
            session.open(),
            most,
            held);
    if (problems.isEmpty()) {
      problems.putAll(rules.problems());
    }
    return problems.isEmpty() ? rules : null;
  }

  private int number(String field) {
    String typed = values.getOrDefault(field, "");
    if (typed.matches("\\d{1,4}") && Integer.parseInt(typed) <= MOST) {
      return Integer.parseInt(typed);
    }
    problems.put(field, "number");
    return 0;
  }

  private LocalDate day(String field) {
    try {
      return LocalDate.parse(values.getOrDefault(field, ""));
    } catch (DateTimeException e) {
      problems.put(field, "day");
      return null;
    }
  }

  private Group group(String of, int row, Predicate<Group> known) {
    String kind = values.getOrDefault(of + "-kind-" + row, "");
    String code = values.getOrDefault(of + "-code-" + row, "");
    try {
      Group group =
          switch (kind) {
            case "each" -> new Group(Group.Kind.MEMBER, Group.EACH);
            case FEMALE, MALE -> new Group(Group.Kind.GENDER, kind);
            case LEAST_DEVELOPED -> Group.LEAST_DEVELOPED;
            default -> Group.of(kind + ':' + code.toUpperCase(java.util.Locale.ROOT));
          };
      if (known.test(group)) {
        return group;
      }
    } catch (IllegalArgumentException e) {
      // told with those that nobody knows
    }
    problems.put(of + "-code-" + row, "group");
    return null;
  }

  public String value(String field) {
    return values.getOrDefault(field, "");
  }

  /** Whether a row has this kind of group. */
  public boolean is(String field, String kind) {
    return kind.equals(values.get(field));
  }

  /** What is wrong with a field or a part: a word for {@code enrolment.rules.problem}, or null. */
  public String problem(String field) {
    return problems.get(field);
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  public List<Integer> getQuotaRows() {
    return java.util.stream.IntStream.range(0, quotas).boxed().toList();
  }

  public List<Integer> getHoldRows() {
    return java.util.stream.IntStream.range(0, holds).boxed().toList();
  }
}
