package org.portolan.enrolment.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.portolan.approval.Difference;
import org.portolan.enrolment.DifferenceWords;
import org.portolan.platform.i18n.CurrentLanguage;

/** Words for what was one thing and is another. */
@Named("differences")
@RequestScoped
public class DifferencesBean {
  @Inject private DifferenceWords words;
  @Inject private CurrentLanguage language;

  public String label(Difference one) {
    return words.label(one.what(), language.get());
  }

  public String before(Difference one) {
    return words.before(one, language.get());
  }

  public String after(Difference one) {
    return words.after(one, language.get());
  }
}
