package org.portolan.knowledge.web;

import java.util.List;
import org.portolan.knowledge.PracticeStage;

/**
 * A practice in the words of the reader, as lists and pages show it.
 *
 * @param place Member and region, or the region alone
 * @param foreign name of the language of the text where it is not the reader's, else null
 * @param stage of what editors write on, for them alone
 * @param due whether it is to be looked at again
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
    String state,
    PracticeStage stage,
    boolean due,
    String date) {}
