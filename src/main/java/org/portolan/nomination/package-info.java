/**
 * Whom administrations send to a session: lists of nominees and alternates with a reason and a
 * letter of endorsement, and seats whose names are given later. Owns {@code nomination} and {@code
 * nominee}; an officer who is handed in has an application, which enrolment owns. Hears where a
 * centre changes a session or the rules of its seats. Fires no events.
 */
package org.portolan.nomination;
