package org.portolan.catalog.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.portolan.catalog.CourseDesk;
import org.portolan.catalog.CourseDeskFilter;
import org.portolan.catalog.CourseState;
import org.portolan.catalog.DeskCourse;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.Choice;
import org.portolan.platform.web.LazyRows;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.Directory;

/** Courses of which this person takes care: their centre's, and those of a catalogue they keep. */
@Named("courseDesk")
@RequestScoped
public class CourseDeskBean {
  @Inject private CourseDesk desk;
  @Inject private Directory directory;
  @Inject private CurrentLanguage language;
  @Inject private PageParameters parameters;
  @Inject private Formats formats;
  @Inject private Texts texts;

  private CourseDeskFilter filter;
  private boolean drafting;
  private LazyRows<Row> rows;

  @PostConstruct
  void load() {
    // asked before the page begins, so that nobody else sees as much as an empty table
    drafting = !desk.ownCentres().isEmpty();
    String state = parameters.get("state");
    filter = new CourseDeskFilter(parameters.get("words"), state);
    rows =
        new LazyRows<>(
            () -> desk.count(filter),
            slice -> desk.list(filter, slice, language.get()).stream().map(this::row).toList());
  }

  public LazyRows<Row> getRows() {
    return rows;
  }

  public CourseDeskFilter getFilter() {
    return filter;
  }

  /** Whether this person may begin a course. */
  public boolean isDrafting() {
    return drafting;
  }

  public List<Choice> getStates() {
    return Arrays.stream(CourseState.values())
        .map(CourseState::code)
        .map(
            code ->
                new Choice(code, texts.get("catalog.state." + code), code.equals(filter.state())))
        .toList();
  }

  /** Whether a course was just sent back, which is told here: its page is its centre's. */
  public boolean isSentBack() {
    return "sent-back".equals(parameters.get("done"));
  }

  private Row row(DeskCourse course) {
    return new Row(
        course,
        directory
            .findCentre(course.centreCode())
            .map(centre -> centre.name().in(language.get()))
            .orElse(course.centreCode()),
        formats.date(course.updatedAt().atZone(ZoneOffset.UTC).toLocalDate()));
  }

  /** A course as the table shows it. */
  public record Row(DeskCourse course, String centre, String changed) {}
}
