/**
 * What Customs officers should be able to do: competencies in groups, job profiles in families, and
 * the level that a profile needs of each; and what people can do of it. Owns competency,
 * job_profile and profile_competency, which come with the release, attainment and person_job.
 * Stands on people and the names of themes from {@link org.portolan.thesaurus.ThemeNames}; fires no
 * events.
 */
package org.portolan.competency;
