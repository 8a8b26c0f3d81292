package org.portolan.people.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;
import org.portolan.people.AccountRequests;
import org.portolan.people.PeopleDesk;
import org.portolan.people.PersonSummary;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.web.LazyRows;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.Directory;

/** The accounts of the administrations that somebody looks after. */
@Named("peopleDesk")
@RequestScoped
public class PeopleDeskBean {
  @Inject private PageParameters parameters;
  @Inject private PeopleDesk desk;
  @Inject private AccountRequests requests;
  @Inject private Directory directory;
  @Inject private CurrentLanguage language;

  private Set<String> members;
  private String words;
  private LazyRows<PersonSummary> rows;

  @PostConstruct
  void read() {
    members = desk.members();
    words = parameters.get("words");
    rows = new LazyRows<>(() -> desk.count(words), slice -> desk.list(words, slice));
  }

  /** Requests for accounts that wait for an answer. */
  public long getRequests() {
    return requests.count();
  }

  public LazyRows<PersonSummary> getRows() {
    return rows;
  }

  public String getWords() {
    return words;
  }

  public boolean isMany() {
    return members.size() > 1;
  }

  public String member(String code) {
    return directory.findMember(code).map(found -> found.name().in(language.get())).orElse(code);
  }
}
