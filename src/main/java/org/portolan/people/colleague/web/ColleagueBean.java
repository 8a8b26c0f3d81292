package org.portolan.people.colleague.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.portolan.people.colleague.Colleague;
import org.portolan.people.colleague.Colleagues;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.Directory;

/** A colleague who agreed to be found. */
@Named("colleaguePage")
@RequestScoped
public class ColleagueBean {
  @Inject private Colleagues colleagues;
  @Inject private Directory directory;
  @Inject private PageParameters parameters;
  @Inject private CurrentLanguage language;

  private Colleague colleague;

  /** Runs before the page is shown: nothing of it may be on the way when it is refused. */
  public void open() {
    colleague = colleagues.get(parameters.number("id", 0));
  }

  public Colleague getColleague() {
    return colleague;
  }

  public String getAdministration() {
    return directory
        .findMember(colleague.memberCode())
        .map(member -> member.name().in(language.get()))
        .orElse(colleague.memberCode());
  }
}
