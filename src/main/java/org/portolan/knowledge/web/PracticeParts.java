package org.portolan.knowledge.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.portolan.knowledge.PracticeBody;
import org.portolan.knowledge.Section;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.web.Markdown;

/** Lays a practice out in the order in which it is read: whom to ask comes last. */
@ApplicationScoped
class PracticeParts {
  private static final int BELOW_SECTION = 3;

  @Inject private Markdown markdown;

  PracticeParts() {}

  PracticeParts(Markdown markdown) {
    this.markdown = markdown;
  }

  /**
   * @param kind of the practice, by which sections have names of their own; may be empty
   */
  List<PracticePart> of(PracticeBody body, String kind, String language) {
    Language words = Language.of(language).orElse(Language.EN);
    List<PracticePart> parts = new ArrayList<>();
    for (Section section : Section.values()) {
      if (section == Section.CONTACT && !body.more().isEmpty()) {
        parts.add(new PracticePart(null, null, markdown.html(body.more())));
      }
      String text = body.section(section);
      if (!text.isEmpty()) {
        parts.add(
            new PracticePart(
                section.code(),
                SectionWords.heading(kind, section, words),
                markdown.html(text, BELOW_SECTION)));
      }
    }
    return parts;
  }
}
