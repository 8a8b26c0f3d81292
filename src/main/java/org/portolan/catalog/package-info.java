/**
 * The catalogue: themes in packages, and courses with their texts in several languages. Owns
 * theme_package, theme, course and course_text. What it shows of sessions it asks through {@link
 * org.portolan.catalog.ComingSessions}, which calendar implements.
 */
package org.portolan.catalog;
