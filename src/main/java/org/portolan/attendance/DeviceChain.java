package org.portolan.attendance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The marks of one tablet for a session in the order in which it made them, and what that order
 * proves. Each mark names the hash of the one before, so that none can be left out, changed or put
 * elsewhere without being noticed.
 *
 * @param marks how many are here
 * @param missing numbers of those that are not here, though later ones are
 * @param broken numbers of those whose hash is not that of what they say, that do not follow the
 *     one before, or whose number another one has too
 */
public record DeviceChain(String device, int marks, List<Integer> missing, List<Integer> broken) {
  private static final int MOST_NAMED = 20;

  /** The last of a chain, which the next one follows. */
  record Head(int counter, String hash) {
    static final Head NONE = new Head(0, "");
  }

  public boolean whole() {
    return missing.isEmpty() && broken.isEmpty();
  }

  public String name() {
    return device.substring(0, 4);
  }

  public boolean byForm() {
    return device.equals(Mark.DESK);
  }

  public boolean atTheDoor() {
    return device.equals(Mark.DOOR);
  }

  /** Those of all tablets that sent marks. */
  static List<DeviceChain> of(Collection<Mark> marks) {
    Map<String, List<Mark>> devices =
        marks.stream()
            .collect(Collectors.groupingBy(Mark::device, TreeMap::new, Collectors.toList()));
    List<DeviceChain> chains = new ArrayList<>();
    devices.forEach((device, own) -> chains.add(of(device, own)));
    return chains;
  }

  private static DeviceChain of(String device, List<Mark> own) {
    List<SentMark> marks =
        own.stream()
            .map(Mark::sent)
            .sorted(Comparator.comparingInt(SentMark::counter).thenComparing(SentMark::id))
            .toList();
    List<Integer> missing = new ArrayList<>();
    List<Integer> broken = new ArrayList<>();
    Head before = Head.NONE;
    for (SentMark mark : marks) {
      for (int gap = before.counter() + 1;
          gap < mark.counter() && missing.size() < MOST_NAMED;
          gap++) {
        missing.add(gap);
      }
      boolean follows =
          mark.counter() == before.counter() + 1
              ? mark.previous().equals(before.hash())
              : mark.counter() > before.counter();
      if (!follows || !mark.hash().equals(mark.rightHash(device))) {
        broken.add(mark.counter());
      }
      before = new Head(mark.counter(), mark.hash());
    }
    return new DeviceChain(device, marks.size(), missing, broken);
  }

  static Head head(Collection<Mark> marks, String device) {
    return marks.stream()
        .filter(mark -> mark.device().equals(device))
        .map(Mark::sent)
        .max(Comparator.comparingInt(SentMark::counter))
        .map(last -> new Head(last.counter(), last.hash()))
        .orElse(Head.NONE);
  }
}
