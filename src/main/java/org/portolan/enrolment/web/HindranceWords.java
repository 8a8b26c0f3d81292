package org.portolan.enrolment.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Texts;
import org.portolan.region.Directory;
import org.portolan.seat.Group;
import org.portolan.seat.Hindrance;

/** Says which rule keeps somebody from a seat, with the name of its group and its number. */
@RequestScoped
class HindranceWords {
  @Inject private Directory directory;
  @Inject private CurrentLanguage language;
  @Inject private Texts texts;

  /**
   * A sentence.
   *
   * @param key of the text for each kind of rule, without the kind
   */
  String sentence(String key, Hindrance why) {
    return texts.of2(
        key + "." + why.kind().name().toLowerCase(Locale.ROOT),
        why.group() == null ? "" : name(why.group()),
        why.number());
  }

  /** What a group is called. */
  String name(Group group) {
    if (group.each()) {
      return texts.get("enrolment.rules.group.each");
    }
    return switch (group.kind()) {
      case MEMBER ->
          directory
              .findMember(group.code())
              .map(member -> member.name().in(language.get()))
              .orElse(group.code());
      case REGION ->
          directory
              .findRegion(group.code())
              .map(region -> region.name().in(language.get()))
              .orElse(group.code());
      case SUBREGION ->
          directory
              .findSubregion(group.code())
              .map(subregion -> subregion.in(language.get()))
              .orElse(group.code());
      case LEAST_DEVELOPED -> texts.get("enrolment.rules.group.least-developed");
      case GENDER -> texts.word("enrolment.rules.group", group.code());
    };
  }
}
