/**
 * Which courses people completed, in which session and with what result. Owns completion. Stands on
 * competency and people: a course that is completed gives its competencies. Fires {@link
 * org.portolan.completion.CourseCompleted}.
 */
package org.portolan.completion;
