/**
 * Who is selected for a session before others: weighted criteria, and the ranking that follows from
 * them. Knows no database: what is known of people comes in, an order with its reasons comes out.
 * People decide; enrolment keeps where they chose otherwise. Owns no tables and fires no events.
 */
package org.portolan.selection;
