package org.portolan.enrolment.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.portolan.enrolment.ApplicationSummary;
import org.portolan.enrolment.LedgerDesk;
import org.portolan.enrolment.SeatsThen;
import org.portolan.platform.i18n.CurrentLanguage;
import org.portolan.platform.i18n.Formats;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.NotFound;
import org.portolan.platform.web.PageParameters;
import org.portolan.region.Directory;
import org.portolan.seat.Hold;
import org.portolan.seat.SeatLine;
import org.portolan.seat.SeatRules;

/** The page on which a centre looks up how the seats of a session stood at a moment. */
@Named
@RequestScoped
public class LedgerBean {
  /** Characters up to which the text to compare stands on the page itself. */
  private static final int LONG_TEXT = 20_000;

  private static final LocalTime DAY_ENDS = LocalTime.of(23, 59);

  @Inject private LedgerDesk desk;
  @Inject private PageParameters parameters;
  @Inject private CurrentLanguage language;
  @Inject private Directory directory;
  @Inject private RuleWords rules;
  @Inject private Formats formats;
  @Inject private Texts texts;

  private SeatsThen then;
  private boolean unreadable;

  public void open() {
    long id = parameters.number("id", 0);
    if (id == 0) {
      throw new NotFound("session");
    }
    long line = parameters.number("line", 0);
    then =
        line > 0 ? desk.after(id, line, language.get()) : desk.stood(id, typed(), language.get());
  }

  /** The whole minute that was asked for, to its end; null for now. */
  private LocalDateTime typed() {
    String day = parameters.get("day");
    String time = parameters.get("time");
    if (day == null) {
      return null;
    }
    try {
      return LocalDate.parse(day)
          .atTime(time == null ? DAY_ENDS : LocalTime.parse(time).truncatedTo(ChronoUnit.MINUTES))
          .plusMinutes(1)
          .minusNanos(1000);
    } catch (DateTimeException e) {
      unreadable = true;
      return null;
    }
  }

  public SeatsThen getThen() {
    return then;
  }

  /** The text to compare; empty where it is too long for a page, and taken as a file. */
  public String getText() {
    return then.text().length() > LONG_TEXT ? "" : then.text();
  }

  /** Whether a moment was typed that is none. */
  public boolean isUnreadable() {
    return unreadable;
  }

  public String getDay() {
    String typed = parameters.get("day");
    return typed == null ? local(then.moment()).toLocalDate().toString() : typed;
  }

  public String getTime() {
    String typed = parameters.get("time");
    return typed == null
        ? local(then.moment()).toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString()
        : typed;
  }

  private LocalDateTime local(Instant moment) {
    return LocalDateTime.ofInstant(moment, ZoneId.of(then.session().zone()));
  }

  public List<String> getRules() {
    return rules.phrases(then.rules(), then.session().zone());
  }

  /** Whom a line is about; empty where it is about the session. */
  public String who(long application) {
    if (application == 0) {
      return "";
    }
    ApplicationSummary known = then.people().get(application);
    return known == null
        ? texts.of("enrolment.ledger.somebody", Long.toString(application))
        : known.person();
  }

  public String administration(long application) {
    ApplicationSummary known = then.people().get(application);
    String code = known == null ? null : known.memberCode();
    return code == null
        ? ""
        : directory.findMember(code).map(found -> found.name().in(language.get())).orElse(code);
  }

  /** What a line says beside its event, in words. */
  public String detail(SeatLine line) {
    String zone = then.session().zone();
    return switch (line.event()) {
      case RULES ->
          then.session().standing()
              ? texts.get("enrolment.ledger.rules.unbounded")
              : String.join(" · ", rules.phrases(SeatRules.of(line.detail()), zone));
      case HOLD_ENDED -> rules.hold(Hold.of(line.detail()), zone);
      case OFFERED, CHOSEN ->
          line.detail().isEmpty()
              ? ""
              : texts.of("enrolment.until", formats.moment(Instant.parse(line.detail()), zone));
      default -> "";
    };
  }

  /** Number of the line before those shown, to look further back; 0 where there is none. */
  public long getEarlier() {
    List<SeatLine> lines = then.lines();
    return lines.isEmpty() ? 0 : lines.get(lines.size() - 1).number() - 1;
  }
}
