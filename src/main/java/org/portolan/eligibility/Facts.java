package org.portolan.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What is known of somebody. What no condition asks for need not be known.
 *
 * @param member code of their administration, or null
 * @param region code of its region, or null
 * @param job code of their job profile, or null
 * @param confirmed levels of competencies that a course gave or their administration confirmed
 * @param stated levels of competencies as they say themselves
 * @param completed courses, with the day when they completed them last
 * @param inPostSince or null where they do not say
 * @param languages they know, by code
 * @param engagements sessions for which they applied
 */
public record Facts(
    String member,
    String region,
    String job,
    Map<String, Integer> confirmed,
    Map<String, Integer> stated,
    Map<String, LocalDate> completed,
    LocalDate inPostSince,
    Map<String, LanguageLevel> languages,
    List<Engagement> engagements) {}
