package org.portolan.platform.exchange;

import java.util.List;

/**
 * What is wrong in a row of a file.
 *
 * @param column code of the column, or null when it is about the row
 * @param key of the text that says it
 * @param arguments of that text
 */
public record CellProblem(String column, String key, List<String> arguments) {
  public CellProblem {
    arguments = List.copyOf(arguments);
  }
}
