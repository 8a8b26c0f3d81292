/**
 * What readers of a practice who are signed in say to each other of it. Owns practice_comment; uses
 * knowledge for who reads and who edits a practice, access for whether somebody may still be told.
 */
package org.portolan.reuse.comment;
