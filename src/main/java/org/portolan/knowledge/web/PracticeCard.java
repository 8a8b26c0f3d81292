package org.portolan.knowledge.web;

import java.util.List;

/**
 * A practice in the words of the reader, as lists and pages show it.
 *
 * @param place Member and region, or the region alone
 * @param foreign name of the language of the text where it is not the reader's, else null
 * @param date when it was published, or last changed while it is a draft
 */
public record PracticeCard(
    String code,
    String title,
    String summary,
    String place,
    String theme,
    int year,
    List<String> languages,
    String language,
    String direction,
    String foreign,
    boolean published,
    String date) {}
