package org.portolan.reuse.comment;

import java.time.Instant;
import java.util.List;

/**
 * A comment as the person who asks sees it.
 *
 * @param author name of who wrote it
 * @param member their administration by then, or null
 * @param words Markdown; empty where this person is not shown them
 * @param state {@code shown}, {@code withdrawn} or {@code hidden}
 * @param reason why it is hidden, for who wrote it and for editors
 * @param changeable whether the person may still change it
 * @param withdrawable whether it is theirs to take back
 * @param hideable whether they may hide it, or show it again
 * @param answers below it, the first one first
 */
public record CommentView(
    long id,
    int version,
    String author,
    String member,
    Instant saidAt,
    boolean changed,
    String words,
    String language,
    String state,
    String reason,
    boolean changeable,
    boolean withdrawable,
    boolean hideable,
    List<CommentView> answers) {}
