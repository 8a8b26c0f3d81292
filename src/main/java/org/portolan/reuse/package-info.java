/**
 * What readers make of practices: which administrations used one, when, and what came of it;
 * whether readers found it useful. Owns practice_use and practice_rating; uses knowledge for who
 * may read a practice, people and region for who reports. Answers PracticeReuse of knowledge.
 */
package org.portolan.reuse;
