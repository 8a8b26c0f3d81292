package org.portolan.catalog;

/** What is taught, for whom and how, as a form shows it, and the version it was opened on. */
public record OpenCourse(int version, CourseEdit edit) {}
