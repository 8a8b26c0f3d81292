package org.portolan.platform.exchange;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/** Cells and problems of a row as text for the table of rows: JSON. */
final class RowText {
  // looked up once: asking for it costs more than a row
  private static final JsonProvider JSON = JsonProvider.provider();

  private RowText() {}

  static String cells(List<String> cells) {
    if (cells == null) {
      return null;
    }
    JsonArrayBuilder array = JSON.createArrayBuilder();
    cells.forEach(array::add);
    return array.build().toString();
  }

  static List<String> readCells(String text) {
    return text == null ? null : strings(array(text));
  }

  static String problems(List<CellProblem> problems) {
    if (problems.isEmpty()) {
      return null;
    }
    JsonArrayBuilder array = JSON.createArrayBuilder();
    for (CellProblem problem : problems) {
      JsonArrayBuilder one = JSON.createArrayBuilder();
      one.add(problem.column() == null ? "" : problem.column()).add(problem.key());
      problem.arguments().forEach(one::add);
      array.add(one);
    }
    return array.build().toString();
  }

  static List<CellProblem> readProblems(String text) {
    List<CellProblem> problems = new ArrayList<>();
    if (text != null) {
      for (JsonValue value : array(text)) {
        List<String> one = strings(value.asJsonArray());
        problems.add(
            new CellProblem(
                one.get(0).isEmpty() ? null : one.get(0), one.get(1), one.subList(2, one.size())));
      }
    }
    return problems;
  }

  private static JsonArray array(String text) {
    return JSON.createReader(new StringReader(text)).readArray();
  }

  private static List<String> strings(JsonArray array) {
    return array.getValuesAs(JsonString::getString);
  }
}
