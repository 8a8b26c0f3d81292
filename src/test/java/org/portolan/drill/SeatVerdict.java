package org.portolan.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.portolan.drill.HistoryCheck.Finding;
import org.portolan.enrolment.SeatsVerifyCommand;
import org.portolan.running.TestDatabase;

/**
 * What came of a history: what the checker found, and what the command {@code seats verify} says.
 *
 * @param seated how often somebody got a seat, by the ledgers
 */
record SeatVerdict(List<Finding> findings, String verified, int lines, int seated, String counts) {

  /** Where something is found, the history is kept under this name. */
  static SeatVerdict of(TestDatabase database, HotSessions hot, List<SeatAct> history, String name)
      throws SQLException, IOException {
    SeatsAsKept kept = SeatsAsKept.read(database.dataSource(), hot.sessions());
    List<Finding> findings = HistoryCheck.of(history, kept);
    if (!findings.isEmpty()) {
      keep(findings, history, kept, name);
    }
    List<SeatsAsKept.Line> lines = kept.ledgers().values().stream().flatMap(List::stream).toList();
    return new SeatVerdict(
        findings,
        verified(database),
        lines.size(),
        (int) lines.stream().filter(line -> line.event().equals("seated")).count(),
        SeatClients.counts(history));
  }

  private static String verified(TestDatabase database) {
    Map<String, String> settings =
        Map.of(
            "portolan.db.url", database.url(),
            "portolan.db.user", database.user(),
            "portolan.db.password", database.password());
    List<String> said = new ArrayList<>();
    new SeatsVerifyCommand().applyAsInt(settings::get, said::add);
    return String.join("\n", said);
  }

  private static void keep(
      List<Finding> findings, List<SeatAct> history, SeatsAsKept kept, String name)
      throws IOException {
    List<String> all = new ArrayList<>();
    findings.forEach(each -> all.add(each.text()));
    history.forEach(act -> all.add(act.text()));
    kept.ledgers()
        .forEach((session, lines) -> lines.forEach(line -> all.add(session + " " + line)));
    kept.applications().forEach(each -> all.add(each.toString()));
    Files.write(
        Path.of(System.getProperty("portolan.it.directory"), name.replace(' ', '-') + ".txt"), all);
  }

  long count(Finding.Kind kind) {
    return findings.stream().filter(each -> each.kind() == kind).count();
  }

  String text() {
    return counts
        + "; ledgers: "
        + lines
        + " lines, "
        + seated
        + " seats given; found: "
        + (findings.isEmpty()
            ? "0 lost, 0 oversold, 0 duplicates, nothing else"
            : findings.stream()
                .collect(Collectors.groupingBy(Finding::kind, Collectors.counting())));
  }
}
