package org.portolan.knowledge;

/**
 * A link as somebody sees it who may see where it leads.
 *
 * @param title in the language named beside it; of a legal text its name and place, in no language
 * @param address of the page, or of the legal text; may be empty
 * @param broken whether nothing can be found there any more; said to editors alone
 */
public record ShownLink(
    PracticeLink link, String title, String language, String address, boolean broken) {}
