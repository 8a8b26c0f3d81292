package org.portolan.knowledge.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.portolan.knowledge.LinkKind;
import org.portolan.knowledge.LinkingPractice;
import org.portolan.knowledge.PracticeLinks;
import org.portolan.platform.i18n.CurrentLanguage;

/** The practices that name a course or a session, for the page of that. */
@Named("linkingPractices")
@RequestScoped
public class LinkingPracticesBean {
  @Inject private PracticeLinks links;
  @Inject private CurrentLanguage language;

  private final Map<String, List<LinkingPractice>> known = new HashMap<>();

  public List<LinkingPractice> of(String kind, String target) {
    return known.computeIfAbsent(
        kind + " " + target,
        key ->
            LinkKind.of(kind)
                .map(found -> links.on(found, target, language.get()))
                .orElse(List.of()));
  }
}
