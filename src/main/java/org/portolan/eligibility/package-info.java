/**
 * Who may apply for a seat: conditions, whether somebody meets them, and what would help where they
 * do not. Knows no database: facts come in, a verdict with its reasons comes out. Owns no tables
 * and fires no events.
 */
package org.portolan.eligibility;
