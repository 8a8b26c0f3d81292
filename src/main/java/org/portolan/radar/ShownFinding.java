package org.portolan.radar;

import java.time.Instant;
import java.util.List;
import org.portolan.radar.rules.Finding;

/**
 * A finding as a desk shows it.
 *
 * @param sessions that it names, the soonest first
 * @param dismissed when it was dismissed, or an earlier one about the same; null for never
 * @param changed whether it shows again after that, because facts behind it are others
 * @param proposal number of a proposal about its sessions that waits for an answer, or null
 * @param jointly whether its drafts could be proposed as one session
 * @param contacts addresses of the staff of its centres; only for those who coordinate
 */
public record ShownFinding(
    Finding finding,
    List<NamedSession> sessions,
    Dismissed dismissed,
    boolean changed,
    Long proposal,
    boolean jointly,
    List<String> contacts) {

  /** Who dismissed something, when and why. */
  public record Dismissed(String by, Instant at, String reason) {}
}
