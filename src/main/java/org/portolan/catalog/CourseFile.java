package org.portolan.catalog;

import java.util.List;

/**
 * All of a course as its page at the desk shows it, with what this person may do there.
 *
 * @param missing what keeps it from being submitted, as keys of messages
 * @param similar courses that others offer and that are much like it
 * @param remark why it was sent back, or null
 * @param describable whether this person may change what is taught, for whom and how
 * @param held whether this person plans sessions of it at its own centre
 * @param ahead its published sessions that have not ended
 * @param outside those of them that do not lie within its validity
 * @param own whether this person drafted or submitted it, and so may not publish it
 */
public record CourseFile(
    int version,
    CourseDetail course,
    List<String> missing,
    List<SimilarCourse> similar,
    String remark,
    boolean describable,
    boolean writable,
    boolean submittable,
    boolean reviewable,
    boolean own,
    boolean retirable,
    boolean held,
    List<ComingSession> ahead,
    List<ComingSession> outside) {}
