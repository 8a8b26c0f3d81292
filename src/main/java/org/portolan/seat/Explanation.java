package org.portolan.seat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why an application stands where it stands, told from the ledger of its session alone. Names
 * nobody: whoever shows it knows what the reader may know.
 *
 * @param standing now
 * @param then what kept it from a seat when it came on the waiting list, where it did
 * @param now what keeps it from a seat that is free, where something does
 * @param free seats that nobody has
 * @param ahead who stands before it on the waiting list, the first first
 * @param gone seats that went to others since it is on the list, the latest last
 * @param moves whether seats are still given to the list without anybody's doing
 */
public record Explanation(
    Standing standing,
    Optional<Hindrance> then,
    Optional<Hindrance> now,
    int free,
    List<Ahead> ahead,
    List<Gone> gone,
    boolean moves) {

  /**
   * One who stands before it.
   *
   * @param since when it got this place
   * @param moved whether somebody gave it the place, against the order of the approvals
   */
  public record Ahead(long application, Instant since, boolean moved) {}

  /**
   * A seat that went to another.
   *
   * @param why TURN: the other was before it; CHOSEN: somebody chose the other; else what kept this
   *     one from that seat
   */
  public record Gone(long application, Instant at, Why why, Optional<Hindrance> hindrance) {}

  /** Why a seat went to another. */
  public enum Why {
    TURN,
    CHOSEN,
    HINDERED,
    REPLACED
  }

  /**
   * Tells it.
   *
   * @param lines of the session from the first on
   */
  public static Explanation of(List<SeatLine> lines, long application, Instant moment) {
    Allocation told = Allocation.of(List.of());
    Optional<Hindrance> then = Optional.empty();
    List<Gone> gone = new ArrayList<>();
    List<SeatLine> placed = new ArrayList<>();
    for (SeatLine line : lines) {
      Standing mine = told.standing(application).orElse(Standing.NEW);
      if (line.application() == application && line.event() == SeatEvent.QUEUED) {
        then = told.tally().hindrance(mine.groups());
        gone.clear();
      } else if (mine.is(ApplicationState.QUEUED) && line.application() != application) {
        gone(told, line, mine).ifPresent(gone::add);
      }
      if (line.event() == SeatEvent.QUEUED || line.event() == SeatEvent.MOVED) {
        placed.removeIf(other -> other.application() == line.application());
        placed.add(line);
      }
      told.follow(line);
    }
    Standing standing = told.standing(application).orElse(Standing.NEW);
    Tally tally = told.tally();
    return new Explanation(
        standing,
        then,
        tally.hindrance(standing.groups()),
        tally.rules().places() - tally.taken(),
        ahead(told, standing, placed),
        List.copyOf(gone),
        tally.rules().movesUp(moment));
  }

  private static Optional<Gone> gone(Allocation told, SeatLine line, Standing mine) {
    Standing other = told.standing(line.application()).orElse(Standing.NEW);
    if (!Allocation.takes(line, other)) {
      return Optional.empty();
    }
    Optional<Hindrance> hindrance = told.tally().hindrance(mine.groups());
    Why why = Why.HINDERED;
    if (line.event() == SeatEvent.CHOSEN) {
      why = Why.CHOSEN;
    } else if (line.detail().equals(SeatBook.IN_PLACE)) {
      why = Why.REPLACED;
    } else if (other.is(ApplicationState.QUEUED) && other.place() < mine.place()) {
      why = Why.TURN;
    }
    return Optional.of(
        new Gone(
            line.application(),
            line.at(),
            why,
            why == Why.HINDERED ? hindrance : Optional.empty()));
  }

  private static List<Ahead> ahead(Allocation told, Standing mine, List<SeatLine> placed) {
    if (!mine.is(ApplicationState.QUEUED)) {
      return List.of();
    }
    return told.queue().stream()
        .takeWhile(number -> told.standing(number).orElseThrow().place() < mine.place())
        .map(
            number -> {
              SeatLine line =
                  placed.stream()
                      .filter(each -> each.application() == number)
                      .findFirst()
                      .orElseThrow();
              return new Ahead(number, line.at(), line.event() == SeatEvent.MOVED);
            })
        .toList();
  }
}
