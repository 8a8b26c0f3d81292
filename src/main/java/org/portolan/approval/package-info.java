/**
 * Whose consent an application needs, in which order and until when, and who is asked again where
 * something changes afterwards: rules without a database. Calendar keeps a chain with each session,
 * enrolment asks along it.
 */
package org.portolan.approval;
