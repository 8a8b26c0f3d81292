/**
 * The catalogue: themes in packages, and courses with their texts in several languages. A course
 * belongs to the catalogue of the world, of a region or of a Member. Owns theme_package, theme,
 * course with course_text, course_theme, course_competency and course_prerequisite, and
 * catalog_revision. Uses the names of competencies and bodies. What it shows of sessions it asks
 * through {@link org.portolan.catalog.ComingSessions}, which calendar implements.
 */
package org.portolan.catalog;
