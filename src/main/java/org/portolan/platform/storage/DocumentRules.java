package org.portolan.platform.storage;

import org.portolan.platform.reading.FileFormat;
import org.portolan.platform.reading.ReadFacts;
import org.portolan.platform.storage.RefusedFile.Reason;

/** What a document may be, given what was found in it. */
final class DocumentRules {
  private DocumentRules() {}

  /** How many pages it has. */
  static int pages(ReadFacts facts, FileRules rules) throws RefusedFile {
    refuse(facts, "other", Reason.OTHER_KIND);
    refuse(facts, "cut", Reason.DAMAGED);
    refuse(facts, "locked", Reason.LOCKED);
    refuse(facts, "script", Reason.SCRIPT);
    refuse(facts, "acts", Reason.ACTS);
    refuse(facts, "carries", Reason.CARRIES_FILES);
    refuse(facts, "unpacks", Reason.HEAVY);
    int pages = facts.number("pages");
    if (pages < 1) {
      throw new RefusedFile(Reason.DAMAGED);
    }
    if (pages > rules.mostPages()) {
      throw new RefusedFile(Reason.PAGES, rules.mostPages());
    }
    return pages;
  }

  /**
   * Whether it has a format that is taken; a page of the web may run programs where it is opened.
   */
  static void requireFormat(ReadFacts facts) throws RefusedFile {
    if (FileFormat.of(facts).filter(format -> format != FileFormat.HTML).isEmpty()) {
      throw new RefusedFile(Reason.NO_DOCUMENT);
    }
  }

  private static void refuse(ReadFacts facts, String fact, Reason reason) throws RefusedFile {
    if (facts.has(fact)) {
      throw new RefusedFile(reason);
    }
  }
}
