package org.portolan.enrolment.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.portolan.catalog.Catalog;
import org.portolan.catalog.CourseTitle;
import org.portolan.completion.CompletionSummary;
import org.portolan.completion.Completions;
import org.portolan.enrolment.ApplicationSummary;
import org.portolan.enrolment.EnrolmentService;
import org.portolan.platform.i18n.CurrentLanguage;

/** The page of a person's own applications, and of the courses that they completed. */
@Named
@RequestScoped
public class ApplicationsBean {
  @Inject private EnrolmentService enrolment;
  @Inject private Completions completions;
  @Inject private Catalog catalog;
  @Inject private CurrentLanguage language;

  private List<ApplicationSummary> all;
  private List<Completed> completed;

  public void open() {
    all = enrolment.myApplications(language.get());
    List<CompletionSummary> done =
        completions.mine().stream().filter(CompletionSummary::completed).toList();
    Map<Long, CourseTitle> titles =
        done.isEmpty()
            ? Map.of()
            : catalog.titles(
                done.stream().map(CompletionSummary::courseId).collect(Collectors.toSet()),
                language.get());
    completed =
        done.stream()
            .map(
                each -> {
                  CourseTitle title = titles.get(each.courseId());
                  return new Completed(title.code(), title.title(), title.language(), each.day());
                })
            .toList();
  }

  public List<ApplicationSummary> getAll() {
    return all;
  }

  public List<Completed> getCompleted() {
    return completed;
  }

  /** A course that its reader completed. */
  public record Completed(String code, String title, String language, LocalDate day) {}
}
