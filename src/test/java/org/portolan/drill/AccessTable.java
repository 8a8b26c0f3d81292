package org.portolan.drill;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who may do what, written by hand: a line for each action, a column for each kind of holder. In a
 * cell stands {@code o} for the own body only, {@code *} for any, {@code -} for nobody.
 */
record AccessTable(List<Action> actions) {

  /** What has to be seen for an action to count as done. */
  record Action(
      String name,
      String method,
      String address,
      String body,
      String proof,
      Map<Holder, Character> cells) {

    /**
     * Whether somebody may. What was held once, or will be one day, counts for nothing: they are
     * officers.
     */
    boolean allows(Holder holder, Holder.When when) {
      char own = cells.get(holder);
      return switch (when) {
        case OWN -> own != '-';
        case OTHER -> own == '*';
        case EXPIRED, FUTURE -> cells.get(Holder.OFFICER) == '*';
      };
    }

    /**
     * The cases in which a holder is tried: in a drill all; else the own body alone, where it does
     * not matter for whom and when the office is held.
     */
    List<Holder.When> cases(Holder holder) {
      List<Holder.When> all = holder.cases();
      boolean matters = all.stream().map(when -> allows(holder, when)).distinct().count() > 1;
      return matters ? all : TwoNodes.count(List.of(Holder.When.OWN), all);
    }

    boolean changes() {
      return method.equals("POST");
    }

    @Override
    public String toString() {
      return name + " (" + method + " " + address + ")";
    }
  }

  static AccessTable read() {
    try (InputStream in = AccessTable.class.getResourceAsStream("/access-matrix.csv");
        CsvReader<NamedCsvRecord> lines =
            CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<Action> actions = new ArrayList<>();
      for (NamedCsvRecord line : lines) {
        Map<Holder, Character> cells = new HashMap<>();
        for (Holder holder : Holder.values()) {
          String cell = line.getField(holder.column());
          if (!cell.matches("[o*-]")) {
            throw new IllegalStateException(line.getField("action") + ": " + cell);
          }
          cells.put(holder, cell.charAt(0));
        }
        actions.add(
            new Action(
                line.getField("action"),
                line.getField("method"),
                line.getField("address"),
                line.getField("body"),
                line.getField("proof"),
                cells));
      }
      return new AccessTable(List.copyOf(actions));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
