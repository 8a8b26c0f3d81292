package org.portolan.knowledge;

/**
 * What a feature above has to know of a practice to keep something with it.
 *
 * @param memberCode of the Member whose practice it is, or null
 * @param year of the practice
 * @param title in its original language
 * @param language of the title
 * @param draft whether readers never saw it
 * @param own whether the person edits it
 * @param changeable whether they may change it in the state that it is in
 */
public record PracticePlace(
    long id,
    String code,
    String regionCode,
    String memberCode,
    int year,
    String title,
    String language,
    boolean draft,
    boolean own,
    boolean changeable) {}
