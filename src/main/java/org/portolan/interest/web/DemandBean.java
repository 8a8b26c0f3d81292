package org.portolan.interest.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.portolan.interest.Demand;
import org.portolan.interest.Interests;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.Directory;

/** How many would come to a session, for its centre. */
@Named("demandPage")
@RequestScoped
public class DemandBean {
  @Inject private PageParameters parameters;
  @Inject private Interests interests;
  @Inject private Directory directory;
  @Inject private CurrentLanguage language;
  @Inject private Texts texts;

  private Demand demand;

  public Demand getDemand() {
    if (demand == null) {
      demand = interests.demand(parameters.number("id", 0), language.get());
    }
    return demand;
  }

  public String member(String code) {
    return code == null
        ? texts.get("interest.demand.none")
        : directory.findMember(code).map(found -> found.name().in(language.get())).orElse(code);
  }
}
