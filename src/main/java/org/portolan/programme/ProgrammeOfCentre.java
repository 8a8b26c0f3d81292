package org.portolan.programme;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.portolan.calendar.Stage;
import org.portolan.calendar.TrainingYear;

/**
 * What a centre plans for a year.
 *
 * @param withoutDays what is announced without days, or always open
 */
public record ProgrammeOfCentre(
    String centreCode,
    TrainingYear year,
    List<ProgrammeMonth> months,
    List<ProgrammeSession> withoutDays) {
  public ProgrammeOfCentre {
    months = List.copyOf(months);
    withoutDays = List.copyOf(withoutDays);
  }

  public List<ProgrammeSession> sessions() {
    return Stream.concat(
            months.stream().flatMap(month -> month.sessions().stream()), withoutDays.stream())
        .toList();
  }

  /** How many have come how far. */
  public Map<Stage, Integer> counts() {
    return counts(sessions().stream().map(ProgrammeSession::stage));
  }

  static Map<Stage, Integer> counts(Stream<Stage> stages) {
    Map<Stage, Integer> counts = new EnumMap<>(Stage.class);
    stages.forEach(stage -> counts.merge(stage, 1, Integer::sum));
    return counts;
  }
}
