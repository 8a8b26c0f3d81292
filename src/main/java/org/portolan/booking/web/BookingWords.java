package org.portolan.booking.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.portolan.booking.BookingRefused;
import org.portolan.booking.BookingSummary;
import org.portolan.booking.Conflict;
import org.portolan.booking.ResourceKind;
import org.portolan.booking.ResourceSummary;
import org.portolan.booking.Span;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.i18n.Texts;
import org.portolan.region.Directory;

/** What is booked, by whom and when, in words. */
@Named("bookingWords")
@RequestScoped
public class BookingWords {
  private static final int MOST_DAYS = 5;

  @Inject private Texts texts;
  @Inject private Formats formats;
  @Inject private Directory directory;
  @Inject private CurrentLanguage language;

  /** What another booking is for: the course of its session, or that somebody blocked it. */
  public String what(BookingSummary booking) {
    if (booking.elsewhere()) {
      return texts.of("booking.busy.what", booking.times());
    }
    if (booking.blocks()) {
      return booking.words().isEmpty()
          ? texts.get("booking.blocked")
          : texts.of("booking.blocked.words", booking.words());
    }
    return booking.course().title();
  }

  /** The language in which that is said. */
  public String language(BookingSummary booking) {
    return booking.blocks() ? language.get().code() : booking.course().language();
  }

  /** From which day to which, on the clocks of its centre. */
  public String when(BookingSummary booking) {
    if (booking.firstAt() == null) {
      return texts.get("booking.displaced");
    }
    ZoneId zone = ZoneId.of(booking.zone());
    // what ends at midnight does not reach the next day
    return formats.days(
        LocalDate.ofInstant(booking.firstAt(), zone),
        LocalDate.ofInstant(booking.lastAt().minusMillis(1), zone));
  }

  public String centre(BookingSummary booking) {
    return directory
        .findCentre(booking.centreCode())
        .map(found -> found.name().in(language.get()))
        .orElse(booking.centreCode());
  }

  /** The days of a session on which another booking meets it. */
  public String days(Conflict conflict) {
    ZoneId zone = ZoneId.of(conflict.other().zone());
    // of a stretch of many days those on which the other is there
    Span other = new Span(conflict.other().firstAt(), conflict.other().lastAt());
    List<LocalDate> days =
        conflict.spans().stream()
            .flatMap(span -> span.within(other).days(zone))
            .distinct()
            .sorted()
            .toList();
    LocalDate first = days.get(0);
    LocalDate last = days.get(days.size() - 1);
    return first.plusDays(days.size() - 1L).equals(last)
        ? formats.days(first, last)
        : days.stream().limit(MOST_DAYS).map(formats::date).collect(Collectors.joining(" · "));
  }

  /** What a resource is, in a few words: its kind, seats or languages. */
  public String about(ResourceSummary of) {
    if (of.seats().most() > 0) {
      return texts.of("booking.about.seats", of.seats().most());
    }
    if (of.kind().speaks() && !of.languages().isEmpty()) {
      return of.languages().stream()
          .map(
              each ->
                  Arrays.stream(each.split("-"))
                      .map(formats::languageName)
                      .collect(Collectors.joining(" – ")))
          .collect(Collectors.joining(" · "));
    }
    return of.quantity() > 1 ? texts.of("booking.about.quantity", of.quantity()) : "";
  }

  public String kind(ResourceKind kind) {
    return texts.word("booking.kind", kind.code());
  }

  public String refusal(BookingRefused refused) {
    return texts.word("booking.refused", refused.kind().code());
  }
}
