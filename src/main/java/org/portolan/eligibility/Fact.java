package org.portolan.eligibility;

/** What has to be known of somebody before a condition can be checked. */
public enum Fact {
  COMPETENCIES,
  COURSES,
  PROFILE,
  JOB,
  ENGAGEMENTS,
  ADMINISTRATION
}
