/**
 * What readers tell editors is wrong with a practice, and what editors answer. Owns
 * practice_problem; uses knowledge for who reads and who edits a practice.
 */
package org.portolan.reuse.problem;
