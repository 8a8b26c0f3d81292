package org.portolan.finding.asked;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** From which side editors look at what was asked. */
public enum AskedView {
  /** What found nothing, most often first. */
  FRUITLESS("SUM(t.fruitless) * 2 >= SUM(t.asked)", "SUM(t.fruitless)"),
  /** What found something that hardly anybody opened. */
  ABANDONED(
      "SUM(t.asked - t.fruitless) * 2 > SUM(t.asked)"
          + " AND SUM(t.opened) * 4 < SUM(t.asked - t.fruitless)",
      "SUM(t.asked - t.fruitless) - SUM(t.opened)"),
  /** Everything, what was asked most often first. */
  MOST("SUM(t.asked) > 0", "SUM(t.asked)");

  private final String condition;
  private final String order;

  AskedView(String condition, String order) {
    this.condition = condition;
    this.order = order;
  }

  String condition() {
    return condition;
  }

  String order() {
    return order;
  }

  /** As it stands in addresses and keys of texts. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<AskedView> of(String code) {
    return Arrays.stream(values()).filter(view -> view.code().equals(code)).findFirst();
  }
}
