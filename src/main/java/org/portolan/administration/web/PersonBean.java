package org.portolan.administration.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.portolan.administration.HeldMandate;
import org.portolan.administration.PersonCard;
import org.portolan.administration.PersonDesk;
import org.portolan.administration.RightWithReason;
import org.portolan.office.web.OfficeWords;
import org.portolan.people.PersonSummary;
import org.portolan.people.web.HistoryLines;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.Directory;

/** Somebody's page for those who look after people: what they hold, what they may do, and why. */
@Named("personPage")
@RequestScoped
public class PersonBean {
  @Inject private PageParameters parameters;
  @Inject private PersonDesk desk;
  @Inject private OfficeWords words;
  @Inject private HistoryLines lines;
  @Inject private Directory directory;
  @Inject private Texts texts;
  @Inject private CurrentLanguage language;

  private PersonCard card;
  private List<HistoryLines.Line> history;

  @PostConstruct
  void read() {
    long id = parameters.number("id", 0);
    if (id == 0) {
      throw new NotFound("person");
    }
    card = desk.get(id);
    history = card.history() == null ? List.of() : lines.of(card.history());
  }

  public PersonCard getCard() {
    return card;
  }

  public PersonSummary getPerson() {
    return card.person();
  }

  public List<RightWithReason> getRights() {
    return card.rights();
  }

  public List<HeldMandate> getOffices() {
    return card.offices();
  }

  public List<HistoryLines.Line> getHistory() {
    return history;
  }

  public String getAdministration() {
    String code = card.person().memberCode();
    return code == null
        ? ""
        : directory.findMember(code).map(found -> found.name().in(language.get())).orElse(code);
  }

  /** What a right lets its holder do: "Decides on applications of officers of Sankoro". */
  public String right(RightWithReason each) {
    return texts.of(
        "administration.right." + each.right().role().code(), words.body(each.right().scope()));
  }
}
