/**
 * Practices: what an administration did, what came of it and what it cost, in one or more
 * languages. Owns practice and practice_text; uses region for places, thesaurus for themes. Drafts
 * belong to the editors of their region, published practices to everybody.
 */
package org.portolan.knowledge;
