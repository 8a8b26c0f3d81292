package org.portolan.knowledge.web;

/**
 * One end of a link as it is shown.
 *
 * @param relation in words
 * @param type what it leads to, in words, and when a session is held; empty for a legal text
 * @param language of the title; empty where it is in none
 * @param address may be empty
 */
public record LinkRow(
    String relation, String type, String title, String language, String address) {}
