package org.portolan.reuse.problem;

import java.time.Instant;
import org.portolan.knowledge.PracticePlace;

/**
 * A problem that waits for an editor, who is not told who told it.
 *
 * @param practice null where it is not published any more
 */
public record ToldProblem(
    long id, int version, PracticePlace practice, String kind, String words, Instant toldAt) {}
