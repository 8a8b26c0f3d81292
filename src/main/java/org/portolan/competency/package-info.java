/**
 * What Customs officers should be able to do: competencies in groups, job profiles in families, and
 * the level that a profile needs of each. Owns competency, job_profile and profile_competency,
 * which come with the release. Uses the names of themes from {@link
 * org.portolan.thesaurus.ThemeNames}; fires no events.
 */
package org.portolan.competency;
