package org.portolan.enrolment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.portolan.approval.Approver;
import org.portolan.seat.ApplicationState;
import org.portolan.selection.Placed;

/**
 * A centre put somebody before others and said why. Those who stood before may read the reason, but
 * not of whom it speaks.
 *
 * @param application number of the one that was put before others; not to be shown
 * @param reason or null for those for whom it is not meant
 * @param selection where it stood in the ranking, or null where there was none
 */
public record OutOfTurn(long application, Instant at, String reason, Placed selection) {
  private static final Set<String> ARRIVALS =
      Set.of(
          ApplicationStep.Event.AGREED.code(),
          ApplicationStep.Event.NOMINATED.code(),
          ApplicationStep.Event.SILENT.code());

  /** A ledger and the steps of an application are kept together, but for parts of a moment. */
  private static final Duration TOGETHER = Duration.ofMillis(1);

  /** The same without the names of the one of whom it speaks. */
  OutOfTurn without(String... names) {
    String unnamed =
        Stream.of(names)
            .filter(name -> name != null && !name.isBlank())
            .reduce(
                reason,
                (text, name) ->
                    Pattern.compile(
                            "(?iu)(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])")
                        .matcher(text)
                        .replaceAll("…"));
    return new OutOfTurn(application, at, unnamed, selection);
  }

  /** The same for whom the reason is not meant. */
  OutOfTurn unsaid() {
    return new OutOfTurn(application, at, null, selection);
  }

  /** Whether it is what the ledger tells of an application. */
  public boolean is(long number, Instant moment) {
    return application == number && Duration.between(at, moment).abs().compareTo(TOGETHER) < 0;
  }

  /**
   * Those of others who were selected against the ranking, and with no more points, while an
   * application waited for the selection.
   *
   * @param waits whether it still does
   * @param mine what happened to it, in order
   */
  static List<OutOfTurn> before(boolean waits, List<Timeline.Past> mine, List<OutOfTurn> others) {
    Optional<Timeline.Past> decision =
        waits
            ? Optional.empty()
            : Refusal.last(mine).filter(step -> step.approver() == Approver.CENTRE);
    if (!waits && decision.isEmpty()) {
      return List.of();
    }
    Instant until = decision.map(Timeline.Past::at).orElse(Instant.MAX);
    Instant since =
        mine.stream()
            .filter(step -> step.state() == ApplicationState.WAITING)
            .filter(step -> step.event() == null || ARRIVALS.contains(step.event()))
            .map(Timeline.Past::at)
            .filter(at -> !at.isAfter(until))
            .max(Instant::compareTo)
            .orElse(Instant.MIN);
    int points =
        decision.map(Timeline.Past::selection).map(Placed::share).orElse(Integer.MAX_VALUE);
    return others.stream()
        .filter(other -> other.selection() != null && other.selection().passedOver() > 0)
        .filter(other -> !other.at().isBefore(since) && !other.at().isAfter(until))
        .filter(other -> other.selection().share() <= points)
        .toList();
  }
}
