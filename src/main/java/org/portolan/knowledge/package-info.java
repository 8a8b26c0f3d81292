/**
 * Practices: what an administration did, what came of it and what it cost, in one or more
 * languages; how it is written, reviewed, published, looked at again and archived. Owns practice,
 * practice_text, practice_work, practice_version and practice_link; uses office and people for whom
 * to write to, region for places, thesaurus for themes. Drafts belong to the editors of their
 * region, published practices to everybody. Fires PracticeMoved; asks PracticeFiles for the files
 * of a practice and PracticeReuse for who used it.
 */
package org.portolan.knowledge;
