package org.portolan.knowledge.web;

/**
 * A piece of a practice as it is read.
 *
 * @param id where on the page it is; null for what fits in no section
 * @param heading in the language of the text; null likewise
 * @param html safe
 */
public record PracticePart(String id, String heading, String html) {}
