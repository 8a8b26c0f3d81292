package org.portolan.catalog;

/**
 * What is true of a course in every language.
 *
 * @param instrument the edition of a treaty or nomenclature that it teaches, or null
 * @param validity the days within which its sessions are held
 */
public record CourseFacts(
    long id,
    String code,
    String centreCode,
    String regionCode,
    String themeCode,
    String level,
    String mode,
    int hours,
    String audience,
    String instrument,
    Validity validity) {}
