package org.portolan.knowledge.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import org.portolan.knowledge.KnowledgeService;
import org.portolan.knowledge.PracticeView;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;

/** A practice as it is read: in the reader's language where there is such a text. */
@Named
@RequestScoped
public class PracticeBean {
  @Inject private KnowledgeService knowledge;
  @Inject private PageParameters parameters;
  @Inject private CurrentLanguage language;
  @Inject private CurrentPerson me;
  @Inject private PracticeCards cards;
  @Inject private PracticeParts parts;

  private PracticeView view;
  private PracticeCard card;

  @PostConstruct
  void load() {
    String code = parameters.get("code");
    // a reader may want one text in its original without changing the language of all pages
    Language wanted =
        Language.of(String.valueOf(parameters.get("in"))).orElseGet(() -> language.get());
    view =
        (code == null ? java.util.Optional.<PracticeView>empty() : knowledge.find(code, wanted))
            .orElseThrow(() -> new NotFound("practice " + code));
    card = cards.card(view.summary());
  }

  public PracticeCard getCard() {
    return card;
  }

  public String getRegion() {
    return view.summary().regionCode();
  }

  public String getRegionName() {
    return cards.region(view.summary().regionCode());
  }

  /** The Member whose practice it is, or null. */
  public String getMember() {
    return view.summary().memberCode();
  }

  public String getMemberName() {
    return cards.member(view.summary().memberCode());
  }

  public String getTheme() {
    return view.summary().themeCode();
  }

  public List<PracticePart> getParts() {
    return parts.of(view.body(), view.summary().language());
  }

  public boolean isTranslated() {
    return !view.original();
  }

  public List<String> getOtherLanguages() {
    return card.languages().stream().filter(each -> !each.equals(card.language())).toList();
  }

  public boolean isEditable() {
    Set<String> own = me.scopes(Role.EDITOR, Scope.Kind.REGION);
    return own.contains(view.summary().regionCode()) || me.isAdministrator();
  }
}
