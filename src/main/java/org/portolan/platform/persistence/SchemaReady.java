package org.portolan.platform.persistence;

/**
 * Fired once at start when the schema is of this version. Features load their reference content and
 * demo world on it, in the order of their floor ({@code @Priority}: region 100, people 200,
 * thesaurus 250, catalog 300, knowledge 310, calendar 400, enrolment 500, search 900).
 */
public record SchemaReady() {}
