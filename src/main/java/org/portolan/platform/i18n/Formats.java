package org.portolan.platform.i18n;

import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Dates, times and lists of languages as the reader writes them. */
@Named("fmt")
@RequestScoped
public class Formats {
  @Inject private CurrentLanguage current;

  public String date(LocalDate day) {
    return dates().date(day);
  }

  public String weekday(LocalDate day) {
    return with(DateTimeFormatter.ofPattern("EEEE"), day);
  }

  public String month(YearMonth month) {
    return with(DateTimeFormatter.ofPattern("LLLL y"), month);
  }

  /** A month of whatever year. */
  public String month(Month month) {
    return with(DateTimeFormatter.ofPattern("LLLL"), month);
  }

  /** The month of a day in three or four letters, for a date tile. */
  public String shortMonth(LocalDate day) {
    return with(DateTimeFormatter.ofPattern("LLL"), day);
  }

  public String time(LocalTime time) {
    return with(DateTimeFormatter.ofPattern("HH:mm"), time);
  }

  /** An instant as a day and time of a zone, by its IANA name. */
  public String moment(Instant instant, String zone) {
    return dates().moment(instant, zone);
  }

  /** The days of something, written once when it is one day; what has none can be had any time. */
  public String days(LocalDate first, LocalDate last) {
    return dates().days(first, last);
  }

  /** Names of languages given by codes separated by spaces, in the language of the reader. */
  public String languages(String codes) {
    return names(Arrays.asList(codes.split(" ")));
  }

  public String names(List<String> codes) {
    return codes.stream().map(this::languageName).collect(Collectors.joining(comma()));
  }

  /** What stands between the members of a list. */
  private String comma() {
    return current.get() == Language.AR ? "، " : ", ";
  }

  public String languageName(String code) {
    return Texts.text(current.get(), "platform.language." + code);
  }

  /** Whether a text in this language is in another one than the reader's. */
  public boolean foreign(String code) {
    return !code.equals(current.get().code());
  }

  /** The short notice beside a text that exists in another language only. */
  public String onlyIn(String code) {
    return Texts.format(current.get(), "platform.only.in", languageName(code));
  }

  /** In which direction a text of this language runs. */
  public String direction(String code) {
    return Language.of(code).map(Language::direction).orElse("ltr");
  }

  /** A number, grouped as the reader does, with the digits that texts and dates have. */
  public String number(long number) {
    return number(number, current.get());
  }

  static String number(long number, Language reader) {
    return NumberFormat.getIntegerInstance(digits(reader)).format(number);
  }

  private static Locale digits(Language reader) {
    return new Locale.Builder()
        .setLocale(reader.locale())
        .setUnicodeLocaleKeyword("nu", "latn")
        .build();
  }

  /** So many bytes, in the unit that suits them. */
  public String size(long bytes) {
    return size(bytes, current.get());
  }

  static String size(long bytes, Language reader) {
    MeasureFormat format =
        MeasureFormat.getInstance(digits(reader), MeasureFormat.FormatWidth.SHORT);
    long kilobytes = Math.max(1, Math.round(bytes / 1024.0));
    return kilobytes < 1024
        ? format.format(new Measure(kilobytes, MeasureUnit.KILOBYTE))
        : format.format(new Measure(Math.round(kilobytes / 102.4) / 10.0, MeasureUnit.MEGABYTE));
  }

  private Dates dates() {
    return new Dates(current.get());
  }

  private String with(DateTimeFormatter formatter, TemporalAccessor value) {
    return formatter.withLocale(current.get().locale()).format(value);
  }
}
