package org.portolan.people;

/**
 * A person as other features show them to those who may know.
 *
 * @param memberCode the administration they belong to, or null
 */
public record PersonSummary(
    long id,
    String code,
    String name,
    String email,
    String memberCode,
    String language,
    String post) {}
