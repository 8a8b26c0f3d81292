package org.portolan.calendar.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.portolan.catalog.Themes;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.web.Choice;

/** What colours and columns of the calendar mean. */
@Named("calendarLegend")
@RequestScoped
public class LegendBean {
  @Inject private Themes themes;
  @Inject private CurrentLanguage language;

  /** Families of themes, by the class of the style sheet that gives them their colour. */
  public List<Choice> getPackages() {
    return themes.packages().stream()
        .map(
            each ->
                new Choice(
                    each.code().toLowerCase(Locale.ROOT), each.name().in(language.get()), false))
        .toList();
  }

  /** Names of the days of the week, Monday first. */
  public List<String> getWeekdays() {
    Locale locale = language.get().locale();
    return Arrays.stream(DayOfWeek.values())
        .map(day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, locale))
        .toList();
  }
}
