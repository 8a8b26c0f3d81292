package org.portolan.platform.exchange;

import java.util.Arrays;
import java.util.List;

/** A file of which no rows can be told, and why. */
public final class UnreadableFile extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient CellProblem problem;

  UnreadableFile(String key, Object... arguments) {
    super(key, null, false, false);
    List<String> texts = Arrays.stream(arguments).map(String::valueOf).toList();
    this.problem = new CellProblem(null, "platform.exchange.file." + key, texts);
  }

  public CellProblem problem() {
    return problem;
  }
}
