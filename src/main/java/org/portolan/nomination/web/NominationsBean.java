package org.portolan.nomination.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.portolan.nomination.NominationSummary;
import org.portolan.nomination.Nominations;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.region.Directory;

/** The page on which those who decide for a Member see to which sessions it sends officers. */
@Named
@RequestScoped
public class NominationsBean {
  @Inject private Nominations nominations;
  @Inject private CurrentLanguage language;
  @Inject private Directory directory;

  private List<NominationSummary> coming;

  public List<NominationSummary> getComing() {
    if (coming == null) {
      coming = nominations.coming(language.get());
    }
    return coming;
  }

  public String administration(String code) {
    return directory.findMember(code).map(each -> each.name().in(language.get())).orElse(code);
  }
}
