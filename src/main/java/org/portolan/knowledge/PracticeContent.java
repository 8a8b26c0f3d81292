package org.portolan.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that editors write of a practice, as it was at one moment: what they work on, what readers
 * see, and each version of before.
 *
 * @param member or null
 * @param kind empty for none in particular
 * @param links to what it is connected
 * @param texts the original first
 */
record PracticeContent(
    String region,
    String member,
    String theme,
    String kind,
    int year,
    Source source,
    List<PracticeLink> links,
    List<PracticeWords> texts) {

  PracticeContent {
    links = List.copyOf(links);
    texts = List.copyOf(texts);
  }

  /** What an editor begins a practice with. */
  static PracticeContent begun(PracticeEdit edit) {
    return new PracticeContent("", null, "", "", 0, Source.UNKNOWN, List.of(), List.of())
        .with(edit, true);
  }

  /** Those of its links that mean the same wherever it is taken, and give nothing away. */
  List<PracticeLink> legalTexts() {
    return links.stream().filter(PracticeLink::instrument).toList();
  }

  /** Whether a text would be written over that the editor had not opened. */
  boolean hides(PracticeEdit edit, PracticeBase base) {
    return !edit.language().equals(base.language()) && text(edit.language()).isPresent();
  }

  boolean stale(PracticeWords text) {
    return text.stale(original().map(PracticeWords::revision).orElse(1));
  }

  Optional<PracticeWords> text(String language) {
    return texts.stream().filter(text -> text.language().equals(language)).findFirst();
  }

  /** Empty only before the first text is written. */
  Optional<PracticeWords> original() {
    return texts.stream().filter(PracticeWords::original).findFirst();
  }

  /**
   * With what an editor wrote in one language.
   *
   * @param upToDate whether a translation says now what the original says
   */
  PracticeContent with(PracticeEdit edit, boolean upToDate) {
    int followed = original().map(PracticeWords::revision).orElse(1);
    Optional<PracticeWords> before = text(edit.language());
    PracticeWords written =
        before
            .map(text -> text.with(edit, upToDate ? followed : null))
            .orElseGet(() -> PracticeWords.first(edit, texts.isEmpty() ? null : followed));
    List<PracticeWords> all = new ArrayList<>(texts);
    if (before.isPresent()) {
      all.set(texts.indexOf(before.get()), written);
    } else {
      all.add(written);
    }
    return new PracticeContent(
        edit.region(),
        edit.member(),
        edit.theme(),
        edit.kind(),
        Integer.parseInt(edit.year()),
        edit.source(),
        edit.links(),
        all);
  }
}
