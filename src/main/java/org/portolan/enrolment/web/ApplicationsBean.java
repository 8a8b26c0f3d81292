package org.portolan.enrolment.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.portolan.enrolment.ApplicationSummary;
import org.portolan.enrolment.EnrolmentService;
import org.portolan.platform.i18n.CurrentLanguage;

/** The page of a person's own applications. */
@Named
@RequestScoped
public class ApplicationsBean {
  @Inject private EnrolmentService enrolment;
  @Inject private CurrentLanguage language;

  private List<ApplicationSummary> all;

  public void open() {
    all = enrolment.myApplications(language.get());
  }

  public List<ApplicationSummary> getAll() {
    return all;
  }
}
