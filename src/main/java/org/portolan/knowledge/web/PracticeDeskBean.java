package org.portolan.knowledge.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.portolan.knowledge.KnowledgeService;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.web.PageParameters;

/** Drafts and published practices of the editor's own regions. */
@Named
@RequestScoped
public class PracticeDeskBean {
  @Inject private KnowledgeService knowledge;
  @Inject private CurrentLanguage language;
  @Inject private PageParameters parameters;
  @Inject private PracticeCards cards;

  private List<PracticeCard> items;

  @PostConstruct
  void load() {
    items = knowledge.desk(language.get()).stream().map(cards::card).toList();
  }

  public List<PracticeCard> getItems() {
    return items;
  }

  /** What was just done, told after the redirect that follows a form. */
  public String getDone() {
    String done = parameters.get("done");
    return "saved".equals(done) || "published".equals(done) ? done : null;
  }
}
