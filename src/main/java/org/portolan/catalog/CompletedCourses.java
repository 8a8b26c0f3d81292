package org.portolan.catalog;

import java.util.Set;

/** What the catalogue asks of whoever knows which courses people completed. */
public interface CompletedCourses {

  /** Codes of the courses that a person completed. */
  Set<String> of(long person);
}
