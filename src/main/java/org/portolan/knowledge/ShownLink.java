package org.portolan.knowledge;

import java.time.LocalDate;
import java.util.Map;

/**
 * A link as somebody sees it who may see where it leads.
 *
 * @param title in the language named beside it; of a legal text its name and place, in no language
 * @param address of the page, or of the legal text; may be empty
 * @param days on which it is held; null where it is not a session with days
 * @param broken whether nothing can be found there any more; said to editors alone
 */
public record ShownLink(
    PracticeLink link, String title, String language, String address, Days days, boolean broken) {

  /** The first and the last of them. */
  public record Days(LocalDate first, LocalDate last) {
    static Days of(Map<String, String> details) {
      String first = details.get("firstDay");
      return first == null
          ? null
          : new Days(LocalDate.parse(first), LocalDate.parse(details.get("lastDay")));
    }
  }
}
