package org.portolan.condition.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.portolan.eligibility.Condition;
import org.portolan.eligibility.Eligibility;
import org.portolan.eligibility.Flaw;
import org.portolan.eligibility.InvalidCondition;
import org.portolan.eligibility.Requirement;

/**
 * The conditions of a session as they stand in a form, a row each: everything as it was typed, and
 * what is wrong with it.
 */
public final class ConditionsForm {
  private static final int FREE_ROWS = 2;
  private static final int MOST_ROWS = 40;
  private static final String OR = "or";

  private final List<Row> rows = new ArrayList<>();
  private final Map<Integer, String> problems = new LinkedHashMap<>();

  private ConditionsForm() {}

  /** As they are kept. */
  static ConditionsForm of(Eligibility conditions) {
    ConditionsForm form = new ConditionsForm();
    for (Requirement requirement : conditions.all()) {
      String join = "";
      for (Condition condition : requirement.anyOf()) {
        form.add(
            join, condition.kind().code(), String.join(" ", condition.codes()), condition.much());
        join = OR;
      }
    }
    return form.withFreeRows();
  }

  /** As they were typed. */
  static ConditionsForm typed(UnaryOperator<String> parameter) {
    ConditionsForm form = new ConditionsForm();
    for (int i = 0; i < MOST_ROWS; i++) {
      String kind = text(parameter, "kind-" + i);
      String which = text(parameter, "which-" + i);
      String much = text(parameter, "much-" + i);
      if (!kind.isEmpty() || !which.isEmpty() || !much.isEmpty()) {
        form.add(text(parameter, "join-" + i), kind, which, much);
      }
    }
    return form.withFreeRows();
  }

  private static String text(UnaryOperator<String> parameter, String name) {
    String value = parameter.apply(name);
    return value == null ? "" : value.strip();
  }

  private void add(String join, String kind, String which, String much) {
    rows.add(new Row(rows.size(), join, kind, which, much, ""));
  }

  private ConditionsForm withFreeRows() {
    for (int i = 0; i < FREE_ROWS; i++) {
      add("", "", "", "");
    }
    return this;
  }

  /** What it makes; null where something is wrong, which the rows tell then. */
  Eligibility conditions() {
    List<List<Condition>> groups = new ArrayList<>();
    for (Row row : rows) {
      if (row.empty()) {
        continue;
      }
      try {
        Condition condition = Condition.of(row.kind(), row.codes(), row.amount());
        if (row.alternative() && !groups.isEmpty()) {
          groups.get(groups.size() - 1).add(condition);
        } else {
          groups.add(new ArrayList<>(List.of(condition)));
        }
      } catch (InvalidCondition e) {
        problems.put(row.place(), e.part().name().toLowerCase(Locale.ROOT));
      }
    }
    return problems.isEmpty()
        ? new Eligibility(groups.stream().map(Requirement::new).toList())
        : null;
  }

  /** Puts what was found wrong with its requirements beside the rows where they begin. */
  void flaws(List<Flaw> flaws) {
    List<Integer> begins = new ArrayList<>();
    for (Row row : rows) {
      if (!row.empty() && (!row.alternative() || begins.isEmpty())) {
        begins.add(row.place());
      }
    }
    flaws.forEach(flaw -> problems.put(begins.get(flaw.place()), flaw.kind().code()));
  }

  /** Rows with what is wrong with them. */
  public List<Row> getRows() {
    return rows.stream().map(row -> row.with(problems.getOrDefault(row.place(), ""))).toList();
  }

  public boolean isFlawed() {
    return !problems.isEmpty();
  }

  /** One condition as it was typed; problem is a word for {@code condition.problem}, or empty. */
  public record Row(
      int place, String join, String kind, String which, String much, String problem) {
    public boolean empty() {
      return kind.isEmpty() && which.isEmpty() && much.isEmpty();
    }

    /** Whether it is enough in the place of the one above. */
    public boolean alternative() {
      return join.equals(OR);
    }

    Row with(String wrong) {
      return new Row(place, join, kind, which, much, wrong);
    }

    /** Codes as they are kept, however they were typed. */
    String codes() {
      String codes = which.replaceAll("[\\s,;]+", ",");
      return switch (kind) {
        case "competency", "job", "speaks" -> codes.toLowerCase(Locale.ROOT);
        case "in-post", "no-overlap", "per-year" -> "";
        default -> codes.toUpperCase(Locale.ROOT);
      };
    }

    String amount() {
      return much.toUpperCase(Locale.ROOT);
    }
  }
}
