package org.portolan.reuse.comment;

import java.util.List;
import org.portolan.knowledge.PracticePlace;

/**
 * A practice with what is said of it.
 *
 * @param comments the first one first, answers below them
 */
public record DiscussedPractice(PracticePlace practice, List<CommentView> comments) {}
