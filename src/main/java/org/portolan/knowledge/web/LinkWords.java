package org.portolan.knowledge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.portolan.knowledge.LinkKind;
import org.portolan.knowledge.LinkRelation;
import org.portolan.knowledge.LinkingPractice;
import org.portolan.knowledge.ShownLink;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.i18n.Texts;

/** Links in the words of the reader. */
@RequestScoped
class LinkWords {
  @Inject private CurrentLanguage language;
  @Inject private Formats formats;

  LinkRow row(ShownLink shown) {
    LinkKind kind = shown.link().kind();
    return new LinkRow(
        relation(shown.link().relation()),
        kind == LinkKind.INSTRUMENT ? "" : when(kind(kind), shown.days()),
        shown.title(),
        shown.language(),
        shown.address());
  }

  /** Sessions of one course are called alike. */
  private String when(String kind, ShownLink.Days days) {
    return days == null ? kind : kind + " · " + formats.days(days.first(), days.last());
  }

  /** The same link seen from what it leads to. */
  LinkRow back(LinkingPractice practice) {
    return new LinkRow(
        Texts.text(language.get(), "knowledge.link.back." + practice.relation().code()),
        kind(LinkKind.PRACTICE),
        practice.title(),
        practice.language(),
        "/knowledge/" + practice.code());
  }

  String relation(LinkRelation relation) {
    return Texts.text(language.get(), "knowledge.link." + relation.code());
  }

  String kind(LinkKind kind) {
    return Texts.text(language.get(), "finding.type." + kind.code());
  }
}
