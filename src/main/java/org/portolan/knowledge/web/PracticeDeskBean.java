package org.portolan.knowledge.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.portolan.knowledge.DeskFilter;
import org.portolan.knowledge.KnowledgeService;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.LazyRows;
import org.portolan.platform.web.PageParameters;

/** Drafts and published practices of the editor's own regions. */
@Named
@RequestScoped
public class PracticeDeskBean {
  @Inject private KnowledgeService knowledge;
  @Inject private CurrentLanguage language;
  @Inject private PageParameters parameters;
  @Inject private PracticeCards cards;
  @Inject private Texts texts;

  private DeskFilter filter;
  private LazyRows<PracticeCard> rows;

  @PostConstruct
  void load() {
    // asked before the page begins, so that nobody else sees as much as an empty table
    knowledge.ownRegions();
    filter = new DeskFilter(parameters.get("words"), parameters.get("state"));
    rows =
        new LazyRows<>(
            () -> knowledge.countOnDesk(filter),
            slice ->
                knowledge.desk(filter, slice, language.get()).stream().map(cards::card).toList());
  }

  public LazyRows<PracticeCard> getRows() {
    return rows;
  }

  public DeskFilter getFilter() {
    return filter;
  }

  public List<Choice> getStates() {
    return DeskFilter.STATES.stream()
        .map(
            state ->
                new Choice(
                    state, texts.get("knowledge.state." + state), state.equals(filter.state())))
        .toList();
  }

  /** What was just done, told after the redirect that follows a form. */
  public String getDone() {
    String done = parameters.get("done");
    return "saved".equals(done) || "published".equals(done) ? done : null;
  }
}
