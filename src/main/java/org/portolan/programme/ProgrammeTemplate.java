package org.portolan.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portolan.calendar.CalendarService;
import org.portolan.catalog.Catalog;
import org.portolan.catalog.CourseFacts;
import org.portolan.catalog.CourseTitle;
import org.portolan.platform.exchange.SheetColumn;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.NotAllowed;

/** An empty spreadsheet for the sessions of a year, with the courses that may stand in it. */
@ApplicationScoped
public class ProgrammeTemplate {
  @Inject private CalendarService calendar;
  @Inject private Catalog catalog;

  /** Rows by the titles of their sheets: the courses of one's own centres come first. */
  @Transactional
  public Map<String, List<List<String>>> sheets(Language reader) {
    var own = calendar.myCentres();
    if (own.isEmpty()) {
      throw new NotAllowed();
    }
    List<CourseTitle> titles = catalog.all(reader);
    Map<Long, CourseFacts> facts = catalog.facts(titles.stream().map(CourseTitle::id).toList());
    List<List<String>> courses = new ArrayList<>();
    courses.add(List.of("code", "title", "centre", "hours"));
    titles.stream()
        .sorted(
            Comparator.comparing(
                (CourseTitle title) -> !own.contains(facts.get(title.id()).centreCode())))
        .forEach(
            title ->
                courses.add(
                    List.of(
                        title.code(),
                        title.title(),
                        facts.get(title.id()).centreCode(),
                        String.valueOf(facts.get(title.id()).hours()))));
    Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
    sheets.put("sessions", List.of(SessionRow.COLUMNS.stream().map(SheetColumn::code).toList()));
    sheets.put("courses", courses);
    return sheets;
  }
}
